package io.levelfield.model.input;

/**
 * What a figure that was suppressed in the source may be, e.g. 0 to 4 for {@code <5}.
 *
 * @param low the least
 * @param high the most
 */
public record Span(double low, double high) {

  public Span {
    if (!(low <= high)) {
      throw new IllegalArgumentException(low + " to " + high);
    }
  }

  /** Standard deviation of a figure that may be anything between, as likely as anything else. */
  public double sd() {
    return (high - low) / Math.sqrt(12);
  }
}
