package io.levelfield.model.variation;

/**
 * A school whose place in the index of social well-being is another.
 *
 * @param before rank under the study's own settings, 1 the most favourable
 * @param after rank under the other ones
 */
public record RankChange(String schoolId, double before, double after) {

  /** By how many places it moved, either way. */
  public double places() {
    return Math.abs(after - before);
  }
}
