package io.levelfield.support.partners;

import static io.levelfield.support.DistrictInNeed.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.identify.Label;
import io.levelfield.model.support.PairCost;
import io.levelfield.model.text.Message;
import io.levelfield.support.DistrictInNeed;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairReasonsTest {
  /** A school in need and two donors; indices are 1, 2 and 3, their standard deviation 1. */
  private static DistrictInNeed district() {
    return donors(new DistrictInNeed().school("A", HERE, 20)).index("A", 1);
  }

  private static DistrictInNeed donors(DistrictInNeed district) {
    return district
        .school("D", HERE, 40)
        .school("E", HERE, 10)
        .index("D", 2)
        .index("E", 3)
        .result("D", 0, 2)
        .result("E", 1, 3)
        .needsHelp("A", Label.LOW_RESULT);
  }

  @Test
  void whatSpeaksForAPair() {
    DistrictInNeed district =
        district()
            .result("A", -1, -1)
            .subject("A", "maths", -3)
            .subject("A", "physics", -2)
            .subject("A", "history", 1)
            .subject("D", "maths", 1)
            .subject("D", "physics", -1)
            .subject("E", "physics", 5);

    List<Message> reasons = reasons(district, "", 0);

    assertThat(reasons)
        .extracting(Message::code)
        .containsExactly(
            "partners.strong",
            "partners.context",
            "partners.minutes",
            "partners.covered",
            "partners.second-best");
    // The probability that a normal variable is below two standard deviations.
    assertThat((Double) reasons.get(0).facts().get(0)).isCloseTo(0.9772499, within(1e-7));
    assertThat(reasons.subList(1, 4))
        .containsExactly(
            Message.of("partners.context", 1.0),
            Message.of("partners.minutes", 60.0),
            Message.of("partners.covered", "maths, physics", "maths"));
    assertThat(reasons.get(4).facts().get(0)).isEqualTo("School E (E)");
    int dearer =
        PairCost.units(1.0 / 4)
            - PairCost.units(30.0 / 120 / 4)
            + PairCost.units((1 - 0.9986501) / 4)
            - PairCost.units((1 - 0.9772499) / 4);
    assertThat(reasons.get(4).facts().get(1)).isEqualTo(PairCost.number(dearer));
  }

  @Test
  void weakSubjectsThatTheDonorDoesNotCover() {
    DistrictInNeed district = district().subject("A", "maths", -3).subject("A", "history", 1);

    assertThat(reasons(district.result("A", -1, -1), "", 0))
        .contains(Message.of("partners.not-covered", "maths"));
  }

  /** Two schools want D, which has one place: the one that is left with E learns of it. */
  @Test
  void aDonorWouldCostThisSchoolLess() {
    DistrictInNeed district =
        district().school("B", HERE, 10).index("B", 1).needsHelp("B", Label.LOW_RESULT);

    assertThat(reasons(district, "capacity: 1", 0))
        .extracting(Message::code)
        .doesNotContain("partners.cheaper");
    assertThat(reasons(district, "capacity: 1", 1))
        .contains(Message.of("partners.cheaper", "School D (D)"));
    assertThat(reasons(district, "", 1))
        .extracting(Message::code)
        .doesNotContain("partners.cheaper");
  }

  @Test
  void aPairThatIsSettledIsNotComparedWithOthers() {
    assertThat(reasons(district(), "fixed: {A: E}", 0))
        .extracting(Message::code)
        .containsExactly(
            "partners.settled", "partners.strong", "partners.context", "partners.minutes");
  }

  @Test
  void theOnlyDonorThatIsAllowed() {
    assertThat(reasons(district(), "banned: {A: [E]}", 0))
        .contains(Message.of("partners.no-second-best"));
  }

  @Test
  void howFarItIs() {
    DistrictInNeed onMap = donors(new DistrictInNeed().at("A", HERE, 55, 33)).index("A", 1);
    assertThat(reasons(onMap, "", 0)).contains(Message.of("partners.journey-unknown"));
    DistrictInNeed located =
        new DistrictInNeed()
            .at("A", HERE, 55, 33)
            .at("D", "elsewhere", 55.09, 33)
            .index("A", 1)
            .index("D", 2)
            .result("D", 0, 2)
            .needsHelp("A", Label.LOW_RESULT);
    Message told = reasons(located, "", 0).get(2);
    assertThat(told.code()).isEqualTo("partners.kilometres");
    // .09 degrees of a meridian of 6371 km
    assertThat((Double) told.facts().get(0)).isCloseTo(10.0075, within(1e-3));
  }

  @Test
  void aSchoolWithoutIndex() {
    assertThat(reasons(donors(new DistrictInNeed().school("A", HERE, 20)), "", 0))
        .contains(Message.of("partners.context-unknown"));
  }

  /** Of the donors that are too far, the nearest is told. */
  @Test
  void whatBarsAllDonors() {
    DistrictInNeed district = district().school("F", HERE, 5).index("F", 2).result("F", 0, 2);

    assertThat(reasons(district, "{max_minutes: 24, banned: {A: [D]}}", 0))
        .containsExactly(
            Message.of("partners.barred", 1, Message.of("partners.banned")),
            Message.of("partners.barred", 2, Message.of("partners.too-many-minutes", 25.0, 24.0)),
            Message.of("partners.none-in-reach", 3));
  }

  private List<Message> reasons(DistrictInNeed district, String settings, int school) {
    return PartnerNetwork.of(district.basis(), PartnerNetworkTest.settings(settings), note -> {})
        .schools()
        .get(school)
        .reasons();
  }
}
