package io.levelfield.model.input;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Earlier and later scores of pupils, ordered by score: nothing tells whose they are, nor in what
 * order rows came.
 */
public final class ScorePairs {
  private final double[] earlier;
  private final double[] later;

  private ScorePairs(double[] earlier, double[] later) {
    this.earlier = earlier;
    this.later = later;
  }

  /**
   * Scores of pupils in any order.
   *
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static ScorePairs of(double[] earlier, double[] later) {
    if (earlier.length != later.length) {
      throw new IllegalArgumentException(earlier.length + " earlier, " + later.length + " later");
    }
    int[] order =
        IntStream.range(0, earlier.length)
            .boxed()
            .sorted(
                (a, b) -> {
                  int byEarlier = Double.compare(earlier[a] + 0.0, earlier[b] + 0.0);
                  return byEarlier != 0
                      ? byEarlier
                      : Double.compare(later[a] + 0.0, later[b] + 0.0);
                })
            .mapToInt(Integer::intValue)
            .toArray();
    // -0.0 and 0.0 are one score
    return new ScorePairs(
        Arrays.stream(order).mapToDouble(i -> earlier[i] + 0.0).toArray(),
        Arrays.stream(order).mapToDouble(i -> later[i] + 0.0).toArray());
  }

  /** Number of pupils. */
  public int size() {
    return earlier.length;
  }

  public double earlier(int i) {
    return earlier[i];
  }

  public double later(int i) {
    return later[i];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScorePairs that
        && Arrays.equals(earlier, that.earlier)
        && Arrays.equals(later, that.later);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(earlier) + Arrays.hashCode(later);
  }

  @Override
  public String toString() {
    return size() + " pupils";
  }
}
