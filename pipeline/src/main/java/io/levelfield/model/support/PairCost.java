package io.levelfield.model.support;

/**
 * What a pair costs, part by part; the lower, the better. Each part is already weighted, and all
 * weights together are 1. Costs are whole ten-thousandths, so that a tie is a tie.
 *
 * @param context of the difference between the schools' contexts, ten-thousandths
 * @param travel of the way between them
 * @param subjects of weak subjects in which the donor is not strong
 * @param doubt of the chance that the donor is not above what its context lets one expect
 */
public record PairCost(int context, int travel, int subjects, int doubt) {
  private static final double UNITS = 10_000;

  /** A share of the cost in whole units. */
  public static int units(double part) {
    return (int) Math.rint(UNITS * part);
  }

  /** Units as a number of the cost's scale. */
  public static double number(long units) {
    return units / UNITS;
  }

  /** All parts together, ten-thousandths. */
  public int total() {
    return context + travel + subjects + doubt;
  }
}
