package io.levelfield.support.effect;

import io.levelfield.stats.Courses;
import io.levelfield.stats.GrowthModel;
import io.levelfield.stats.RandomStream;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Results of schools that each have a level of their own and differ from year to year. */
final class DrawnCourses {
  private DrawnCourses() {}

  /**
   * Draws results.
   *
   * @param size how many pupils an examination of a year has
   */
  static Courses of(
      int schools, int years, RandomStream random, ToDoubleFunction<RandomStream> size) {
    double[][] values = new double[schools][years];
    double[][] sizes = new double[schools][years];
    for (int s = 0; s < schools; s++) {
      double level = random.nextGaussian();
      for (int t = 0; t < years; t++) {
        values[s][t] = level + 0.3 * random.nextGaussian();
        sizes[s][t] = size.applyAsDouble(random);
      }
    }
    return new Courses(values, sizes, new double[0]);
  }

  /** What is foretold of them from a model of all their results. */
  static Foretold foretold(Courses courses, int schools, int years, int near) {
    boolean[][] fitted = new boolean[schools][years];
    Arrays.stream(fitted).forEach(own -> Arrays.fill(own, true));
    return new Foretold(
        courses, GrowthModel.fit(courses, fitted), IntStream.range(0, schools).toArray(), near);
  }
}
