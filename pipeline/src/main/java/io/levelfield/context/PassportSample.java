package io.levelfield.context;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.PassportCount;
import io.levelfield.stats.CompositionPosterior;
import io.levelfield.stats.CompositionPosterior.Posterior;
import io.levelfield.stats.RandomStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Passports whose counts tell of a sample: the pupils who are there stand for those whom the school
 * takes in. The shares of all whom it takes in are drawn from what the counts leave open; see
 * {@link CompositionPosterior}.
 */
final class PassportSample implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Places in {@code [school * indicators + indicator]} that are drawn, ascending. */
  private final int[] places;

  private final int indicators;

  /** Of the schools that have such places, in the order of the places. */
  private final Posterior[] posteriors;

  /** By indicator. */
  private final ValueFunction[] changes;

  private PassportSample(
      int[] places, int indicators, Posterior[] posteriors, ValueFunction[] changes) {
    this.places = places;
    this.indicators = indicators;
    this.posteriors = posteriors;
    this.changes = changes;
  }

  /** What passports show of the schools, if they are taken for a sample. */
  static final class Counts {
    private final List<String> keys;
    private final Map<SchoolYear, Map<String, PassportCount>> bySchoolYear = new HashMap<>();
    private final CompositionPosterior shares;
    private final Function<String, ValueFunction> treatment;

    /**
     * Learns how the schools' true shares spread.
     *
     * @param counts of any years; those of other indicators are left aside
     * @param reference passports whose schools are to teach it
     * @param treatment of an indicator's values
     */
    Counts(
        List<String> keys,
        Collection<PassportCount> counts,
        List<Passport> reference,
        Function<String, ValueFunction> treatment) {
      this.keys = List.copyOf(keys);
      this.treatment = treatment;
      for (PassportCount own : counts) {
        if (keys.contains(own.indicator())) {
          bySchoolYear
              .computeIfAbsent(
                  new SchoolYear(own.schoolId(), own.year()), school -> new HashMap<>())
              .put(own.indicator(), own);
        }
      }
      shares =
          CompositionPosterior.fit(
              reference.stream().map(p -> numbers(p, false)).toArray(double[][]::new),
              reference.stream().map(p -> numbers(p, true)).toArray(double[][]::new));
    }

    /** Keys of the indicators that no count tells of, in the order of the study. */
    List<String> without() {
      var told = new TreeSet<String>();
      bySchoolYear.values().forEach(own -> told.addAll(own.keySet()));
      return keys.stream().filter(key -> !told.contains(key)).toList();
    }

    private double[] numbers(Passport passport, boolean totals) {
      Map<String, PassportCount> own = bySchoolYear.getOrDefault(passport.key(), Map.of());
      return keys.stream()
          .mapToDouble(
              key -> {
                PassportCount count = own.get(key);
                return count == null || passport.value(key).isEmpty()
                    ? Double.NaN
                    : totals ? count.total() : count.count();
              })
          .toArray();
    }

    /**
     * The sample that some passports are.
     *
     * @param passports in the order of the schools that are drawn
     */
    PassportSample of(List<Passport> passports) {
      List<Posterior> posteriors = new ArrayList<>();
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < passports.size(); i++) {
        Passport passport = passports.get(i);
        Posterior posterior = shares.of(numbers(passport, false), numbers(passport, true));
        if (posterior.known() > 0) {
          posteriors.add(posterior);
          for (int at = 0; at < posterior.known(); at++) {
            places.add(i * keys.size() + posterior.known(at));
          }
        }
      }
      return new PassportSample(
          places.stream().mapToInt(Integer::intValue).toArray(),
          keys.size(),
          posteriors.toArray(Posterior[]::new),
          keys.stream().map(treatment).toArray(ValueFunction[]::new));
    }
  }

  /** Passports that are what they are. */
  static PassportSample none() {
    return new PassportSample(new int[0], 1, new Posterior[0], new ValueFunction[0]);
  }

  boolean isEmpty() {
    return places.length == 0;
  }

  /** Places in {@code [school * indicators + indicator]} that are drawn, ascending. */
  int place(int number) {
    return places[number];
  }

  int size() {
    return places.length;
  }

  /** Independent standard normal numbers, one per place. */
  double[] normals(RandomStream random) {
    double[] normals = new double[places.length];
    Arrays.setAll(normals, n -> random.nextGaussian());
    return normals;
  }

  /** Values of the places, as the index takes them. */
  double[] draw(double[] normals) {
    double[] drawn = new double[places.length];
    int from = 0;
    for (Posterior own : posteriors) {
      for (int at = 0; at < own.known(); at++) {
        double share = own.share(at, normals, from);
        drawn[from + at] = changes[places[from + at] % indicators].applyAsDouble(share);
      }
      from += own.known();
    }
    return drawn;
  }
}
