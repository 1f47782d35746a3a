package io.levelfield.stats;

/**
 * The standard normal distribution function from a table, for inner loops; linear between entries,
 * right to 2e-7.
 */
final class NormalTable {
  private static final double REACH = 7;
  private static final int PER_UNIT = 512;
  private static final double[] TABLE = new double[(int) (2 * REACH * PER_UNIT) + 2];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      TABLE[i] = NormalTail.above(0, i / (double) PER_UNIT - REACH, 1);
    }
  }

  private NormalTable() {}

  static double cumulative(double z) {
    if (z <= -REACH) {
      return 0;
    }
    if (z >= REACH) {
      return 1;
    }
    double place = (z + REACH) * PER_UNIT;
    int i = (int) place;
    return TABLE[i] + (place - i) * (TABLE[i + 1] - TABLE[i]);
  }
}
