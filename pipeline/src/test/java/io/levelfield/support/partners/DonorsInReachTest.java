package io.levelfield.support.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.School;
import io.levelfield.study.PartnerSettings;
import io.levelfield.study.StudyLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DonorsInReachTest {
  private static final String STUDY =
      """
      study: reach
      inputs:
        results:
          - path: r.csv
            shape: means
            columns: {school_id: id, mean: m}
            constants: {year: 2018, procedure: exam, subject: maths}
      support: {partners: {max_kilometres: 40, max_minutes: 60}}
      """;

  /** Whether they are on the map, of a known municipality, with a known way, or not. */
  @Test
  void thoseOfAllDonorsThatNothingForbids() {
    PartnerSettings settings = StudyLoader.parse(STUDY, List.of()).support().partners();
    var random = new Random(7);
    int near = 0;
    for (int round = 0; round < 200; round++) {
      List<School> schools = schools(random, 40);
      var journeys = new Journeys(schools, settings);
      List<School> donors = schools.subList(20, 40);
      var inReach =
          new DonorsInReach(
              donors, journeys.maxDegrees(), (one, other) -> isNear(journeys, one, other));
      for (School school : schools) {
        int[] found = inReach.of(school);
        assertThat(found)
            .isEqualTo(
                IntStream.range(0, donors.size())
                    .filter(column -> isNear(journeys, school, donors.get(column)))
                    .toArray());
        near += found.length;
      }
    }
    assertThat(near).isBetween(10_000, 150_000);
  }

  private static boolean isNear(Journeys journeys, School one, School other) {
    return journeys.tooFar(one, other, Journeys.between(one, other)).isEmpty();
  }

  private static List<School> schools(Random random, int count) {
    List<School> schools = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean onMap = random.nextInt(3) > 0;
      boolean north = onMap || random.nextInt(4) == 0;
      schools.add(
          new School(
              "S" + i,
              "",
              random.nextInt(4) == 0 ? "" : "M" + random.nextInt(3),
              "",
              Optional.empty(),
              OptionalInt.empty(),
              random.nextBoolean() ? OptionalDouble.of(random.nextInt(60)) : OptionalDouble.empty(),
              north ? OptionalDouble.of(55 + random.nextDouble()) : OptionalDouble.empty(),
              onMap ? OptionalDouble.of(33 + random.nextDouble()) : OptionalDouble.empty()));
    }
    return schools;
  }
}
