package io.levelfield.model.support;

/**
 * A share and those shares that it does not contradict.
 *
 * @param share 0 to 1
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record ShareInterval(double share, double low, double high) {

  public ShareInterval {
    if (!(low <= share && share <= high)) {
      throw new IllegalArgumentException(share + " is not within " + low + " to " + high);
    }
  }
}
