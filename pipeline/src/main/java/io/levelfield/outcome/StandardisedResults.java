package io.levelfield.outcome;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Descriptive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Puts every result on the scale of its measure: the school's mean in standard deviations from the
 * mean of all its participants, so that years, procedures and subjects can be put together.
 *
 * <p>The standard deviation is that of pupils where every measure of the study allows it, else that
 * of schools' means for all measures alike: the two scales differ by the intraclass correlation and
 * must not be mixed. Where a measure has counts only, the share that reached the minimum takes the
 * mean's place.
 */
public final class StandardisedResults {
  private final List<OutcomeEstimate> estimates;
  private final List<Message> notes;

  private StandardisedResults(List<OutcomeEstimate> estimates, List<Message> notes) {
    this.estimates = List.copyOf(estimates);
    this.notes = List.copyOf(notes);
  }

  /** Every tally with its z-score, ordered by key. */
  public List<OutcomeEstimate> estimates() {
    return estimates;
  }

  /** Measures that could not be standardised, and why. */
  public List<Message> notes() {
    return notes;
  }

  /** A tally's level on its measure's scale, with the spread of its pupils where known. */
  private record Level(
      ResultTally tally, double mean, OptionalDouble participants, OptionalDouble sd) {}

  /** Mean and standard deviation of a measure. */
  private record Scale(double mean, double sd) {}

  /**
   * Standardises tallies.
   *
   * @param tallies ordered by key
   */
  public static StandardisedResults of(List<ResultTally> tallies) {
    Map<Measure, List<ResultTally>> byMeasure = new TreeMap<>();
    tallies.forEach(t -> byMeasure.computeIfAbsent(t.measure(), m -> new ArrayList<>()).add(t));
    Map<Measure, List<Level>> levels = new TreeMap<>();
    byMeasure.forEach((measure, group) -> levels.put(measure, levels(group)));
    boolean pupilSpread =
        levels.values().stream().flatMap(List::stream).allMatch(StandardisedResults::spreadKnown);
    Map<Measure, Scale> scales = new TreeMap<>();
    List<Message> notes = new ArrayList<>();
    if (!pupilSpread) {
      notes.add(Message.of("outcome.spread-of-schools"));
    }
    levels.forEach(
        (measure, group) -> {
          Scale scale = pupilSpread ? scaleOfPupils(group) : scaleOfSchools(group);
          if (scale.sd() > 0) {
            scales.put(measure, scale);
          } else {
            notes.add(
                group.size() == 1
                    ? Message.of("outcome.measure-of-one-school", measure.toString())
                    : Message.of("outcome.measure-left-out", measure.toString()));
          }
        });
    Map<TallyKey, Level> levelOf = new HashMap<>();
    levels.values().forEach(group -> group.forEach(l -> levelOf.put(l.tally().key(), l)));
    List<OutcomeEstimate> estimates = new ArrayList<>();
    for (ResultTally tally : tallies) {
      Scale scale = scales.get(tally.measure());
      Level level = levelOf.get(tally.key());
      estimates.add(
          scale == null || level == null
              ? OutcomeEstimate.unscaled(tally)
              : OutcomeEstimate.standardised(
                  tally,
                  (level.mean() - scale.mean()) / scale.sd(),
                  level.sd().isPresent()
                      ? OptionalDouble.of(level.sd().getAsDouble() / scale.sd())
                      : OptionalDouble.empty(),
                  scale.sd()));
    }
    return new StandardisedResults(estimates, notes);
  }

  private static List<Level> levels(List<ResultTally> group) {
    boolean haveMeans = group.stream().anyMatch(t -> t.mean().isPresent());
    List<Level> levels = new ArrayList<>();
    for (ResultTally tally : group) {
      OptionalDouble n =
          tally.participants().isPresent()
              ? OptionalDouble.of((double) tally.participants().getAsLong())
              : OptionalDouble.empty();
      if (haveMeans && tally.mean().isPresent()) {
        boolean single = n.isPresent() && n.getAsDouble() == 1;
        OptionalDouble sd = single ? OptionalDouble.of(0) : tally.sd();
        levels.add(new Level(tally, tally.mean().getAsDouble(), n, sd));
      } else if (!haveMeans && tally.belowMinimum().isPresent() && n.isPresent()) {
        levels.add(passing(tally, tally.belowMinimum().getAsLong(), n.getAsDouble()));
      }
    }
    return levels;
  }

  private static Level passing(ResultTally tally, long below, double n) {
    double share = 1 - below / n;
    double sd = n > 1 ? Math.sqrt(share * (1 - share) * n / (n - 1)) : 0;
    return new Level(tally, share, OptionalDouble.of(n), OptionalDouble.of(sd));
  }

  private static boolean spreadKnown(Level level) {
    return level.participants().isPresent() && level.sd().isPresent();
  }

  private static Scale scaleOfPupils(List<Level> levels) {
    double pupils = 0;
    double sum = 0;
    for (Level level : levels) {
      pupils += level.participants().orElseThrow();
      sum += level.participants().orElseThrow() * level.mean();
    }
    double mean = sum / pupils;
    double squares = 0;
    double between = 0;
    for (Level level : levels) {
      double n = level.participants().orElseThrow();
      double sd = level.sd().orElseThrow();
      double deviation = level.mean() - mean;
      between += n * deviation * deviation;
      squares += (n - 1) * sd * sd + n * deviation * deviation;
    }
    boolean apart = levels.size() > 1 && between > 0;
    return new Scale(mean, apart ? Math.sqrt(squares / (pupils - 1)) : 0);
  }

  private static Scale scaleOfSchools(List<Level> levels) {
    double[] means = levels.stream().mapToDouble(Level::mean).toArray();
    return means.length > 1
        ? new Scale(Descriptive.mean(means), Descriptive.sd(means))
        : new Scale(0, 0);
  }
}
