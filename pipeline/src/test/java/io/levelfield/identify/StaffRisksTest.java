package io.levelfield.identify;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import io.levelfield.study.IdentifySettings;
import io.levelfield.testing.InEnglish;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Crisis where results do not fall and the staff is at risk. */
class StaffRisksTest {
  private static final int NOW = District.YEAR;

  /** Twenty schools, and x with low and level results in the worst conditions. */
  private static District district(double... results) {
    var district = new District();
    for (int s = 1; s <= 20; s++) {
      String school = "%03d".formatted(s);
      district.results(school, s, s, s).context(school, 10 * s).expected(school, s);
    }
    return district
        .results("x", results)
        .context("x", 1)
        .expected("x", 4)
        .counts("x", "математика", NOW, 20, 20)
        .counts("x", "русский язык", NOW, 20, 20);
  }

  /** Every school but x has 20 teachers, 2 of them in the risk group and trained, and a vacancy. */
  private static District withStaff(District district) {
    for (int s = 1; s <= 20; s++) {
      district.staff("%03d".formatted(s), 20, 2, 2, 1);
    }
    return district;
  }

  private static Optional<Identification> crisis(District district) {
    return Identifications.of(district.evidence(), IdentifySettings.defaults())
        .identifications()
        .stream()
        .filter(i -> i.schoolId().equals("x") && i.label() == Label.CRISIS)
        .findFirst();
  }

  private static boolean flagged(District district) {
    return crisis(district).map(Identification::flag).orElse(false);
  }

  private static List<String> codes(Identification found) {
    return found.reasons().stream().map(Message::code).toList();
  }

  @Test
  void twoRisksOfStaffMakeACrisisOfLevelResults() {
    Identification found =
        crisis(withStaff(district(4, 4, 4)).staff("x", 20, 8, 2, 1)).orElseThrow();

    assertThat(found.flag()).isTrue();
    assertThat(found.probability().orElseThrow()).isGreaterThan(.9);
    assertThat(codes(found))
        .startsWith("crisis.staff-risks", "crisis.staff-in-risk-group", "crisis.staff-untrained")
        .contains("crisis.not-falling", "low.procedure")
        .doesNotContain("crisis.no-staff", "crisis.staff-vacancies");
    assertThat(InEnglish.of(found.reasons()))
        .contains(
            "8 of 20 teachers are in the risk group (40%), the threshold among schools is 10%",
            "6 of 8 teachers in the risk group had no training (75%), the threshold among schools"
                + " is 0%");
  }

  @Test
  void oneRiskOrNoneIsNoCrisis() {
    assertThat(flagged(withStaff(district(4, 4, 4)).staff("x", 20, 8, 8, 1))).isFalse();
    assertThat(flagged(withStaff(district(4, 4, 4)).staff("x", 20, 2, 2, 1))).isFalse();
    assertThat(flagged(withStaff(district(4, 4, 4)))).as("x tells nothing").isFalse();
  }

  @Test
  void vacantPostsAreARisk() {
    assertThat(flagged(withStaff(district(4, 4, 4)).staff("x", 20, 8, 8, 5))).isTrue();
  }

  @Test
  void risksOfStaffMakeNoCrisisOfGoodResultsOrConditions() {
    District good =
        withStaff(district(4, 4, 4))
            .staff("x", 20, 8, 2, 5)
            .counts("x", "математика", NOW, 0, 20)
            .counts("x", "русский язык", NOW, 0, 20);
    assertThat(flagged(good)).isFalse();
    assertThat(flagged(withStaff(district(4, 4, 4)).staff("x", 20, 8, 2, 5).context("x", 900)))
        .isFalse();
  }

  @Test
  void aFallStillSufficesAndItsReasonsSayWhatStaffIs() {
    Identification found =
        crisis(withStaff(district(5, 4, 3)).staff("x", 20, 2, 2, 1)).orElseThrow();
    assertThat(found.flag()).isTrue();
    assertThat(codes(found)).startsWith("crisis.falling").endsWith("crisis.no-staff-risk");

    Identification unknown = crisis(withStaff(district(5, 4, 3))).orElseThrow();
    assertThat(unknown.flag()).isTrue();
    assertThat(codes(unknown)).endsWith("crisis.staff-unknown");
  }

  /** Two years tell no fall: with risks of staff none is needed, without them nothing is known. */
  @Test
  void anUnknownFallDoesNotHideRisksOfStaff() {
    assertThat(flagged(withStaff(district(4, 4)).staff("x", 20, 8, 2, 5))).isTrue();
    assertThat(crisis(withStaff(district(4, 4)).staff("x", 20, 2, 2, 1))).isEmpty();
  }

  @Test
  void threeSchoolsHaveNoUpperQuarter() {
    District district =
        district(4, 4, 4)
            .staff("x", 20, 8, 2, 5)
            .staff("001", 20, 2, 2, 1)
            .staff("002", 20, 2, 2, 1);
    assertThat(flagged(district)).isFalse();
  }

  @Test
  void whatIsSaidWithoutStaffIsWhatWasSaidBefore() {
    Identification found = crisis(district(5, 4, 3)).orElseThrow();
    assertThat(codes(found)).startsWith("crisis.falling").endsWith("crisis.no-staff");
  }
}
