package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SobolIndicesTest {
  private static final int DRAWS = 60_000;
  private static final double A = 7;
  private static final double B = 0.1;

  /** Ishigami, Homma (1990); the indices are in Saltelli et al., Global Sensitivity Analysis. */
  private static double ishigami(double[] x) {
    return Math.sin(x[0])
        + A * Math.pow(Math.sin(x[1]), 2)
        + B * Math.pow(x[2], 4) * Math.sin(x[0]);
  }

  @Test
  void ishigamisFunctionHasItsAnalyticIndices() {
    double[][] a = inputs(1);
    double[][] b = inputs(2);
    double[] first = {0.3139, 0.4424, 0};
    double[] total = {0.5576, 0.4424, 0.2437};
    for (int input = 0; input < 3; input++) {
      double[] swapped = new double[DRAWS];
      for (int i = 0; i < DRAWS; i++) {
        double[] x = a[i].clone();
        x[input] = b[i][input];
        swapped[i] = ishigami(x);
      }
      SobolIndices found = SobolIndices.of(outputs(a), outputs(b), swapped, 3);

      assertThat(found.first().value()).as("first %d", input).isCloseTo(first[input], within(.02));
      assertThat(found.total().value()).as("total %d", input).isCloseTo(total[input], within(.02));
      assertThat(first[input]).isBetween(found.first().low() - .01, found.first().high() + .01);
      assertThat(SobolIndices.of(outputs(a), outputs(b), swapped, 3)).isEqualTo(found);
    }
  }

  @Test
  void whatNeverChangesDependsOnNothing() {
    double[] same = {1, 1, 1};

    assertThat(SobolIndices.of(same, same, same, 1).total().value()).isZero();
  }

  private static double[][] inputs(long seed) {
    var random = RandomStream.from(seed);
    double[][] inputs = new double[DRAWS][3];
    for (double[] x : inputs) {
      for (int j = 0; j < x.length; j++) {
        x[j] = Math.PI * (2 * random.nextDouble() - 1);
      }
    }
    return inputs;
  }

  private static double[] outputs(double[][] inputs) {
    double[] outputs = new double[inputs.length];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = ishigami(inputs[i]);
    }
    return outputs;
  }
}
