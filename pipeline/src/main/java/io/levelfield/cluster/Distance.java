package io.levelfield.cluster;

/** Distances between points of equal dimension. */
final class Distance {
  private Distance() {}

  static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = a[j] - b[j];
      sum += difference * difference;
    }
    return sum;
  }

  static double euclidean(double[] a, double[] b) {
    return Math.sqrt(squared(a, b));
  }
}
