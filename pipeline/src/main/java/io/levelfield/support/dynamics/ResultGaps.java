package io.levelfield.support.dynamics;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.support.ResultGap;
import io.levelfield.model.support.ResultGap.Estimate;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Quantile;
import io.levelfield.stats.RandomStream;
import io.levelfield.study.DynamicsSettings;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** The gap between the most and the least successful schools, year by year. */
final class ResultGaps {
  private static final long STREAM = 0x6A9;

  /** A fifth of fewer schools is no more than one school. */
  private static final int FEWEST = 10;

  /** Values drawn in all resamples together; of very many schools fewer resamples tell as much. */
  private static final int MOST_DRAWN = 4_000_000;

  private final SupportBasis basis;
  private final DynamicsSettings settings;
  private final NavigableMap<Integer, NavigableMap<String, Double>> results = new TreeMap<>();
  private final Map<SchoolYear, MeanEstimate> estimates = new HashMap<>();

  ResultGaps(SupportBasis basis, DynamicsSettings settings) {
    this.basis = basis;
    this.settings = settings;
    for (SchoolResult result : basis.outcomes().yearly()) {
      if (result.lastYear() <= basis.outcomes().year()) {
        result
            .result()
            .ifPresent(
                value ->
                    results
                        .computeIfAbsent(result.lastYear(), year -> new TreeMap<>())
                        .put(result.schoolId(), value));
      }
    }
    results.values().removeIf(own -> own.size() < FEWEST);
    basis
        .adjusted()
        .yearly()
        .forEach(e -> estimates.put(new SchoolYear(e.schoolId(), e.year()), e.result()));
  }

  /**
   * The gaps, ordered by year.
   *
   * @param notes told where none can be given
   */
  List<ResultGap> of(Consumer<Message> notes) {
    if (inSpreadOfSchools()) {
      notes.accept(Message.of("dynamics.no-gap-scale"));
      return List.of();
    }
    if (results.isEmpty()) {
      notes.accept(Message.of("dynamics.no-gap-schools", FEWEST));
      return List.of();
    }
    List<ResultGap> gaps = new ArrayList<>();
    results.forEach((year, own) -> gaps.add(gap(year, own)));
    return gaps;
  }

  /** Where results are told in the schools' own spread, that spread is the same every year. */
  private boolean inSpreadOfSchools() {
    boolean ofPupils =
        basis.outcomes().estimates().stream()
            .filter(e -> e.z().isPresent())
            .allMatch(e -> e.zSd().isPresent());
    return basis.outcomes().inStandardDeviations() && !ofPupils;
  }

  private ResultGap gap(int year, NavigableMap<String, Double> own) {
    double[] values = own.values().stream().mapToDouble(Double::doubleValue).toArray();
    int first = results.firstKey();
    return new ResultGap(
        year,
        values.length,
        estimate(values, year, 0, ResultGaps::deciles),
        decilesTrue(year, own, values),
        estimate(values, year, 1, ResultGaps::fifths),
        year == first ? Optional.empty() : change(results.get(first), own, year));
  }

  private Estimate estimate(double[] values, int year, long kind, ToDoubleFunction<double[]> gap) {
    RandomStream random = RandomStream.at(basis.seed(), STREAM, year, kind);
    double[] resampled = new double[resamples(values.length)];
    for (int i = 0; i < resampled.length; i++) {
      resampled[i] =
          gap.applyAsDouble(
              random.indices(values.length, values.length).mapToDouble(s -> values[s]).toArray());
    }
    return interval(gap.applyAsDouble(values), resampled);
  }

  private Optional<Estimate> change(
      NavigableMap<String, Double> before, NavigableMap<String, Double> now, int year) {
    List<String> both = now.keySet().stream().filter(before::containsKey).toList();
    if (both.size() < FEWEST) {
      return Optional.empty();
    }
    double[] then = both.stream().mapToDouble(before::get).toArray();
    double[] since = both.stream().mapToDouble(now::get).toArray();
    RandomStream random = RandomStream.at(basis.seed(), STREAM, year, 2);
    double[] resampled = new double[resamples(then.length)];
    for (int i = 0; i < resampled.length; i++) {
      int[] drawn = random.indices(then.length, then.length).toArray();
      resampled[i] =
          deciles(Arrays.stream(drawn).mapToDouble(s -> since[s]).toArray())
              - deciles(Arrays.stream(drawn).mapToDouble(s -> then[s]).toArray());
    }
    return Optional.of(interval(deciles(since) - deciles(then), resampled));
  }

  private int resamples(int schools) {
    return Math.min(settings.resamples(), Math.max(100, MOST_DRAWN / schools));
  }

  private Estimate interval(double value, double[] resampled) {
    Arrays.sort(resampled);
    double tail = (1 - basis.confidence()) / 2;
    return new Estimate(
        value, Quantile.ofSorted(resampled, tail), Quantile.ofSorted(resampled, 1 - tail));
  }

  /**
   * The variance of results is that of true results and that of their errors; the gap shrinks like
   * the standard deviation (constrained empirical Bayes).
   *
   * @see <a href="https://doi.org/10.1080/01621459.1992.10475236">Ghosh (1992), Constrained Bayes
   *     estimation</a>
   */
  private OptionalDouble decilesTrue(int year, NavigableMap<String, Double> own, double[] values) {
    double errors = 0;
    for (String school : own.keySet()) {
      MeanEstimate estimate = estimates.get(new SchoolYear(school, year));
      if (estimate == null || !(estimate.reliability() > 0)) {
        return OptionalDouble.empty();
      }
      errors += estimate.se() * estimate.se() / estimate.reliability() / values.length;
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    return variance > 0
        ? OptionalDouble.of(deciles(values) * Math.sqrt(Math.max(0, variance - errors) / variance))
        : OptionalDouble.empty();
  }

  private static double deciles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Quantile.ofSorted(sorted, .9) - Quantile.ofSorted(sorted, .1);
  }

  private static double fifths(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int fifth = sorted.length / 5;
    double low = Arrays.stream(sorted, 0, fifth).average().orElseThrow();
    double high =
        Arrays.stream(sorted, sorted.length - fifth, sorted.length).average().orElseThrow();
    return high - low;
  }
}
