package io.levelfield.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much better points lie in their own group than in the next one (Rousseeuw 1987): with a the
 * mean distance to the others of the own group and b the least mean distance to another group, the
 * width is (b-a)/max(a,b), -1..1, and 0 for a point alone in its group. Distances are plain
 * Euclidean, as in R's {@code cluster::silhouette}; Spark's evaluator takes squared distances,
 * which gives higher values that the usual rules of thumb do not fit.
 */
public final class Silhouette {
  /** Up to this many points the mean is exact; beyond, it is taken over a sample of the points. */
  public static final int MOST_POINTS_IN_MEAN = 10_000;

  private final double[][] points;
  private final Partition partition;
  private final int[] sizes;

  private Silhouette(double[][] points, Partition partition) {
    if (partition.k() < 2) {
      throw new IllegalArgumentException("one group has no silhouette");
    }
    this.points = points;
    this.partition = partition;
    this.sizes = partition.sizes();
  }

  /**
   * The exact width of each point, in time proportional to the square of their number.
   *
   * @param points {@code [point][feature]}
   * @throws IllegalArgumentException if there is only one group
   */
  public static double[] widths(double[][] points, Partition partition) {
    var silhouette = new Silhouette(points, partition);
    return IntStream.range(0, points.length).parallel().mapToDouble(silhouette::width).toArray();
  }

  /**
   * The mean width. With more than {@link #MOST_POINTS_IN_MEAN} points it is the mean over every
   * second (third, ...) point, so that no more than that many are measured, each against all
   * points.
   *
   * @param points {@code [point][feature]}
   * @throws IllegalArgumentException if there is only one group
   */
  public static double mean(double[][] points, Partition partition) {
    var silhouette = new Silhouette(points, partition);
    int step = (points.length - 1) / MOST_POINTS_IN_MEAN + 1;
    double[] widths =
        IntStream.rangeClosed(0, (points.length - 1) / step)
            .parallel()
            .mapToDouble(i -> silhouette.width(i * step))
            .toArray();
    return Arrays.stream(widths).sum() / widths.length;
  }

  /**
   * The mean width of a sample of the points among themselves, in the calling thread: an estimate
   * for replicates, exact if there are no more points than sampled.
   *
   * @param most how many points are sampled at most: every second, third, ...
   * @throws IllegalArgumentException if there is only one group
   */
  static double ofSample(double[][] points, Partition partition, int most) {
    int step = (points.length - 1) / most + 1;
    int[] sample =
        IntStream.rangeClosed(0, (points.length - 1) / step).map(i -> i * step).toArray();
    int k = partition.k();
    int[] sizes = new int[k];
    double[] sums = new double[sample.length * k];
    for (int a = 0; a < sample.length; a++) {
      double[] point = points[sample[a]];
      int group = partition.group(sample[a]);
      sizes[group]++;
      for (int b = 0; b < a; b++) {
        double distance = Distance.euclidean(point, points[sample[b]]);
        sums[a * k + partition.group(sample[b])] += distance;
        sums[b * k + group] += distance;
      }
    }
    double total = 0;
    for (int a = 0; a < sample.length; a++) {
      total += width(partition.group(sample[a]), sizes, sums, a * k);
    }
    return total / sample.length;
  }

  private double width(int point) {
    double[] sums = new double[sizes.length];
    for (int i = 0; i < points.length; i++) {
      sums[partition.group(i)] += Distance.euclidean(points[point], points[i]);
    }
    return width(partition.group(point), sizes, sums, 0);
  }

  /** From the sums of distances to each group, which begin at {@code first}. */
  private static double width(int own, int[] sizes, double[] sums, int first) {
    if (sizes[own] == 1) {
      return 0;
    }
    double within = sums[first + own] / (sizes[own] - 1);
    double next = Double.POSITIVE_INFINITY;
    for (int g = 0; g < sizes.length; g++) {
      if (g != own && sizes[g] > 0) {
        next = Math.min(next, sums[first + g] / sizes[g]);
      }
    }
    double larger = Math.max(within, next);
    return larger == 0 || Double.isInfinite(next) ? 0 : (next - within) / larger;
  }
}
