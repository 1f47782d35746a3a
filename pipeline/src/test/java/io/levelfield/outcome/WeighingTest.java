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
import io.levelfield.study.OutcomeSettings;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.InEnglish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
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

  /** Left out, it would change the lists unseen. */
  @Test
  void refusesASlipOfThePen() {
    List<ResultTally> tallies =
        List.of(tally("a", "Математика", 40, 40), tally("b", "Математика", 40, 60));

    assertThatThrownBy(() -> outcomes("[{subject: Математика}, {subject: Матиматика}]", tallies))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("'Матиматика'", "of 'Математика'");
    for (String other : List.of("Химия", "Математика Б", "Математика 5")) {
      assertThat(
              outcomes("[{subject: Математика}, {subject: %s}]".formatted(other), tallies)
                  .results())
          .as("what is no slip is a note")
          .hasSize(2);
    }
  }

  /** In a year before it was renamed, an examination is no slip of the pen. */
  @Test
  void anExaminationMayHaveHadAnotherName() {
    List<ResultTally> tallies =
        List.of(
            tally("a", "Математика", 40, 40),
            tally("b", "Математика", 40, 60),
            tally("a", "Информатика", 40, 40),
            tally("b", "Информатика", 40, 60),
            tally(2017, "a", "Математика", 40, 40),
            tally(2017, "b", "Математика", 40, 60),
            tally(2017, "a", "Информатика.", 40, 40),
            tally(2017, "b", "Информатика.", 40, 60));
    String compulsory = "[{subject: Математика}, {subject: Информатика}]";

    Outcomes before =
        SchoolOutcomes.asOf(2017, outcomes(compulsory, tallies), settings(compulsory));

    assertThat(before.results()).hasSize(2);
  }

  @Test
  void namesExaminationsThatFewTake() {
    assertThat(InEnglish.of(outcomes("[]").notes()))
        .anySatisfy(
            note ->
                assertThat(note).startsWith("examinations that few pupils of a school take: ЕГЭ"));
  }

  @Test
  void tellsWhatItDoesToASchoolThatManyOfItsPupilsTakeAnElective() {
    assertThat(slope(taking -> 80 - taking))
        .as("the more take it, the weaker are those who do")
        .satisfies(told -> assertThat(told.change()).isLessThan(-2 * told.standardError()));
    assertThat(slope(taking -> 80 + taking).change()).as("and the other way round").isPositive();
  }

  /** What the note says in standard deviations. */
  private record Slope(double change, double standardError) {}

  /**
   * Twelve schools, equally good at mathematics, which all take.
   *
   * @param physics mean of a school's pupils by how many take it
   */
  private static Slope slope(DoubleUnaryOperator physics) {
    List<ResultTally> tallies = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String school = String.valueOf((char) ('a' + i));
      tallies.add(tally(school, "maths", 40, 50 + i % 3));
      tallies.add(tally(school, "physics", 4 + 2 * i, physics.applyAsDouble(4 + 2 * i)));
    }
    var note =
        outcomes("[]", tallies).notes().stream()
            .filter(told -> told.code().equals("outcome.electives-slope"))
            .findFirst()
            .orElseThrow();
    return new Slope((double) note.facts().get(2), (double) note.facts().get(3));
  }

  private static Outcomes outcomes(String compulsory) {
    return outcomes(
        compulsory,
        List.of(
            tally("a", "maths", 40, 40),
            tally("b", "maths", 40, 60),
            tally("a", "physics", 10, 70),
            tally("b", "physics", 20, 60),
            tally("c", "physics", 10, 80)));
  }

  private static Outcomes outcomes(String compulsory, List<ResultTally> unordered) {
    List<ResultTally> tallies = new ArrayList<>(unordered);
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
        settings(compulsory));
  }

  private static OutcomeSettings settings(String compulsory) {
    return StudyLoader.parse(STUDY + "outcome: {compulsory: " + compulsory + "}", List.of())
        .outcome();
  }

  private static ResultTally tally(String school, String subject, long n, double mean) {
    return tally(2018, school, subject, n, mean);
  }

  private static ResultTally tally(int year, String school, String subject, long n, double mean) {
    return new ResultTally(
        new TallyKey(school, new Measure(year, "ЕГЭ", subject, "11")),
        OptionalLong.of(n),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.of(mean),
        OptionalDouble.of(10),
        new ScoreHistogram());
  }
}
