package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores of 0 that seem to stand for pupils who did not sit the examination: many more than there
 * are scores above 0 and up to half of what three in four of the others reach, though the scale has
 * several steps there. Who knows little gets a few points rather than none.
 */
final class ZeroScores {
  /** Fewer may have got none by chance. */
  private static final int LEAST = 3;

  /** Steps of a scale up to its lower quartile; of one with fewer many may well get nothing. */
  private static final double STEPS = 8;

  /** Most marks of a scale of marks, on which the lowest is no 0 (2 to 5). */
  private static final int MARKS = 4;

  private ZeroScores() {}

  /**
   * Finds them, a finding a measure.
   *
   * @param pooled scores of all pupils of each measure
   * @param times as many zeros as scores a little above
   */
  static List<QualityFinding> findings(Map<Measure, ScoreHistogram> pooled, double times) {
    List<QualityFinding> findings = new ArrayList<>();
    new TreeMap<>(pooled)
        .forEach(
            (measure, scores) -> {
              long zeros = scores.min() == 0 ? scores.count(0) : 0;
              if (zeros >= LEAST && zeros <= scores.total() / 2) {
                double low = lowerQuartile(scores, zeros);
                long little = scores.total() - zeros - above(scores, low / 2);
                if (zeros > times * little && hasRoom(scores, low)) {
                  findings.add(finding(measure, zeros, little, low / 2));
                }
              }
            });
    return findings;
  }

  /** What three in four of the pupils with more than 0 reach. */
  private static double lowerQuartile(ScoreHistogram scores, long zeros) {
    long rank = zeros + (scores.total() - zeros) / 4;
    int place = 0;
    for (long seen = scores.count(0); seen <= rank; seen += scores.count(place)) {
      place++;
    }
    return scores.score(place);
  }

  private static long above(ScoreHistogram scores, double score) {
    return scores.total() - scores.below(Math.nextUp(score));
  }

  /** Whether there are scores to get between 0 and what most reach. */
  private static boolean hasRoom(ScoreHistogram scores, double low) {
    double step = Double.POSITIVE_INFINITY;
    for (int i = 2; i < scores.distinct(); i++) {
      step = Math.min(step, scores.score(i) - scores.score(i - 1));
    }
    boolean marks = scores.distinct() - 1 <= MARKS && scores.score(1) >= 2 * step;
    return low >= STEPS * step || marks;
  }

  private static QualityFinding finding(Measure measure, long zeros, long little, double upTo) {
    return new QualityFinding(
        "results",
        QualityFinding.SEVERAL,
        measure.year(),
        measure.examination(),
        "zero-scores",
        Long.toString(zeros),
        Severity.DOUBTFUL,
        List.of(measure.examination(), Integer.toString(measure.year()), zeros, little, upTo));
  }
}
