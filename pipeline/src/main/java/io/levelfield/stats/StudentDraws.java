package io.levelfield.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.random.HaltonSequenceGenerator;
import org.hipparchus.special.Gamma;

/**
 * The same draws for every importance sample of a dimension: uniform ones, and ones of Student's t
 * with few degrees of freedom, whose tails are heavier than a posterior's. They are Halton's.
 */
final class StudentDraws {
  static final int DEGREES = 5;

  private record Size(int dimension, int draws) {}

  private static final Map<Size, StudentDraws> KNOWN = new ConcurrentHashMap<>();

  private final double[][] uniform;
  private final double[][] student;

  private StudentDraws(double[][] uniform, double[][] student) {
    this.uniform = uniform;
    this.student = student;
  }

  /** {@code [draw][dimension]}. */
  double[][] uniform() {
    return uniform;
  }

  /** {@code [draw][dimension]}, of unit scale. */
  double[][] student() {
    return student;
  }

  static StudentDraws of(int dimension, int draws) {
    return KNOWN.computeIfAbsent(new Size(dimension, draws), StudentDraws::drawn);
  }

  private static StudentDraws drawn(Size size) {
    var chiSquared = new ChiSquaredDistribution(DEGREES);
    var halton = new HaltonSequenceGenerator(size.dimension() + 1);
    halton.skipTo(1);
    double[][] uniform = new double[size.draws()][size.dimension()];
    double[][] student = new double[size.draws()][size.dimension()];
    for (int i = 0; i < size.draws(); i++) {
      double[] next = halton.nextVector();
      double square = chiSquared.inverseCumulativeProbability(next[size.dimension()]);
      double scale = Math.sqrt(DEGREES / square);
      for (int k = 0; k < size.dimension(); k++) {
        uniform[i][k] = next[k];
        student[i][k] = scale * NormalTail.quantile(next[k]);
      }
    }
    return new StudentDraws(uniform, student);
  }

  /** The logarithm of the density of Student's t of unit scale at its centre. */
  static double logTop(int dimension) {
    return Gamma.logGamma((DEGREES + dimension) / 2.0)
        - Gamma.logGamma(DEGREES / 2.0)
        - dimension / 2.0 * Math.log(DEGREES * Math.PI);
  }
}
