package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.stats.Descriptive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Means and deviations of schools in a measure of positive scores, and what is typical of both:
 * their medians over schools. A few scores off the measure's scale are passed over.
 *
 * @param schools with a mean
 * @param mean median of schools' means
 * @param sd median of schools' deviations; absent where too few are known
 * @param lowTop top that nine schools in ten reach
 * @param highTop top that one school in ten reaches
 */
record MeasureLevels(
    List<Level> schools, double mean, OptionalDouble sd, double lowTop, double highTop) {

  /** Fewer schools do not tell what is typical. */
  private static final int LEAST = 3;

  private static final double OUTER = 0.1;

  /**
   * A school in a measure.
   *
   * @param top its highest score; two deviations above the mean where scores are not known, the
   *     mean where deviations are not
   */
  record Level(
      ResultTally tally, double mean, OptionalDouble sd, double top, OptionalLong participants) {}

  /** The levels of every measure with positive means that schools enough have. */
  static Map<Measure, MeasureLevels> of(
      List<ResultTally> tallies, Map<Measure, ScoreScale> scales) {
    Map<Measure, List<Level>> levels = new TreeMap<>();
    for (ResultTally tally : tallies) {
      level(tally, scales)
          .ifPresent(
              level -> levels.computeIfAbsent(tally.measure(), m -> new ArrayList<>()).add(level));
    }
    Map<Measure, MeasureLevels> told = new TreeMap<>();
    levels.forEach(
        (measure, own) -> {
          boolean points =
              own.stream().allMatch(level -> level.mean() > 0)
                  && (!scales.containsKey(measure) || scales.get(measure).lowest() >= 0);
          if (points && own.size() >= LEAST) {
            told.put(measure, typical(own));
          }
        });
    return told;
  }

  private static MeasureLevels typical(List<Level> levels) {
    double[] sds =
        levels.stream()
            .flatMapToDouble(level -> level.sd().stream())
            .filter(sd -> sd > 0)
            .toArray();
    double[] tops = levels.stream().mapToDouble(Level::top).sorted().toArray();
    return new MeasureLevels(
        List.copyOf(levels),
        Descriptive.median(levels.stream().mapToDouble(Level::mean).toArray()),
        sds.length >= LEAST ? OptionalDouble.of(Descriptive.median(sds)) : OptionalDouble.empty(),
        tops[(int) Math.ceil((tops.length - 1) * OUTER)],
        tops[(int) Math.floor((tops.length - 1) * (1 - OUTER))]);
  }

  private static Optional<Level> level(ResultTally tally, Map<Measure, ScoreScale> scales) {
    ScoreScale scale = scales.get(tally.measure());
    if (scale == null || tally.scores().isEmpty()) {
      return tally.mean().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Level(
                  tally,
                  tally.mean().getAsDouble(),
                  tally.sd(),
                  tally.mean().getAsDouble() + 2 * tally.sd().orElse(0),
                  tally.participants()));
    }
    ScoreHistogram on = scale.on(tally.scores());
    if (on.total() < tally.scores().total() / 2.0) {
      on = tally.scores(); // not a few wrong scores, but another scale
    }
    long n = on.total();
    return Optional.of(
        new Level(
            tally,
            on.mean(),
            n > 1
                ? OptionalDouble.of(Math.sqrt(on.squaredDeviations() / (n - 1)))
                : OptionalDouble.empty(),
            on.max(),
            OptionalLong.of(n)));
  }
}
