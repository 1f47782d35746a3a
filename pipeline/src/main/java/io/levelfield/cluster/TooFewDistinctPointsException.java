package io.levelfield.cluster;

/** Fewer distinct points than groups are asked for. */
public final class TooFewDistinctPointsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int distinct;
  private final int k;

  public TooFewDistinctPointsException(int distinct, int k) {
    super(distinct + " distinct points cannot be divided into " + k + " groups");
    this.distinct = distinct;
    this.k = k;
  }

  /** How many distinct points there are. */
  public int distinct() {
    return distinct;
  }

  /** How many groups were asked for. */
  public int k() {
    return k;
  }
}
