package io.levelfield.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Multiple imputation by chained equations: the gaps of each variable are filled in turn from a
 * regression on the others, again and again. A gap takes the value of one of the observations whose
 * prediction is nearest (predictive mean matching), so that imputed values are such as occur; the
 * regression's coefficients are drawn from their posterior distribution.
 *
 * @see "S. van Buuren, K. Groothuis-Oudshoorn, mice, J. Stat. Softw. 45(3), 2011; rounds, donors
 *     and the ridge are mice's defaults"
 */
public final class ChainedRegressions {
  private static final int ROUNDS = 5;
  private static final int DONORS = 5;
  private static final double RIDGE = 1e-5;

  private final double[][] values;
  private final int variables;

  /** Values in standard deviations, NaN for a gap. */
  private final double[][] z;

  private final int[][] gaps;
  private final int[][] known;

  /**
   * @param values {@code [observation][variable]}, NaN for a gap
   * @throws IllegalArgumentException if a variable has fewer than two known values
   */
  public ChainedRegressions(double[][] values) {
    this.values = values;
    variables = values[0].length;
    gaps = new int[variables][];
    known = new int[variables][];
    z = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    for (int j = 0; j < variables; j++) {
      int variable = j;
      IntStream all = IntStream.range(0, values.length);
      gaps[j] = all.filter(i -> Double.isNaN(values[i][variable])).toArray();
      all = IntStream.range(0, values.length);
      known[j] = all.filter(i -> !Double.isNaN(values[i][variable])).toArray();
      if (known[j].length < 2) {
        throw new IllegalArgumentException("variable " + j + " is known fewer than two times");
      }
      double[] own = Arrays.stream(known[j]).mapToDouble(i -> values[i][variable]).toArray();
      double mean = Descriptive.mean(own);
      double sd = Descriptive.isConstant(own) ? 1 : Descriptive.sd(own);
      for (double[] row : z) {
        row[j] = (row[j] - mean) / sd;
      }
    }
  }

  /**
   * One completed set of observations, {@code [observation][variable]}; known values are as given.
   */
  public double[][] draw(RandomStream random) {
    var draw = new Draw(random);
    int[] order =
        IntStream.range(0, variables)
            .filter(j -> gaps[j].length > 0)
            .boxed()
            .sorted(Comparator.comparing(j -> gaps[j].length))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int round = 0; round < ROUNDS; round++) {
      for (int variable : order) {
        draw.impute(variable);
      }
    }
    return draw.filled;
  }

  /** A set of observations being completed. */
  private final class Draw {
    private final RandomStream random;
    private final double[][] filled =
        Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    private final double[][] scores =
        Arrays.stream(z).map(double[]::clone).toArray(double[][]::new);

    Draw(RandomStream random) {
      this.random = random;
      for (int j = 0; j < variables; j++) {
        for (int gap : gaps[j]) {
          take(gap, j, known[j][random.nextInt(known[j].length)]);
        }
      }
    }

    private void take(int gap, int variable, int donor) {
      filled[gap][variable] = values[donor][variable];
      scores[gap][variable] = z[donor][variable];
    }

    void impute(int variable) {
      int[] observed = known[variable];
      CholeskyDecomposition products = products(variable);
      double[] estimate = products.getSolver().solve(response(variable)).toArray();
      double residuals = 0;
      double[] predicted = new double[observed.length];
      for (int i = 0; i < observed.length; i++) {
        double[] row = scores[observed[i]];
        predicted[i] = prediction(row, variable, estimate);
        residuals += (row[variable] - predicted[i]) * (row[variable] - predicted[i]);
      }
      double[] drawn = posterior(products, estimate, residuals, observed.length);
      int[] order =
          IntStream.range(0, observed.length)
              .boxed()
              .sorted(Comparator.comparing(i -> predicted[i]))
              .mapToInt(i -> i)
              .toArray();
      double[] ordered = Arrays.stream(order).mapToDouble(i -> predicted[i]).toArray();
      for (int gap : gaps[variable]) {
        int donor = donor(ordered, prediction(scores[gap], variable, drawn));
        take(gap, variable, observed[order[donor]]);
      }
    }

    /** Of the other variables and the constant, which stands in the variable's own place. */
    private CholeskyDecomposition products(int variable) {
      double[][] products = new double[variables][variables];
      for (int i : known[variable]) {
        for (int a = 0; a < variables; a++) {
          double left = regressor(scores[i], variable, a);
          for (int b = 0; b <= a; b++) {
            products[a][b] += left * regressor(scores[i], variable, b);
          }
        }
      }
      RealMatrix matrix = MatrixUtils.createRealMatrix(variables, variables);
      for (int a = 0; a < variables; a++) {
        for (int b = 0; b <= a; b++) {
          double entry = a == b ? products[a][b] * (1 + RIDGE) + RIDGE : products[a][b];
          matrix.setEntry(a, b, entry);
          matrix.setEntry(b, a, entry);
        }
      }
      return new CholeskyDecomposition(matrix);
    }

    private RealVector response(int variable) {
      double[] sums = new double[variables];
      for (int i : known[variable]) {
        for (int a = 0; a < variables; a++) {
          sums[a] += regressor(scores[i], variable, a) * scores[i][variable];
        }
      }
      return new ArrayRealVector(sums, false);
    }

    /** Coefficients from their posterior: normal about the estimate, 1/variance a χ². */
    private double[] posterior(
        CholeskyDecomposition products, double[] estimate, double residuals, int observations) {
      double chiSquare = 0;
      for (int i = 0; i < Math.max(1, observations - variables); i++) {
        double normal = random.nextGaussian();
        chiSquare += normal * normal;
      }
      double sd = Math.sqrt(residuals / chiSquare);
      double[] drawn = new double[variables];
      RealMatrix upper = products.getLT();
      for (int j = variables - 1; j >= 0; j--) {
        drawn[j] = sd * random.nextGaussian();
        for (int b = j + 1; b < variables; b++) {
          drawn[j] -= upper.getEntry(j, b) * drawn[b];
        }
        drawn[j] /= upper.getEntry(j, j);
      }
      for (int j = 0; j < variables; j++) {
        drawn[j] += estimate[j];
      }
      return drawn;
    }

    /** One of the observations whose predictions are nearest; its place among the ordered. */
    private int donor(double[] ordered, double prediction) {
      int at = Arrays.binarySearch(ordered, prediction);
      int above = at < 0 ? -at - 1 : at;
      int below = above - 1;
      int donors = Math.min(DONORS, ordered.length);
      for (int found = 0; found < donors; found++) {
        boolean takeBelow =
            above >= ordered.length
                || (below >= 0 && prediction - ordered[below] <= ordered[above] - prediction);
        if (takeBelow) {
          below--;
        } else {
          above++;
        }
      }
      return below + 1 + random.nextInt(donors);
    }
  }

  private static double regressor(double[] row, int variable, int at) {
    return at == variable ? 1 : row[at];
  }

  private static double prediction(double[] row, int variable, double[] coefficients) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += coefficients[j] * regressor(row, variable, j);
    }
    return sum;
  }
}
