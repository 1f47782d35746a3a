package io.levelfield.cluster;

/** Fits the model that is kept, starting from the best partition the search has found. */
@FunctionalInterface
public interface FinalFit {

  /**
   * Fits the model.
   *
   * @param points standardised features, {@code [point][feature]}
   * @param searched the best partition found, its groups numbered as they will be reported
   * @return the model's partition, with the same numbers
   */
  Partition fit(double[][] points, Partition searched);

  /** Keeps the searched partition as it is. */
  static FinalFit asSearched() {
    return (points, searched) -> searched;
  }
}
