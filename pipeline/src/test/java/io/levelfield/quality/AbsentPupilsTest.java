package io.levelfield.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Language;
import io.levelfield.study.QualitySettings.Participation;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AbsentPupilsTest {
  private static final Participation DEFAULTS = new Participation(null, null);
  private static final Measure MATHS = new Measure(2024, "EX", "maths", "9");

  @Test
  void fewerThanTheShareAreAskedAboutAndFewStillBar() {
    AbsentPupils found =
        of(
            counted("all", 100, 100),
            counted("more", 101, 100),
            counted("at 95", 95, 100),
            counted("at 94", 94, 100),
            counted("at 90", 90, 100),
            counted("at 89", 89, 100));

    assertThat(found.findings())
        .extracting(QualityFinding::schoolId)
        .containsExactly("at 94", "at 90", "at 89");
    assertThat(found.findings())
        .extracting(QualityFinding::severity)
        .containsExactly(Severity.NOTE, Severity.NOTE, Severity.DOUBTFUL);
    assertThat(found.poorlyAttended()).containsExactly(entry(new TallyKey("at 89", MATHS), 0.89));
    assertThat(found.notes()).hasSize(1);
  }

  @Test
  void aSchoolOfUnknownEnrolmentIsAskedNothing() {
    AbsentPupils found = of(tally("unknown", 10, OptionalLong.empty(), OptionalLong.of(2)));

    assertThat(found).isEqualTo(new AbsentPupils(List.of(), Map.of(), List.of()));
  }

  /** 3 of 15 are below; with 5 absent, 8 of 20 would be. */
  @Test
  void theQuestionTellsWhatTheShareWouldBeHadAllAbsentFailed() {
    QualityFinding found =
        of(tally("s", 15, OptionalLong.of(20), OptionalLong.of(3))).findings().get(0);

    assertThat(found.value()).isEqualTo("15/20");
    assertThat(Texts.in(Language.EN).question(found))
        .startsWith("EX maths 9, 2024: 15 of 20 enrolled pupils took the examination.")
        .contains("Of these 20.0 % are below", "would be 40.0 %");
  }

  @Test
  void whereThoseBelowAreNotCountedThereIsNoBound() {
    QualityFinding found =
        of(tally("s", 15, OptionalLong.of(20), OptionalLong.empty())).findings().get(0);

    assertThat(found.rule()).isEqualTo("absent-pupils-of-mean");
    assertThat(Texts.in(Language.EN).question(found))
        .contains("15 of 20")
        .contains("mean score is too high");
  }

  @Test
  void whatBarsIsNeverMoreThanWhatIsAsked() {
    assertThat(new Participation(0.8, null).barsBelow()).isEqualTo(0.8);
    assertThat(new Participation(0.98, null).barsBelow()).isEqualTo(0.9);
  }

  private static AbsentPupils of(ResultTally... tallies) {
    return AbsentPupils.of(List.of(tallies), DEFAULTS);
  }

  private static ResultTally counted(String school, long participants, long enrolled) {
    return tally(school, participants, OptionalLong.of(enrolled), OptionalLong.of(0));
  }

  private static ResultTally tally(
      String school, long participants, OptionalLong enrolled, OptionalLong below) {
    return new ResultTally(
        new TallyKey(school, MATHS),
        OptionalLong.of(participants),
        enrolled,
        below,
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new ScoreHistogram(),
        Optional.empty(),
        Optional.empty());
  }
}
