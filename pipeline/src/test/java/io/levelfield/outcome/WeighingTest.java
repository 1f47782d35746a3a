package io.levelfield.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.InEnglish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WeighingTest {
  private static final String STUDY =
      """
      study: s
      inputs: {results: [{path: r, shape: pupils, columns: {school_id: i, year: y, score: s}}]}
      """;

  @Test
  void compulsoryExaminationsAloneWeigh() {
    Outcomes outcomes = outcomes("[{subject: maths}, {procedure: ОГЭ}]");

    assertThat(outcomes.results())
        .as("school c sat physics only; one examination keeps its score")
        .extracting(SchoolResult::schoolId, r -> r.result().orElseThrow())
        .containsExactly(tuple("a", 40.0), tuple("b", 60.0));
    assertThat(outcomes.estimates()).as("all stand in results").hasSize(5);
    assertThat(InEnglish.of(outcomes.notes()))
        .contains(
            "outcome.compulsory: there are no results of ОГЭ",
            "outcome.compulsory: other examinations (1) do not weigh in pooled and yearly results;"
                + " schools without compulsory ones, which have no such result: 1");
  }

  @Test
  void refusesASettingThatLeavesNothing() {
    assertThatThrownBy(() -> outcomes("[{subject: chemistry}]"))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("outcome.compulsory")
        .contains("chemistry");
  }

  @Test
  void namesExaminationsThatFewTake() {
    assertThat(InEnglish.of(outcomes("[]").notes()))
        .anySatisfy(
            note ->
                assertThat(note).startsWith("examinations that few pupils of a school take: ЕГЭ"));
  }

  private static Outcomes outcomes(String compulsory) {
    List<ResultTally> tallies =
        new ArrayList<>(
            List.of(
                tally("a", "maths", 40, 40),
                tally("b", "maths", 40, 60),
                tally("a", "physics", 10, 70),
                tally("b", "physics", 20, 60),
                tally("c", "physics", 10, 80)));
    tallies.sort(Comparator.comparing(ResultTally::key));
    return SchoolOutcomes.of(
        new StudyData(
            List.of(),
            tallies,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            SupportData.NONE,
            List.of(),
            List.of(),
            List.of()),
        StudyLoader.parse(STUDY + "outcome: {compulsory: " + compulsory + "}", List.of())
            .outcome());
  }

  private static ResultTally tally(String school, String subject, long n, double mean) {
    return new ResultTally(
        new TallyKey(school, new Measure(2018, "ЕГЭ", subject, "11")),
        OptionalLong.of(n),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.of(mean),
        OptionalDouble.of(10),
        new ScoreHistogram());
  }
}
