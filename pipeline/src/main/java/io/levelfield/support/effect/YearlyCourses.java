package io.levelfield.support.effect;

import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.stats.Courses;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Schools' results of each year as they were, never shrunken: z-scores, whose years are on one
 * level.
 *
 * @param schools with a result, in ascending order
 * @param firstYear the year of the first column
 * @param years how many columns there are, years without any result too
 */
record YearlyCourses(
    List<String> schools, int firstYear, int years, SortedMap<String, List<SchoolResult>> results) {

  /**
   * @param yearly results of each year
   */
  static YearlyCourses of(List<SchoolResult> yearly) {
    SortedMap<String, List<SchoolResult>> bySchool = new TreeMap<>();
    for (SchoolResult result : yearly) {
      bySchool.merge(
          result.schoolId(),
          List.of(result),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    int first = yearly.stream().mapToInt(SchoolResult::lastYear).min().orElse(0);
    int last = yearly.stream().mapToInt(SchoolResult::lastYear).max().orElse(-1);
    return new YearlyCourses(List.copyOf(bySchool.keySet()), first, last - first + 1, bySchool);
  }

  int lastYear() {
    return firstYear + years - 1;
  }

  /** The place of a year among the columns; it may lie before or after all of them. */
  int place(int year) {
    return year - firstYear;
  }

  boolean knows(String school) {
    return results.containsKey(school);
  }

  /** A school's mean result before a year by its place; NaN without any. */
  double meanBefore(String school, int before) {
    return results.get(school).stream()
        .filter(result -> place(result.lastYear()) < before && result.z().isPresent())
        .mapToDouble(result -> result.z().getAsDouble())
        .average()
        .orElse(Double.NaN);
  }

  /**
   * The courses of some schools.
   *
   * @param of in the order of the rows
   * @param context index of social well-being by school; used where all of them have one that
   *     differs
   */
  Courses courses(List<String> of, Map<String, Double> context) {
    double[][] values = new double[of.size()][years];
    double[][] sizes = new double[of.size()][years];
    for (int s = 0; s < of.size(); s++) {
      for (SchoolResult result : results.get(of.get(s))) {
        int place = place(result.lastYear());
        values[s][place] = result.z().orElse(0);
        // Where participants are unknown all results are taken to be equally sure.
        sizes[s][place] = result.z().isPresent() ? result.participants().orElse(1) : 0;
      }
    }
    boolean everywhere = context.keySet().containsAll(of);
    long distinct = of.stream().map(context::get).distinct().count();
    double[] index =
        everywhere && distinct > 2
            ? of.stream().mapToDouble(context::get).toArray()
            : new double[0];
    return new Courses(values, sizes, index);
  }
}
