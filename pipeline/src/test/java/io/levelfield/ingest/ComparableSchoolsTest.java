package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparableSchoolsTest {
  @Test
  void schoolsAreComparableThroughOthers() {
    assertThat(
            ComparableSchools.of(
                List.of(
                    took("a", "maths"),
                    took("b", "maths"),
                    took("b", "physics"),
                    took("c", "physics"))))
        .containsExactly(Set.of("a", "b", "c"));
  }

  @Test
  void schoolsWithoutACommonExaminationAreNot() {
    assertThat(
            ComparableSchools.of(
                List.of(took("a", "maths"), took("b", "Maths"), took("c", "maths"))))
        .containsExactly(Set.of("a", "c"), Set.of("b"));
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
