package io.levelfield.stats;

/** The difference of two means or shares, with its interval. */
public record Difference(double value, Interval interval) {

  /**
   * The mean of differences within pairs, with Student's interval.
   *
   * @param differences of at least two pairs
   */
  public static Difference paired(double[] differences, double confidence) {
    if (differences.length < 2) {
      throw new IllegalArgumentException(differences.length + " pairs do not tell their spread");
    }
    double mean = Descriptive.mean(differences);
    double error = Descriptive.sd(differences) / Math.sqrt(differences.length);
    double reach = StudentQuantile.twoSided(confidence, differences.length - 1) * error;
    return new Difference(mean, new Interval(mean - reach, mean + reach));
  }

  /**
   * The second mean minus the first, of two samples whose spread may differ.
   *
   * @param first at least two values
   * @param second at least two values
   * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch (1947)</a>
   */
  public static Difference ofMeans(double[] first, double[] second, double confidence) {
    double ofFirst = Math.pow(Descriptive.sd(first), 2) / first.length;
    double ofSecond = Math.pow(Descriptive.sd(second), 2) / second.length;
    double difference = Descriptive.mean(second) - Descriptive.mean(first);
    double variance = ofFirst + ofSecond;
    if (variance == 0) {
      return new Difference(difference, new Interval(difference, difference));
    }
    double degrees =
        variance
            * variance
            / (ofFirst * ofFirst / (first.length - 1) + ofSecond * ofSecond / (second.length - 1));
    double reach = StudentQuantile.twoSided(confidence, degrees) * Math.sqrt(variance);
    return new Difference(difference, new Interval(difference - reach, difference + reach));
  }

  /**
   * The second share minus the first, of two samples.
   *
   * @see <a
   *     href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">
   *     Newcombe (1998), method 10</a>
   */
  public static Difference ofShares(
      long first, long ofFirst, long second, long ofSecond, double confidence) {
    double before = (double) first / ofFirst;
    double after = (double) second / ofSecond;
    Interval then = WilsonInterval.of(first, ofFirst, confidence);
    Interval now = WilsonInterval.of(second, ofSecond, confidence);
    double difference = after - before;
    return new Difference(
        difference,
        new Interval(
            difference - Math.hypot(after - now.low(), then.high() - before),
            difference + Math.hypot(now.high() - after, before - then.low())));
  }
}
