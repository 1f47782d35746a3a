package io.levelfield.stats;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * The principal components of a correlation matrix. The score of an observation on a component is
 * the sum of its z-scores times the loadings; its variance is the component's eigenvalue.
 */
public final class PrincipalComponents {
  private final double[] eigenvalues;
  private final double[][] loadings;

  private PrincipalComponents(double[] eigenvalues, double[][] loadings) {
    this.eigenvalues = eigenvalues;
    this.loadings = loadings;
  }

  /**
   * Decomposes a correlation matrix.
   *
   * @param correlations symmetric, {@code [variable][variable]}
   */
  public static PrincipalComponents ofCorrelations(double[][] correlations) {
    var decomposition = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(correlations));
    double[] eigenvalues = decomposition.getEigenvalues();
    double[][] loadings = new double[eigenvalues.length][];
    for (int component = 0; component < eigenvalues.length; component++) {
      loadings[component] = oriented(decomposition.getEigenvector(component).toArray());
    }
    return new PrincipalComponents(eigenvalues, loadings);
  }

  /** Variances of the components, descending; they add up to the number of variables. */
  public double[] eigenvalues() {
    return eigenvalues.clone();
  }

  /** Shares of the whole variance, 0..1, in the order of the eigenvalues. */
  public double[] explained() {
    double total = Arrays.stream(eigenvalues).sum();
    return Arrays.stream(eigenvalues).map(value -> value / total).toArray();
  }

  /**
   * Weights of the variables in a component, of unit length. Their common sign is arbitrary in
   * theory; here the weight farthest from zero is positive.
   *
   * @param component from 0, the one with the largest eigenvalue
   */
  public double[] loadings(int component) {
    return loadings[component].clone();
  }

  private static double[] oriented(double[] vector) {
    double farthest = 0;
    for (double weight : vector) {
      if (Math.abs(weight) > Math.abs(farthest)) {
        farthest = weight;
      }
    }
    double sign = farthest < 0 ? -1 : 1;
    return Arrays.stream(vector).map(weight -> sign * weight).toArray();
  }
}
