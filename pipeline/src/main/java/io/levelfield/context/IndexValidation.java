package io.levelfield.context;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.context.IndexCheck;
import io.levelfield.model.context.IndexCheck.Check;
import io.levelfield.model.context.IndicatorWeight;
import io.levelfield.model.input.Passport;
import io.levelfield.model.text.Message;
import io.levelfield.stats.BucketRanks;
import io.levelfield.stats.Correlation;
import io.levelfield.stats.Descriptive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Figures by which an index can be judged: whether its indicators belong together and point where
 * the study says, and how much hangs on any one of them or on any one school (OECD/JRC, Handbook on
 * Constructing Composite Indicators, 2008, ch. 4, 7 and 9). All are of the reference schools.
 */
final class IndexValidation {
  /**
   * Schools left out in turn are those farthest from all others: at most so many, and of a nation,
   * where one hardly counts, as few as keep the work within so many indices.
   */
  private static final int LEFT_OUT = 50;

  private static final int FEWEST_LEFT_OUT = 5;
  private static final int INDICES = 300_000;

  /** What indicators of one thing should reach at least (Nunnally, Psychometric Theory, 1978). */
  private static final double ALPHA = 0.7;

  /** From here on two indicators say the same, if enough schools show it. */
  private static final double TWINS = 0.98;

  /** From here on an indicator of the context looks like a result. */
  private static final double RESULT_ITSELF = 0.95;

  private static final int ENOUGH = 10;

  private final List<IndicatorScale> scales;
  private final List<Passport> reference;
  private final Weighting headline;
  private final Map<String, Double> results;

  /** Oriented z-scores, NaN for a gap, {@code [school][indicator]}. */
  private final double[][] z;

  private final double[] index;
  private final List<IndexCheck> checks = new ArrayList<>();
  private final List<Message> notes = new ArrayList<>();

  /** Indicators that go against the mean of the others, with the correlation. */
  private final Map<String, Double> againstOthers = new LinkedHashMap<>();

  /**
   * @param scales z-scores
   * @param results school to result; may be empty
   */
  IndexValidation(
      List<IndicatorScale> scales,
      List<Passport> reference,
      Weighting headline,
      Map<String, Double> results) {
    this.scales = scales;
    this.reference = reference;
    this.headline = headline;
    this.results = results;
    z =
        reference.stream()
            .map(p -> scales.stream().mapToDouble(s -> s.oriented(p).orElse(Double.NaN)).toArray())
            .toArray(double[][]::new);
    index = reference.stream().mapToDouble(headline::index).toArray();
  }

  /**
   * Every figure that can be told.
   *
   * @param weights of the headline
   * @param without the headline weighting found on other reference schools
   */
  List<IndexCheck> of(List<IndicatorWeight> weights, Function<List<Passport>, Weighting> without) {
    alpha();
    withResults();
    for (int j = 0; j < scales.size(); j++) {
      withOthers(j);
    }
    var directions =
        new Directions(
            scales.stream().map(IndicatorScale::key).toList(), z, index, results(), againstOthers);
    notes.addAll(directions.notes());
    influence(weights);
    pairs();
    for (int j = 0; j < scales.size() && scales.size() > 1; j++) {
      withoutIndicator(j);
    }
    withoutSchools(without);
    return List.copyOf(checks);
  }

  List<Message> notes() {
    return List.copyOf(notes);
  }

  private void alpha() {
    double[][] complete =
        Arrays.stream(z)
            .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
            .toArray(double[][]::new);
    int indicators = scales.size();
    if (indicators < 2 || complete.length < 3) {
      return;
    }
    double[] sums = Arrays.stream(complete).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double own = 0;
    for (int j = 0; j < indicators; j++) {
      int indicator = j;
      own +=
          Descriptive.variance(
              Arrays.stream(complete).mapToDouble(row -> row[indicator]).toArray());
    }
    double all = Descriptive.variance(sums);
    if (all > 0) {
      double alpha = indicators / (indicators - 1.0) * (1 - own / all);
      checks.add(IndexCheck.ofIndex(Check.CRONBACH_ALPHA, alpha, alpha < ALPHA));
    }
  }

  private void withResults() {
    Directions.correlation(index, results())
        .ifPresent(r -> checks.add(IndexCheck.ofIndex(Check.RESULT_CORRELATION, r, r <= 0)));
    for (int j = 0; j < scales.size(); j++) {
      String key = scales.get(j).key();
      Directions.correlation(column(j), results()).ifPresent(r -> withResult(key, r));
    }
  }

  private void withResult(String key, double r) {
    boolean itself = Math.abs(r) >= RESULT_ITSELF && z.length >= ENOUGH;
    checks.add(IndexCheck.of(Check.WITH_RESULT, key, r, r < 0 || itself));
    if (itself) {
      notes.add(Message.of("context.is-result", key, r));
    }
  }

