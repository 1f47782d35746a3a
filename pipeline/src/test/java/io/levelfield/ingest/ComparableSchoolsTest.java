package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparableSchoolsTest {
  @Test
  void schoolsAreComparableThroughOthers() {
    assertThat(
            apart(
                took("a", "maths"), took("b", "maths"), took("b", "physics"), took("c", "physics")))
        .containsExactly(Set.of("a", "b", "c"));
  }

  @Test
  void schoolsWithoutACommonExaminationAreNot() {
    assertThat(apart(took("a", "maths"), took("b", "Maths"), took("c", "maths")))
        .containsExactly(Set.of("a", "c"), Set.of("b"));
  }

  @Test
  void linksBetweenSetsJoinThemWhateverTheOrder() {
    List<ResultTally> tallies =
        new ArrayList<>(
            List.of(
                took("a", "maths"),
                took("b", "physics"),
                took("c", "history"),
                took("c", "maths"),
                took("d", "history"),
                took("d", "physics"),
                took("e", "art")));
    List<Set<String>> apart = List.of(Set.of("a", "b", "c", "d"), Set.of("e"));

    for (int i = 0; i < tallies.size(); i++) {
      Collections.rotate(tallies, 1);
      assertThat(apart(tallies.toArray(ResultTally[]::new))).isEqualTo(apart);
    }
  }

  private static List<Set<String>> apart(ResultTally... tallies) {
    return ComparableSchools.of(MeasureTakers.of(List.of(tallies)));
  }

  private static ResultTally took(String school, String subject) {
    return new ResultTally(
        new TallyKey(school, new Measure(2018, "exam", subject, "")),
        OptionalLong.of(9),
        OptionalLong.of(1),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new ScoreHistogram());
  }
}
