package io.levelfield.stats;

import org.apache.commons.rng.sampling.distribution.MarsagliaTsangWangDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** Draws how many of some pupils are of a kind. */
public final class BinomialDraws {
  /** Of so many expected of either kind, the normal distribution is right to a draw. */
  private static final double MANY = 500;

  private final RandomStream random;
  private final SharedStateDiscreteSampler exact;
  private final int pupils;
  private final double share;

  /**
   * @param pupils at least 0
   * @param share that is of the kind, 0 to 1
   */
  public BinomialDraws(RandomStream random, int pupils, double share) {
    this.random = random;
    this.pupils = pupils;
    this.share = share;
    exact =
        pupils * Math.min(share, 1 - share) < MANY
            ? MarsagliaTsangWangDiscreteSampler.Binomial.of(random, pupils, share)
            : null;
  }

  /** Pupils of the kind. */
  public int next() {
    if (exact != null) {
      return exact.sample();
    }
    double sd = Math.sqrt(pupils * share * (1 - share));
    long drawn = Math.round(pupils * share + sd * random.nextGaussian());
    return (int) Math.min(pupils, Math.max(0, drawn));
  }
}
