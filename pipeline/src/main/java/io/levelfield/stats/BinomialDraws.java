package io.levelfield.stats;

import org.apache.commons.rng.sampling.distribution.MarsagliaTsangWangDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** Draws how many of some pupils are of a kind. */
public final class BinomialDraws {
  /** Of so many expected of either kind, the normal distribution is right to a draw. */
  private static final double MANY = 500;

  /** The exact sampler takes 1 to so many pupils. */
  private static final long MOST_EXACT = 1 << 30;

  private final RandomStream random;
  private final SharedStateDiscreteSampler exact;
  private final long pupils;
  private final double share;

  /**
   * @param pupils at least 0
   * @param share that is of the kind, 0 to 1
   */
  public BinomialDraws(RandomStream random, long pupils, double share) {
    this.random = random;
    this.pupils = pupils;
    this.share = share;
    exact =
        pupils > 0 && pupils <= MOST_EXACT && pupils * Math.min(share, 1 - share) < MANY
            ? MarsagliaTsangWangDiscreteSampler.Binomial.of(random, (int) pupils, share)
            : null;
  }

  /** Pupils of the kind. */
  public long next() {
    if (exact != null) {
      return exact.sample();
    }
    double sd = Math.sqrt(pupils * share * (1 - share));
    long drawn = Math.round(pupils * share + sd * random.nextGaussian());
    return Math.min(pupils, Math.max(0, drawn));
  }
}