  private double[] results() {
    return reference.stream()
        .mapToDouble(p -> results.getOrDefault(p.schoolId(), Double.NaN))
        .toArray();
  }

  /** An indicator whose direction is given wrongly goes against all others. */
  private void withOthers(int indicator) {
    double[] others =
        Arrays.stream(z)
            .mapToDouble(
                row ->
                    IntStream.range(0, row.length)
                        .filter(j -> j != indicator && !Double.isNaN(row[j]))
                        .mapToDouble(j -> row[j])
                        .average()
                        .orElse(Double.NaN))
            .toArray();
    String key = scales.get(indicator).key();
    Directions.correlation(column(indicator), others)
        .ifPresent(
            r -> {
              // Two standard errors of a correlation that is none.
              boolean against = r < -2 / Math.sqrt(z.length);
              checks.add(IndexCheck.of(Check.WITH_OTHERS, key, r, against));
              if (against && scales.size() > 2) {
                againstOthers.put(key, r);
              }
            });
  }

  private void influence(List<IndicatorWeight> weights) {
    double influence = weights.stream().mapToDouble(w -> w.influence().orElse(0)).sum();
    double weight = weights.stream().mapToDouble(w -> Math.abs(w.weight())).sum();
    for (IndicatorWeight own : weights) {
      if (influence > 0 && own.weight() != 0 && own.influence().isPresent()) {
        double ratio =
            own.influence().getAsDouble() / influence / (Math.abs(own.weight()) / weight);
        checks.add(IndexCheck.of(Check.INFLUENCE_TO_WEIGHT, own.indicator(), ratio, ratio < 0.5));
      }
    }
  }

  private void pairs() {
    for (int a = 0; a < scales.size(); a++) {
      for (int b = a + 1; b < scales.size(); b++) {
        int sign = scales.get(a).sign() * scales.get(b).sign();
        String key = scales.get(a).key();
        String other = scales.get(b).key();
        Directions.correlation(column(a), column(b))
            .ifPresent(
                r -> {
                  boolean twins = Math.abs(r) >= TWINS && z.length >= ENOUGH;
                  checks.add(
                      new IndexCheck(
                          Check.CORRELATION,
                          Optional.of(key),
                          Optional.of(other),
                          Optional.empty(),
                          sign * r,
                          twins));
                  if (twins) {
                    notes.add(Message.of("context.twins", key, other));
                  }
                });
      }
    }
  }

  private void withoutIndicator(int indicator) {
    double[] other = reference.stream().mapToDouble(p -> headline.without(indicator, p)).toArray();
    String key = scales.get(indicator).key();
    checks.add(IndexCheck.of(Check.WITHOUT_INDICATOR, key, shift(index, other), false));
    if (!Descriptive.isConstant(index) && !Descriptive.isConstant(other)) {
      checks.add(
          IndexCheck.of(
              Check.RANK_CORRELATION_WITHOUT, key, Correlation.spearman(index, other), false));
    }
  }

  private void withoutSchools(Function<List<Passport>, Weighting> without) {
    int[] farthest =
        IntStream.range(0, reference.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> -distance(z[i]))
                    .thenComparing(i -> reference.get(i).schoolId()))
            .limit(Math.max(FEWEST_LEFT_OUT, Math.min(LEFT_OUT, INDICES / z.length)))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Optional<IndexCheck>> found =
        Arrays.stream(farthest)
            .parallel()
            .mapToObj(school -> withoutSchool(school, without))
            .toList();
    found.forEach(check -> check.ifPresent(checks::add));
  }

  private static double distance(double[] row) {
    return Arrays.stream(row).filter(v -> !Double.isNaN(v)).map(v -> v * v).sum();
  }

  private Optional<IndexCheck> withoutSchool(
      int school, Function<List<Passport>, Weighting> without) {
    List<Passport> others = new ArrayList<>(reference);
    others.remove(school);
    Weighting weighting;
    try {
      weighting = without.apply(others);
    } catch (InputsRefused e) {
      // An indicator in which this school alone differs, or the last school that made it enough.
      return Optional.empty();
    }
    double[] own =
        IntStream.range(0, index.length)
            .filter(i -> i != school)
            .mapToDouble(i -> index[i])
            .toArray();
    double[] other = others.stream().mapToDouble(weighting::index).toArray();
    return Optional.of(
        new IndexCheck(
            Check.WITHOUT_SCHOOL,
            Optional.empty(),
            Optional.empty(),
            Optional.of(reference.get(school).schoolId()),
            shift(own, other),
            false));
  }

  private static double shift(double[] index, double[] other) {
    var buckets = new BucketRanks(index.length);
    int[] ranks = buckets.descending(index);
    int[] others = buckets.descending(other);
    return IntStream.range(0, ranks.length)
        .mapToDouble(i -> Math.abs(ranks[i] - others[i]))
        .average()
        .orElse(0);
  }

  private double[] column(int indicator) {
    return Arrays.stream(z).mapToDouble(row -> row[indicator]).toArray();
  }
}
