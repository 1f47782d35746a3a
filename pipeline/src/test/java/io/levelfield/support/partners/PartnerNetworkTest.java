package io.levelfield.support.partners;

import static io.levelfield.support.DistrictInNeed.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.identify.Label;
import io.levelfield.model.input.School;
import io.levelfield.model.support.PairCost;
import io.levelfield.model.support.Partners;
import io.levelfield.model.support.Partnership;
import io.levelfield.model.support.SupportedSchool;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.study.PartnerSettings;
import io.levelfield.study.StudyLoader;
import io.levelfield.study.StudyProblem;
import io.levelfield.support.DistrictInNeed;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerNetworkTest {
  private final List<Message> notes = new ArrayList<>();

  /** One weak school and two donors, whose indices are 1, 2 and 3: sd 1. */
  private static DistrictInNeed district() {
    return new DistrictInNeed()
        .school("A", HERE, 20)
        .school("D", HERE, 40)
        .school("E", HERE, 10)
        .index("A", 1)
        .index("D", 2)
        .index("E", 3)
        .result("A", -1, -1)
        .result("D", 0, 2)
        .result("E", 1, 3)
        .subject("A", "maths", -3)
        .subject("A", "physics", -2)
        .subject("A", "history", 1)
        .subject("D", "maths", 1)
        .subject("D", "physics", -1)
        .subject("E", "history", 5)
        .needsHelp("A", Label.LOW_RESULT);
  }

  @Test
  void theCostIsTheWeightedMeanOfItsParts() {
    Partnership pair = pair(district(), "", "A");

    assertThat(pair.partner()).isEqualTo("D");
    assertThat(pair.cost())
        .isEqualTo(
            new PairCost(
                PairCost.units(1.0 / 4),
                PairCost.units(60.0 / 120 / 4),
                PairCost.units(0.5 / 4),
                PairCost.units(0.022750 / 4)));
    assertThat(pair.weakSubjects()).containsExactly("maths", "physics");
    assertThat(pair.covered()).containsExactly("maths");
    assertThat(pair.secondBest()).contains("E");
    int ofE = 5000 + PairCost.units(30.0 / 120 / 4) + 2500 + PairCost.units(0.001350 / 4);
    assertThat(pair.secondBestGap()).hasValue(PairCost.number(ofE - pair.cost().total()));
  }

  @Test
  void weightsDecideWhatCounts() {
    assertThat(pair(district(), "weights: {context: 0, subjects: 0, doubt: 0}", "A").partner())
        .isEqualTo("E");
  }

  /** E has the higher results, but no more than its context lets one expect. */
  @Test
  void aDonorIsStrongForItsContext() {
    DistrictInNeed district =
        new DistrictInNeed()
            .school("A", HERE, 20)
            .school("D", HERE, 40)
            .school("E", HERE, 10)
            .index("A", 1)
            .index("D", 1.5)
            .index("E", 1)
            .result("A", -1, -1)
            .result("D", -1.5, 1.5)
            .result("E", 3, 0.1)
            .needsHelp("A", Label.LOW_RESULT);

    Partners partners = partners(district, "");

    assertThat(partners.donors()).containsExactly("D");
    assertThat(partners.schools().get(0).partnership().orElseThrow().partner()).isEqualTo("D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crisis", "low", "doubted", "selective"})
  void barsDonors(String why) {
    DistrictInNeed district = new DistrictInNeed().school("A", HERE, 20).index("A", 1);
    district.needsHelp("A", Label.LOW_RESULT).school("F", HERE, 0).index("F", 2);
    if (why.equals("selective")) {
      district.selective("D");
    } else {
      district.school("D", HERE, 10);
    }
    district.index("D", 1).result("D", 0, 5);
    switch (why) {
      case "crisis" -> district.needsHelp("D", Label.CRISIS);
      case "low" -> district.needsHelp("D", Label.LOW_RESULT);
      case "doubted" -> district.doubted("D");
      default -> {}
    }

    Partners partners = partners(district, "supported: [low_result]");

    assertThat(partners.donors()).isEmpty();
    assertThat(partners.schools()).allMatch(school -> school.partnership().isEmpty());
    assertThat(codes(partners.schools().get(0))).containsExactly("partners.nobody-is-donor");
    assertThat(notes).extracting(Message::code).contains("partners.no-donors");
    if (why.equals("selective")) {
      assertThat(partners(district, "selective: true").donors()).containsExactly("D");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max_minutes: 29|partners.too-many-minutes",
        "banned: {A: [D, E]}|partners.banned",
      })
  void tellsWhatKeepsASchoolWithoutPartner(String settings, String why) {
    SupportedSchool school = partners(district(), settings).schools().get(0);

    assertThat(school.partnership()).isEmpty();
    assertThat(school.reasons().get(0).code()).isEqualTo("partners.barred");
    assertThat(((Message) school.reasons().get(0).facts().get(1)).code()).isEqualTo(why);
    assertThat(school.reasons().get(1)).isEqualTo(Message.of("partners.none-in-reach", 2));
    assertThat(notes).contains(Message.of("partners.without", 1L, 1));
  }

  @Test
  void minutesToTheCentreSayNothingAcrossMunicipalities() {
    DistrictInNeed district = district().school("F", "elsewhere", 5).index("F", 1);
    district.result("F", 0, 9).needsHelp("G", Label.LOW_RESULT).school("G", "elsewhere", 5);

    Partners partners = partners(district, "");

    assertThat(partners.schools())
        .extracting(school -> school.partnership().map(Partnership::partner))
        .containsExactly(Optional.of("D"), Optional.of("F"));
  }

  @Test
  void theLeftOutLearnWhoTookThePlaces() {
    DistrictInNeed district =
        district().school("B", HERE, 90).index("B", 9).needsHelp("B", Label.LOW_RESULT);

    Partners partners =
        partners(district, "{capacity: 1, banned: {A: [E]}, capacities: {E: 0}, max_minutes: 130}");

    assertThat(partners.schools().get(0).partnership()).isPresent();
    assertThat(partners.schools().get(1).reasons())
        .contains(Message.of("partners.all-full", "School D (D)"));
  }

  @Test
  void theSamePairsWhateverTheOrder() {
    Partners partners = partners(tied(), "");

    for (int seed = 0; seed < 5; seed++) {
      assertThat(partners(tied().shuffled(seed), "")).isEqualTo(partners);
    }
    assertThat(partners.schools())
        .extracting(school -> school.partnership().orElseThrow().partner())
        .containsExactly("D1", "D1", "D1", "D2", "D2", "D2");
    assertThat(partners.networks()).hasSize(6 + 2);
  }

  /** Any of six schools may as well have either donor. */
  private static DistrictInNeed tied() {
    var district = new DistrictInNeed();
    for (int i = 1; i <= 6; i++) {
      district.school("A" + i, HERE, 20).index("A" + i, 1).needsHelp("A" + i, Label.LOW_RESULT);
    }
    for (String donor : List.of("D1", "D2")) {
      district.school(donor, HERE, 10).index(donor, 2).result(donor, 0, 3);
    }
    return district;
  }

  @Test
  void aSettledPairStandsAndTakesAPlace() {
    Partners partners = partners(tied(), "{fixed: {A6: D1}}");

    assertThat(partners.schools())
        .extracting(school -> school.partnership().orElseThrow().partner())
        .containsExactly("D1", "D1", "D2", "D2", "D2", "D1");
    Partnership settled = partners.schools().get(5).partnership().orElseThrow();
    assertThat(settled.fixed()).isTrue();
    assertThat(settled.secondBest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capacity: 0|support.partners.capacity: at least 1 is expected, not 0",
        "max_minutes: 0|support.partners.max_minutes",
        "weights: {context: 0, travel: 0, subjects: 0, doubt: 0}|all weights are zero",
        "supported: [high_result]|support.partners.supported",
        "networks: {least: 4, most: 3}|support.partners.networks.most",
        "fixed: {A: A}|support.partners.fixed.A: school A is named as its own partner",
        "fixed: {A: }|support.partners.fixed.A",
        "fixed: {A: DD}|no school with the code DD",
        "banned: {A: [X1Y2]}|no school with the code X1Y2",
        "capacities: {QQQQ: 2}|no school with the code QQQQ",
        "fixed: {A: D}, capacities: {D: 0}|has no places",
        "fixed: {A: D}, banned: {A: [D]}|rules the pair out",
        "fixed: {A: D}, max_minutes: 30|takes 60 min, and the study allows 30",
        "fixed: {D: A}|needs help itself",
        "fixed: {A: D, E: D}, capacity: 1|more schools are settled on school D",
      })
  void saysWhatIsWrongWithTheSettings(String settings, String told) {
    assertThatThrownBy(() -> partners(district(), "{" + settings + "}"))
        .isInstanceOfSatisfying(
            StudyProblem.class,
            problem -> assertThat(Texts.in(Language.EN).of(problem.told())).contains(told));
  }

  /** Moscow to Saint Petersburg. */
  @Test
  void distancesAreThoseOfTheGreatCircle() {
    List<School> schools =
        new DistrictInNeed()
            .at("M", HERE, 55.7558, 37.6173)
            .at("P", "elsewhere", 59.9343, 30.3351)
            .basis()
            .data()
            .schools();

    assertThat(Journeys.between(schools.get(0), schools.get(1)).kilometres().orElseThrow())
        .isCloseTo(634, within(1.0));
  }

  @Test
  void withoutSchoolsInNeedThereIsNothing() {
    assertThat(partners(new DistrictInNeed().school("D", HERE, 1), ""))
        .isEqualTo(new Partners(List.of(), List.of(), List.of()));
    assertThat(notes).isEmpty();
  }

  private Partnership pair(DistrictInNeed district, String settings, String school) {
    return partners(district, settings).schools().stream()
        .filter(supported -> supported.schoolId().equals(school))
        .findFirst()
        .flatMap(SupportedSchool::partnership)
        .orElseThrow();
  }

  private Partners partners(DistrictInNeed district, String settings) {
    return PartnerNetwork.of(district.basis(), settings(settings), notes::add);
  }

  private static List<String> codes(SupportedSchool school) {
    return school.reasons().stream().map(Message::code).toList();
  }

  static PartnerSettings settings(String yaml) {
    String study =
        """
        study: partners
        inputs:
          results:
            - path: results.csv
              shape: means
              columns: {school_id: id, mean: m}
              constants: {year: 2024, procedure: exam, subject: maths}
        """;
    String braced = yaml.startsWith("{") ? yaml : "{" + yaml + "}";
    return StudyLoader.parse(study, List.of("support.partners=" + braced)).support().partners();
  }
}
