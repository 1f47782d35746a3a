package io.levelfield.stats;

/** Quantiles of a distribution of shares that is kept in the cells of {@link ShareCells}. */
public final class ShareQuantiles {
  private final double[] upTo;

  /**
   * @param cells probabilities of cells equally wide in 2 arcsin √share, adding up to 1
   */
  public ShareQuantiles(double[] cells) {
    upTo = new double[cells.length + 1];
    for (int j = 0; j < cells.length; j++) {
      upTo[j + 1] = upTo[j] + cells[j];
    }
  }

  /** The share that is not surpassed with this probability. */
  public double at(double probability) {
    double reached = probability * upTo[upTo.length - 1];
    int low = 0;
    int high = upTo.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] <= reached) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double width = upTo[high] - upTo[low];
    double within = width > 0 ? Math.min(1, (reached - upTo[low]) / width) : 0;
    double half = (low + within) * ShareCells.WIDTH / 2;
    return Math.sin(half) * Math.sin(half);
  }
}
