package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scores of pupils far from all others of their measure, such as dates in place of scores. */
final class FarScores {
  private FarScores() {}

  /**
   * Finds them, a finding a school and measure.
   *
   * @param doubtful takes the results in which they are; of those in it nothing more is asked
   */
  static List<QualityFinding> findings(
      List<ResultTally> tallies, Map<Measure, ScoreScale> scales, Set<TallyKey> doubtful) {
    List<ResultTally> far =
        tallies.stream()
            .filter(tally -> scales.containsKey(tally.measure()) && !tally.scores().isEmpty())
            .filter(tally -> !doubtful.contains(tally.key()))
            .filter(tally -> isFar(tally.scores(), scales.get(tally.measure())))
            .toList();
    far.forEach(tally -> doubtful.add(tally.key()));
    return far.stream().map(tally -> finding(tally, scales.get(tally.measure()))).toList();
  }

  private static boolean isFar(ScoreHistogram scores, ScoreScale scale) {
    return !scale.holds(scores.min()) || !scale.holds(scores.max());
  }

  private static QualityFinding finding(ResultTally tally, ScoreScale scale) {
    ScoreHistogram scores = tally.scores();
    double example = scale.holds(scores.max()) ? scores.min() : scores.max();
    String examination = tally.measure().examination();
    return new QualityFinding(
        "results",
        tally.schoolId(),
        tally.measure().year(),
        examination,
        "far-scores",
        Double.toString(example),
        Severity.DOUBTFUL,
        List.of(
            examination,
            Integer.toString(tally.measure().year()),
            scores.total() - scale.on(scores).total(),
            example,
            scale.lowest(),
            scale.highest()));
  }
}
