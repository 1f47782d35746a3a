package io.levelfield.identify;

import io.levelfield.identify.SchoolCounts.Count;
import io.levelfield.identify.SchoolEffect.Point;
import io.levelfield.stats.EffectGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * In which years each examination's true share reaches the threshold. Given the school's effect
 * examinations are independent, so for each value of the effect there is a distribution over
 * patterns of years for each examination, and the values are weighed by what all of the school's
 * pupils say of the effect.
 */
final class LowPatterns {
  /** Values of the effect that are less probable than the most probable by this do not count. */
  private static final double NEGLIGIBLE = 1e-6;

  /** One value of the school's effect. */
  static final class Part {
    private final double weight;
    private final double[][] patterns;

    /**
     * @param weight its probability
     * @param patterns by examination: the probability of every set of low years, year i of the list
     *     being bit i
     */
    Part(double weight, double[][] patterns) {
      this.weight = weight;
      this.patterns = patterns.clone();
    }

    double weight() {
      return weight;
    }

    int examinations() {
      return patterns.length;
    }

    /** Of an examination: the probability of every set of low years. */
    double[] patterns(int examination) {
      return patterns[examination];
    }
  }

  private final SchoolEffect effect;
  private final List<EffectPaths> paths;

  LowPatterns(SchoolEffect effect) {
    this.effect = effect;
    paths = effect.points().stream().map(p -> new EffectPaths(p.shared())).toList();
  }

  /**
   * The values of a school's effect.
   *
   * @param held by year: the examinations that count
   * @param threshold the share asked for
   */
  List<Part> of(List<Map<Examination, Count>> held, double threshold) {
    var examinations = new TreeSet<Examination>();
    held.forEach(year -> examinations.addAll(year.keySet()));
    List<Part> parts = new ArrayList<>();
    for (int p = 0; p < paths.size(); p++) {
      Point point = effect.points().get(p);
      double[][][] masses = new double[examinations.size()][][];
      int e = 0;
      for (Examination examination : examinations) {
        masses[e++] = masses(examination, held, threshold, point.counts(), paths.get(p));
      }
      add(parts, point, masses);
    }
    return parts;
  }

  /** {@code [pattern][node]}: likelihood of the examination's counts together with the pattern. */
  private static double[][] masses(
      Examination examination,
      List<Map<Examination, Count>> held,
      double threshold,
      LinkedCounts linked,
      EffectPaths paths) {
    double[][] masses = new double[1 << held.size()][];
    masses[0] = new double[EffectGrid.NODES];
    Arrays.fill(masses[0], 1);
    for (int year = 0; year < held.size(); year++) {
      Count count = held.get(year).get(examination);
      if (count == null || count.spread().isEmpty()) {
        continue;
      }
      double[] all = linked.likelihood(count);
      double[] low = linked.likelihoodFrom(count, threshold);
      double alone = mean(all);
      for (int pattern = (1 << year) - 1; pattern >= 0; pattern--) {
        double[] so = masses[pattern];
        if (so != null) {
          double[] then = new double[EffectGrid.NODES];
          for (int k = 0; k < then.length; k++) {
            then[k] = so[k] * low[k] / alone;
            so[k] *= (all[k] - low[k]) / alone;
          }
          masses[pattern | 1 << year] = then;
        }
      }
    }
    for (int pattern = 0; pattern < masses.length; pattern++) {
      masses[pattern] = overPaths(masses[pattern], paths);
    }
    return masses;
  }

  private static double[] overPaths(double[] ofEffect, EffectPaths paths) {
    double[] byNode = new double[EffectGrid.NODES];
    if (ofEffect != null) {
      Arrays.setAll(byNode, k -> paths.mean(ofEffect, k));
    }
    return byNode;
  }

  private static double mean(double[] byNode) {
    double mean = 0;
    for (int k = 0; k < byNode.length; k++) {
      mean += EffectGrid.weight(k) * byNode[k];
    }
    return mean;
  }

  private static void add(List<Part> parts, Point point, double[][][] masses) {
    double[] weights = new double[EffectGrid.NODES];
    double[][] totals = new double[EffectGrid.NODES][masses.length];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = EffectGrid.weight(k);
      for (int e = 0; e < masses.length; e++) {
        for (double[] pattern : masses[e]) {
          totals[k][e] += pattern[k];
        }
        weights[k] *= totals[k][e];
      }
    }
    double top = Arrays.stream(weights).max().orElseThrow();
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = weights[k] > NEGLIGIBLE * top ? weights[k] : 0;
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] > 0) {
        double[][] patterns = new double[masses.length][];
        for (int e = 0; e < masses.length; e++) {
          patterns[e] = new double[masses[e].length];
          for (int s = 0; s < patterns[e].length; s++) {
            patterns[e][s] = masses[e][s][k] / totals[k][e];
          }
        }
        parts.add(new Part(point.weight() * weights[k] / sum, patterns));
      }
    }
  }
}
