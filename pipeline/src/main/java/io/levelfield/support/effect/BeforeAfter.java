package io.levelfield.support.effect;

import io.levelfield.model.support.EffectAnalysis.Figures;
import io.levelfield.stats.Courses;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.StudentQuantile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Supported schools' results after the start less those before, as it is often reported, beside the
 * change one would expect of them with no support at all.
 *
 * @param schools with results before and after
 * @param change mean over the schools
 * @param expected the same of what they would have changed by themselves, to the mean
 */
record BeforeAfter(int schools, double change, double low, double high, double expected) {

  /**
   * Compares.
   *
   * @param confidence of the interval
   * @return empty for fewer than two schools, whose changes have no spread
   */
  static Optional<BeforeAfter> of(Comparison comparison, double confidence) {
    List<Double> changes = new ArrayList<>();
    List<Double> expected = new ArrayList<>();
    Courses courses = comparison.courses();
    Foretold foretold = comparison.foretold();
    for (int s = 0; s < courses.units(); s++) {
      if (!comparison.starts().has(s) || comparison.starts().first(s) >= comparison.years()) {
        continue;
      }
      int school = s;
      int first = comparison.starts().first(s);
      int[] before = IntStream.range(0, first).filter(t -> courses.has(school, t)).toArray();
      int[] after =
          IntStream.range(first, comparison.years())
              .filter(t -> foretold.of(school, first, t) != null)
              .toArray();
      if (before.length > 0 && after.length > 0) {
        DoubleStream were = IntStream.of(before).mapToDouble(t -> courses.value(school, t));
        DoubleStream are = IntStream.of(after).mapToDouble(t -> courses.value(school, t));
        changes.add(mean(are) - mean(were));
        expected.add(
            mean(IntStream.of(after).mapToDouble(t -> foretold.expected(school, first, t)))
                - mean(IntStream.of(before).mapToDouble(t -> foretold.residual(school, t))));
      }
    }
    if (changes.size() < 2) {
      return Optional.empty();
    }
    double[] all = changes.stream().mapToDouble(Double::doubleValue).toArray();
    double change = Descriptive.mean(all);
    double reach =
        StudentQuantile.twoSided(confidence, all.length - 1)
            * Descriptive.sd(all)
            / Math.sqrt(all.length);
    return Optional.of(
        new BeforeAfter(
            all.length,
            change,
            change - reach,
            change + reach,
            mean(expected.stream().mapToDouble(Double::doubleValue))));
  }

  private static double mean(DoubleStream values) {
    return values.average().orElseThrow();
  }

  Figures figures() {
    return new Figures(
        change,
        low,
        high,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(expected));
  }
}
