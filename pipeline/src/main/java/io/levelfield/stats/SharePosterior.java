package io.levelfield.stats;

/**
 * What is known of a school's true share once its pupils are seen beside those of other schools.
 * The true share may be anything between 0 and 1; how probable each is, cells tell.
 */
public final class SharePosterior {
  private final double[] cells;
  private final CountLikelihood own;
  private final double likelihood;

  /**
   * @param cells the share's distribution before the school's own pupils are seen, {@link
   *     ShareCells}
   */
  SharePosterior(double[] cells, CountLikelihood own) {
    this.cells = cells;
    this.own = own;
    likelihood = own.of(cells);
  }

  /** The shrunken share. */
  public double mean() {
    return own.momentOf(cells) / likelihood;
  }

  /** The probability that the true share reaches the threshold. */
  public double probabilityAtLeast(double threshold) {
    double[] above = own.byCellFrom(threshold);
    double sum = 0;
    for (int j = 0; j < above.length; j++) {
      sum += cells[own.first() + j] * above[j];
    }
    return Math.min(1, sum / likelihood);
  }
}
