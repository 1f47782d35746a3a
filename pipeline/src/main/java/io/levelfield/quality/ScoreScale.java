package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of a measure that lie together: the middle half of pupils and, on both sides, all that
 * are not further away than so many times the width of what lies together already. A scale without
 * negative scores begins at 0, whatever its lowest score. What lies beyond is of another scale, a
 * date or a code.
 */
record ScoreScale(double lowest, double highest) {
  /** Fewer pupils do not tell a scale. */
  private static final int LEAST = 30;

  /** Below a scale that begins at 0 a code such as -99 is soon told from points taken off. */
  private static final double BELOW_ZERO = 0.5;

  /** All pupils' scores of each measure. */
  static Map<Measure, ScoreHistogram> pooled(List<ResultTally> tallies) {
    Map<Measure, List<ScoreHistogram>> byMeasure = new HashMap<>();
    for (ResultTally tally : tallies) {
      if (!tally.scores().isEmpty()) {
        byMeasure
            .computeIfAbsent(tally.measure(), measure -> new ArrayList<>())
            .add(tally.scores());
      }
    }
    Map<Measure, ScoreHistogram> pooled = new HashMap<>();
    byMeasure.forEach((measure, own) -> pooled.put(measure, together(own)));
    return pooled;
  }

  /** The scales of measures with pupils enough to tell them. */
  static Map<Measure, ScoreScale> of(Map<Measure, ScoreHistogram> pooled, double far) {
    Map<Measure, ScoreScale> scales = new HashMap<>();
    pooled.forEach(
        (measure, scores) -> {
          if (scores.total() >= LEAST) {
            scales.put(measure, of(scores, far));
          }
        });
    return scales;
  }

  /** Merged by halves, so that many schools of a continuous scale take no quadratic time. */
  private static ScoreHistogram together(List<ScoreHistogram> parts) {
    if (parts.size() == 1) {
      return new ScoreHistogram().merge(parts.get(0));
    }
    int half = parts.size() / 2;
    return together(parts.subList(0, half)).merge(together(parts.subList(half, parts.size())));
  }

  private static ScoreScale of(ScoreHistogram scores, double far) {
    int low = at(scores, scores.total() / 4);
    int high = at(scores, scores.total() - 1 - scores.total() / 4);
    boolean grown = true;
    while (grown) {
      double width = scores.score(high) - Math.min(0, scores.score(low));
      grown = false;
      if (high + 1 < scores.distinct()
          && (width == 0 || scores.score(high + 1) <= scores.score(high) + far * width)) {
        high++;
        grown = true;
      }
      if (low > 0 && (width == 0 || scores.score(low - 1) >= reach(scores, low, far, width))) {
        low--;
        grown = true;
      }
    }
    return new ScoreScale(scores.score(low), scores.score(high));
  }

  private static double reach(ScoreHistogram scores, int low, double far, double width) {
    return scores.score(low) < 0 ? scores.score(low) - far * width : -BELOW_ZERO * width;
  }

  /** Place of the score of the pupil of this rank, from 0. */
  private static int at(ScoreHistogram scores, long rank) {
    long seen = 0;
    for (int i = 0; i < scores.distinct(); i++) {
      seen += scores.count(i);
      if (seen > rank) {
        return i;
      }
    }
    return scores.distinct() - 1;
  }

  boolean holds(double score) {
    return score >= lowest && score <= highest;
  }

  /** The scores on the scale. */
  ScoreHistogram on(ScoreHistogram scores) {
    var on = new ScoreHistogram();
    for (int i = 0; i < scores.distinct(); i++) {
      if (holds(scores.score(i))) {
        on.add(scores.score(i), scores.count(i));
      }
    }
    return on;
  }
}
