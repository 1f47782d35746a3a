package io.levelfield.stats;

/**
 * The score interval of a share: those true shares that the observed one does not contradict. It
 * stays within 0 and 1 and holds its confidence with few pupils and with nobody below.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927)</a>
 */
public final class WilsonInterval {
  private WilsonInterval() {}

  /**
   * The interval of {@code x} out of {@code n}.
   *
   * @param confidence e.g. 0.9
   * @throws IllegalArgumentException unless 0 &le; x &le; n and n is at least 1
   */
  public static Interval of(long x, long n, double confidence) {
    if (n < 1 || x < 0 || x > n) {
      throw new IllegalArgumentException(x + " of " + n + " is no share");
    }
    return ofHalves(2 * x, n, confidence);
  }

  /**
   * The interval of {@code halves / 2} out of {@code n}: where ties count half.
   *
   * @throws IllegalArgumentException unless 0 &le; halves &le; 2 n and n is at least 1
   */
  public static Interval ofHalves(long halves, long n, double confidence) {
    if (n < 1 || halves < 0 || halves > 2 * n) {
      throw new IllegalArgumentException(halves + " halves of " + n + " are no share");
    }
    // Hipparchus has it for counts that fit an int only.
    double z = NormalTail.quantile((1 + Interval.requireConfidence(confidence)) / 2);
    double share = halves / 2.0 / n;
    double pull = z * z / n;
    double centre = (share + pull / 2) / (1 + pull);
    double reach = Math.sqrt(pull * share * (1 - share) + pull * pull / 4) / (1 + pull);
    // With nobody or everybody below, one end is the share itself but for rounding.
    return new Interval(
        halves == 0 ? 0 : Math.max(0, centre - reach),
        halves == 2 * n ? 1 : Math.min(1, centre + reach));
  }
}
