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
  private static final Participation DEFAULTS = Participation.defaults();
  private static final Participation BY_SHARE_ALONE =
      new Participation(null, null, 0.99, null, null);
  private static final Measure MATHS = new Measure(2024, "EX", "maths", "9");

  @Test
  void fewerThanTheShareAreAskedAboutAndFewStillBar() {
    AbsentPupils found =
        of(
            BY_SHARE_ALONE,
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
        .contains("Of these 20.0% are below", "would be 40.0%");
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
    assertThat(new Participation(0.8, null, null, null, null).barsBelow()).isEqualTo(0.8);
    assertThat(new Participation(0.98, null, null, null, null).barsBelow()).isEqualTo(0.9);
  }

  /**
   * With one in twenty absent, two of five (p = .023), three of ten (.012), four of twenty (.016)
   * and ten of a hundred (.028) are more than chance explains; one of five (.226), two of ten
   * (.086), three of twenty (.075) and nine of a hundred (.063) are not. Exact sums.
   */
  @Test
  void asManyAsChanceExplainsAreNotAskedAbout() {
    AbsentPupils found =
        of(
            counted("1 of 5", 4, 5),
            counted("2 of 5", 3, 5),
            counted("2 of 10", 8, 10),
            counted("3 of 10", 7, 10),
            counted("3 of 20", 17, 20),
            counted("4 of 20", 16, 20),
            counted("9 of 100", 91, 100),
            counted("10 of 100", 90, 100));

    assertThat(found.findings())
        .extracting(QualityFinding::schoolId)
        .containsExactly("2 of 5", "3 of 10", "4 of 20", "10 of 100");
    assertThat(found.poorlyAttended().keySet())
        .extracting(TallyKey::schoolId)
        .containsExactly("2 of 5", "3 of 10", "4 of 20");
  }

  private static AbsentPupils of(ResultTally... tallies) {
    return of(DEFAULTS, tallies);
  }

  private static AbsentPupils of(Participation settings, ResultTally... tallies) {
    return AbsentPupils.of(List.of(tallies), settings);
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
