package io.levelfield.identify;

import io.levelfield.identify.LowPatterns.Part;
import io.levelfield.stats.PoissonBinomial;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The chance that the rule for low results holds in a year, from the chances of its examinations.
 * They are independent given the school's effect, over which the chance is averaged.
 */
final class LowChance {
  private final List<Part> parts;

  /**
   * @param parts patterns of the year itself, bit 0, and of the years before that the rule asks for
   */
  LowChance(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Several examinations reach it. */
  double breadth(int procedures) {
    return average(part -> PoissonBinomial.atLeast(procedures, now(part)));
  }

  /** One examination reaches it year after year. */
  double persistence() {
    return average(
        part -> {
          double none = 1;
          for (int e = 0; e < part.examinations(); e++) {
            double[] patterns = part.patterns(e);
            none *= 1 - patterns[patterns.length - 1];
          }
          return 1 - none;
        });
  }

  /**
   * Either of both. Neither means: fewer than {@code procedures} examinations reach it, and each of
   * these did not before; that is summed over how many do.
   */
  double either(int procedures) {
    return average(part -> either(procedures, part));
  }

  private static double either(int procedures, Part part) {
    double[] now = now(part);
    double[] exactly = new double[procedures];
    exactly[0] = 1;
    for (int e = 0; e < now.length; e++) {
      double[] patterns = part.patterns(e);
      double newly = now[e] - patterns[patterns.length - 1];
      for (int c = procedures - 1; c > 0; c--) {
        exactly[c] = exactly[c] * (1 - now[e]) + exactly[c - 1] * newly;
      }
      exactly[0] *= 1 - now[e];
    }
    double neither = 0;
    for (double c : exactly) {
      neither += c;
    }
    return Math.max(0, 1 - neither);
  }

  /** By examination: the chance that it reaches the threshold in the year itself. */
  private static double[] now(Part part) {
    double[] now = new double[part.examinations()];
    for (int e = 0; e < now.length; e++) {
      double[] patterns = part.patterns(e);
      for (int s = 1; s < patterns.length; s += 2) {
        now[e] += patterns[s];
      }
    }
    return now;
  }

  private double average(ToDoubleFunction<Part> chance) {
    double sum = 0;
    for (Part part : parts) {
      sum += part.weight() * chance.applyAsDouble(part);
    }
    return Math.min(1, sum);
  }
}
