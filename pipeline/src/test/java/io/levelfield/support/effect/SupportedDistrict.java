package io.levelfield.support.effect;

import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.stats.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Schools whose levels differ and whose years do a little, and what some of them get. */
final class SupportedDistrict {
  static final int SCHOOLS = 16;

  private SupportedDistrict() {}

  static List<SchoolResult> results(int first, int last) {
    RandomStream random = RandomStream.at(7);
    List<SchoolResult> results = new ArrayList<>();
    for (int s = 0; s < SCHOOLS; s++) {
      double level = 0.5 * random.nextGaussian();
      for (int year = first; year <= last; year++) {
        results.add(result(Integer.toString(s), year, level + 0.2 * random.nextGaussian()));
      }
    }
    return results;
  }

  /** The same with so much added to the results of the first schools in some years. */
  static List<SchoolResult> raised(
      List<SchoolResult> results, int schools, int first, int last, double by) {
    return results.stream()
        .map(
            own ->
                own.lastYear() >= first
                        && own.lastYear() <= last
                        && Integer.parseInt(own.schoolId()) < schools
                    ? result(own.schoolId(), own.lastYear(), own.z().orElseThrow() + by)
                    : own)
        .toList();
  }

  /** Programme P of the schools from a number on to another, which is left out. */
  static List<ReceivedSupport> support(int year, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(s -> ReceivedSupport.of(Integer.toString(s), "P", year))
        .toList();
  }

  /** The same where it ended. */
  static List<ReceivedSupport> ended(int year, int last, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            s ->
                new ReceivedSupport(
                    Integer.toString(s),
                    "P",
                    OptionalInt.of(year),
                    OptionalInt.of(last),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty()))
        .toList();
  }

  private static SchoolResult result(String school, int year, double z) {
    return new SchoolResult(
        school, year, year, OptionalLong.of(25), OptionalDouble.of(z), OptionalDouble.of(z));
  }
}
