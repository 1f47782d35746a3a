package io.levelfield.cluster;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Points divided into groups numbered from 0, none of them empty, with the groups' centres. */
public final class Partition implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] groups;
  private final double[][] centres;
  private final double wss;

  private Partition(int[] groups, double[][] centres, double wss) {
    this.groups = groups;
    this.centres = centres;
    this.wss = wss;
  }

  /**
   * Measures a partition: centres and sums are added up in the order of the points.
   *
   * @param points {@code [point][feature]}
   * @param groups the group of each point, 0 to {@code k - 1}
   * @throws IllegalArgumentException if a group is empty
   */
  public static Partition of(double[][] points, int[] groups, int k) {
    double[][] centres = new double[k][points[0].length];
    int[] sizes = new int[k];
    for (int i = 0; i < points.length; i++) {
      sizes[groups[i]]++;
      for (int j = 0; j < points[i].length; j++) {
        centres[groups[i]][j] += points[i][j];
      }
    }
    for (int g = 0; g < k; g++) {
      if (sizes[g] == 0) {
        throw new IllegalArgumentException("group " + g + " of " + k + " is empty");
      }
      for (int j = 0; j < centres[g].length; j++) {
        centres[g][j] /= sizes[g];
      }
    }
    double wss = 0;
    for (int i = 0; i < points.length; i++) {
      wss += Distance.squared(points[i], centres[groups[i]]);
    }
    return new Partition(groups.clone(), centres, wss);
  }

  /** The number of groups. */
  public int k() {
    return centres.length;
  }

  /** The group of each point, from 0. */
  public int[] groups() {
    return groups.clone();
  }

  /** The group of one point, from 0. */
  public int group(int point) {
    return groups[point];
  }

  /** A group's mean point. */
  public double[] centre(int group) {
    return centres[group].clone();
  }

  /** The groups' mean points, {@code [group][feature]}. */
  public double[][] centres() {
    return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
  }

  /** The number of points of each group. */
  public int[] sizes() {
    int[] sizes = new int[k()];
    for (int group : groups) {
      sizes[group]++;
    }
    return sizes;
  }

  /** The sum of squared distances of the points to their groups' centres. */
  public double wss() {
    return wss;
  }

  /**
   * The same groups under other numbers.
   *
   * @param order for each new number the present one
   */
  public Partition renumbered(int[] order) {
    int[] newNumber = new int[order.length];
    double[][] newCentres = new double[order.length][];
    for (int g = 0; g < order.length; g++) {
      newNumber[order[g]] = g;
      newCentres[g] = centres[order[g]];
    }
    int[] newGroups = Arrays.stream(groups).map(g -> newNumber[g]).toArray();
    return new Partition(newGroups, newCentres, wss);
  }

  /** The same groups numbered by their centres: by the first feature, then the next. */
  Partition numberedByCentre() {
    return renumbered(
        IntStream.range(0, k())
            .boxed()
            .sorted(Comparator.comparing(g -> centres[g], Arrays::compare))
            .mapToInt(Integer::intValue)
            .toArray());
  }

  /**
   * The same groups for points in another order.
   *
   * @param order for each present place of a point its new one
   */
  Partition rearranged(int[] order) {
    int[] newGroups = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      newGroups[order[i]] = groups[i];
    }
    return new Partition(newGroups, centres, wss);
  }
}
