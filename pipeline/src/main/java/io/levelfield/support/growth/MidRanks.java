package io.levelfield.support.growth;

import java.util.Arrays;

/** Places of scores among all of a group: per cent below, and half of those with the same score. */
final class MidRanks {
  private static final double PER_CENT = 100;

  private final double[] scores;
  private final double[] places;

  /**
   * @param group scores of all its pupils, in any order
   */
  MidRanks(double[] group) {
    // -0.0 and 0.0 are one score.
    double[] ordered = Arrays.stream(group).map(score -> score + 0.0).sorted().toArray();
    scores = Arrays.stream(ordered).distinct().toArray();
    places = new double[scores.length];
    int below = 0;
    for (int i = 0; i < scores.length; i++) {
      int upTo = below;
      while (upTo < ordered.length && ordered[upTo] == scores[i]) {
        upTo++;
      }
      places[i] = PER_CENT * ((below + upTo) / 2.0) / ordered.length;
      below = upTo;
    }
  }

  /**
   * Place of a score, above 0 and below 100; the mean of all is 50.
   *
   * @throws IllegalArgumentException if nobody in the group has it
   */
  double of(double score) {
    int at = Arrays.binarySearch(scores, score + 0.0);
    if (at < 0) {
      throw new IllegalArgumentException("nobody has the score " + score);
    }
    return places[at];
  }
}
