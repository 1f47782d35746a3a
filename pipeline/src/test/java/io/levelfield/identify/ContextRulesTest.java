package io.levelfield.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.study.IdentifySettings;
import io.levelfield.study.IdentifySettings.ByIndicator;
import io.levelfield.study.IdentifySettings.Settlements;
import io.levelfield.testing.InEnglish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labels that rest on a school's circumstances. */
class ContextRulesTest {

  private static List<Identification> found(District district, IdentifySettings settings) {
    return Identifications.of(district.evidence(), settings).identifications();
  }

  private static List<String> flagged(District district, Label label) {
    return flagged(found(district, IdentifySettings.defaults()), label);
  }

  private static List<String> flagged(List<Identification> found, Label label) {
    return found.stream()
        .filter(i -> i.label() == label && i.flag())
        .map(Identification::schoolId)
        .toList();
  }

  /** Schools with index 1, 2, 3 … */
  private static District ranked(int schools) {
    var district = new District();
    for (int s = 1; s <= schools; s++) {
      district.context("%03d".formatted(s), s);
    }
    return district;
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "7, 2", "8, 2", "9, 3", "20, 5", "24, 6", "100, 25"})
  void lowestQuarterIsUnfavourable(int schools, int unfavourable) {
    List<String> flagged = flagged(ranked(schools), Label.UNFAVOURABLE_CONTEXT);

    assertThat(flagged).hasSize(unfavourable).contains("001");
  }

  @Test
  void threeSchoolsHaveNoQuarter() {
    var result = Identifications.of(ranked(3).evidence(), IdentifySettings.defaults());

    assertThat(result.judged()).doesNotContainKey(Label.UNFAVOURABLE_CONTEXT);
    assertThat(InEnglish.of(result.notes()))
        .anyMatch(note -> note.contains("3 schools with an index"));
  }

  @Test
  void schoolsThatAreAllAlikeAreInNoQuarter() {
    var district = new District();
    for (int s = 0; s < 12; s++) {
      district.context("s" + s, 1);
    }

    assertThat(flagged(district, Label.UNFAVOURABLE_CONTEXT)).isEmpty();
  }

  /** Of 24 schools the sixth is the last of the quarter; the eighth only with five points more. */
  @Test
  void schoolsNearTheQuarterAreBorderline() {
    List<String> borderline =
        found(
                ranked(24),
                withSigns(new IdentifySettings.UnfavourableContext(null, .01, null, null)))
            .stream()
            .filter(i -> i.label() == Label.UNFAVOURABLE_CONTEXT && i.borderline())
            .map(Identification::schoolId)
            .toList();

    assertThat(borderline).containsExactly("006", "007", "008");
  }

  /** Four indicators, of which the school has so many among the worst of 20. */
  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, true"})
  void halfOfTheSignsAreEnough(int signs, boolean unfavourable) {
    var district = new District();
    for (int s = 0; s < 20; s++) {
      double value = s < 10 ? -1 : 1;
      district.passport(
          "s%02d".formatted(s), Map.of("a", value, "b", value, "c", value, "d", value));
    }
    district.passport(
        "x",
        Map.of(
            "a", signs > 0 ? -2.0 : 9.0,
            "b", signs > 1 ? -2.0 : 9.0,
            "c", signs > 2 ? -2.0 : 9.0,
            "d", 9.0));

    assertThat(flagged(district, Label.UNFAVOURABLE_CONTEXT).contains("x")).isEqualTo(unfavourable);
  }

  /** Nearly half of all schools are among the worst quarter in one of two indicators. */
  @Test
  void oneSignIsNotEnoughWhereTwoAreKnown() {
    var district = new District();
    for (int s = 0; s < 20; s++) {
      double value = s < 10 ? -1 : 1;
      district.passport("s%02d".formatted(s), Map.of("a", value, "b", value));
    }
    district.passport("one", Map.of("a", -2.0, "b", 9.0));
    district.passport("two", Map.of("a", -2.0, "b", -2.0));

    assertThat(flagged(district, Label.UNFAVOURABLE_CONTEXT)).contains("two").doesNotContain("one");
  }

  /** One of two signs is not enough, whatever would be left out: only the index can make it so. */
  @Test
  void probabilityWithoutEnoughSignsIsThatOfTheIndex() {
    assertThat(probability(6.5, -20)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void enoughSignsOfPassportsThatAreWhatTheyAreAreCertain() {
    assertThat(probability(-20, -20)).isEqualTo(1);
  }

  private static double probability(double a, double b) {
    var district = new District();
    for (int s = 0; s < 11; s++) {
      district.passport("s%02d".formatted(s), Map.of("a", (double) s, "b", (double) s));
    }
    district.passport("x", Map.of("a", a, "b", b));
    district.amongLowest("x", 0.25, 0.4);
    return found(
            district, withSigns(new IdentifySettings.UnfavourableContext(null, null, 1.0, null)))
        .stream()
        .filter(i -> i.schoolId().equals("x"))
        .findFirst()
        .orElseThrow()
        .probability()
        .orElseThrow();
  }

  private static IdentifySettings withSigns(IdentifySettings.UnfavourableContext context) {
    return new IdentifySettings(
        null, context, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  @Test
  void settlementsTellDeprivedSchoolsApart() {
    District district = ranked(24);
    district.school("001", "rural", false, 1, 5);
    district.school("002", "urban", false, 1, 5);
    district.school("003", "Хутор", false, 1, 5);
    district.school("020", "rural", false, 1, 5);
    var settings =
        new IdentifySettings(
            null,
            null,
            null,
            null,
            null,
            null,
            new Settlements(List.of("хутор"), null),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    List<Identification> found = found(district, settings);

    assertThat(flagged(found, Label.DEPRIVED_RURAL)).containsExactly("001", "003");
    assertThat(flagged(found, Label.DEPRIVED_URBAN)).containsExactly("002");
  }

  @Test
  void registerTellsSmallAndFarSchools() {
    District district =
        new District().school("a", "", false, 0, 60).school("b", "", false, 1, 60.5).school("c");
    var result = Identifications.of(district.evidence(), IdentifySettings.defaults());

    assertThat(flagged(result.identifications(), Label.SMALL)).containsExactly("a");
    assertThat(flagged(result.identifications(), Label.HARD_TO_REACH)).containsExactly("b");
    assertThat(result.judged().get(Label.SMALL)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void anIndicatorTellsItsTypeAboveThePercentile() {
    var settings =
        new IdentifySettings(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new ByIndicator(Optional.of("context"), null),
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(flagged(found(ranked(8), settings), Label.HIGH_DEVIANCE))
        .containsExactly("007", "008");
  }

  @Test
  void whatIsMissingIsSaidOnceWithItsLabels() {
    var result =
        Identifications.of(
            new District().results("a", 1, 2, 3).evidence(), IdentifySettings.defaults());

    assertThat(InEnglish.of(result.notes()))
        .anyMatch(
            note ->
                note.startsWith(
                        "nobody is labelled school in unfavourable social conditions, resilient school,")
                    && note.contains("context_index"))
        .anyMatch(note -> note.contains("low results") && note.contains("minimum"))
        .anyMatch(note -> note.contains("identify.high_deviance.indicator"));
    assertThat(result.identifications()).isEmpty();
  }
}
