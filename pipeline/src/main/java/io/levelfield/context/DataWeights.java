package io.levelfield.context;

import io.levelfield.stats.Correlation;
import io.levelfield.stats.Descriptive;
import java.util.Arrays;

/** Weights from how indicators differ between schools, without regard to results. */
final class DataWeights {
  private DataWeights() {}

  /**
   * Shannon's entropy: an indicator that spreads evenly over schools tells little and weighs little
   * (Hwang, Yoon, Multiple Attribute Decision Making, 1981, 3.2).
   *
   * @param values favourable side up, least value 0 and greatest 1, {@code [school][indicator]}
   * @return adding up to 1
   */
  static double[] entropy(double[][] values) {
    double[] divergence = new double[values[0].length];
    for (int j = 0; j < divergence.length; j++) {
      double[] own = column(values, j);
      double sum = Arrays.stream(own).sum();
      double entropy = 0;
      for (double value : own) {
        double share = value / sum;
        entropy -= share > 0 ? share * Math.log(share) : 0;
      }
      divergence[j] = 1 - entropy / Math.log(own.length);
    }
    return shares(divergence);
  }

  /**
   * CRITIC: an indicator weighs by its spread and by how little it repeats others (Diakoulaki,
   * Mavrotas, Papayannakis, Computers & Operations Research 22, 1995).
   *
   * @param values as for {@link #entropy}
   * @return adding up to 1
   */
  static double[] critic(double[][] values) {
    double[][] correlations = Correlation.matrix(values);
    double[] information = new double[values[0].length];
    for (int j = 0; j < information.length; j++) {
      double apart = Arrays.stream(correlations[j]).map(r -> 1 - r).sum();
      information[j] = Descriptive.sd(column(values, j)) * apart;
    }
    return information.length == 1 ? new double[] {1} : shares(information);
  }

  private static double[] column(double[][] values, int j) {
    return Arrays.stream(values).mapToDouble(row -> row[j]).toArray();
  }

  private static double[] shares(double[] parts) {
    double sum = Arrays.stream(parts).sum();
    return Arrays.stream(parts).map(part -> sum > 0 ? part / sum : 1.0 / parts.length).toArray();
  }
}
