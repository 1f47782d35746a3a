package io.levelfield.support.growth;

import io.levelfield.model.input.LinkedScores;
import io.levelfield.model.input.ScorePairs;
import io.levelfield.stats.NormalTail;
import java.util.List;

/** How closely the places of linked pupils in the earlier and the later year go together. */
final class LinkedRanks {
  private static final double MEAN = 50;

  /** Fisher's transformation has the variance 1/(n - 3). */
  private static final int LOST = 3;

  private final long pupils;
  private final double correlation;

  private LinkedRanks(long pupils, double correlation) {
    this.pupils = pupils;
    this.correlation = correlation;
  }

  static LinkedRanks of(List<LinkedScores> linked, MeasureRanks ranks) {
    long pupils = 0;
    double before = 0;
    double after = 0;
    double both = 0;
    for (LinkedScores links : linked) {
      MidRanks earlier = ranks.of(links.earlier());
      MidRanks later = ranks.of(links.later().measure());
      ScorePairs scores = links.scores();
      pupils += scores.size();
      for (int i = 0; i < scores.size(); i++) {
        double x = earlier.of(scores.earlier(i)) - MEAN;
        double y = later.of(scores.later(i)) - MEAN;
        before += x * x;
        after += y * y;
        both += x * y;
      }
    }
    // Without any spread nothing speaks against the links.
    return new LinkedRanks(pupils, before > 0 && after > 0 ? both / Math.sqrt(before * after) : 1);
  }

  double correlation() {
    return correlation;
  }

  /** Whether the correlation is lower than this, however the pupils fell out. */
  boolean surelyBelow(double bound, double confidence) {
    if (pupils <= LOST || correlation >= bound) {
      return false;
    }
    double reach = NormalTail.quantile((1 + confidence) / 2) / Math.sqrt((double) (pupils - LOST));
    return Math.tanh(atanh(correlation) + reach) < bound;
  }

  private static double atanh(double r) {
    return r <= -1 ? Double.NEGATIVE_INFINITY : Math.log((1 + r) / (1 - r)) / 2;
  }
}
