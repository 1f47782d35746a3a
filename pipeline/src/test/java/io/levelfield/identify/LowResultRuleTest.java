package io.levelfield.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import io.levelfield.stats.RandomStream;
import io.levelfield.study.IdentifySettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowResultRuleTest {
  private static final String SCHOOL = "0001";
  private static final int NOW = District.YEAR;

  private static LowResultRule rule(District district) {
    return rule(district, IdentifySettings.defaults());
  }

  private static LowResultRule rule(District district, IdentifySettings settings) {
    Evidence evidence = district.evidence();
    return new LowResultRule(
        LowBasis.of(evidence.outcomes(), settings.lowResult()),
        LowCriterion.of(settings.lowResult()),
        settings.points());
  }

  /** Two procedures with the same counts. */
  private static District twice(long below, long n) {
    return new District()
        .counts(SCHOOL, "математика", NOW, below, n)
        .counts(SCHOOL, "русский язык", NOW, below, n);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 10, false",
    "3, 10, true",
    "4, 10, true",
    "29, 100, false",
    "30, 100, true",
    "299999, 1000000, false",
    "300000, 1000000, true",
    "0, 1, false",
    "1, 1, true",
    "1, 3, true",
    "1, 4, false",
    "0, 40, false",
    "40, 40, true"
  })
  void twoProceduresAtTheThresholdMakeASchoolLow(long below, long n, boolean low) {
    assertThat(rule(twice(below, n)).formal(SCHOOL)).hasValue(low);
  }

  @Test
  void oneLowProcedureOfOneYearIsNotEnough() {
    District district =
        new District()
            .counts(SCHOOL, "математика", NOW, 9, 10)
            .counts(SCHOOL, "русский язык", NOW, 0, 10);

    assertThat(rule(district).formal(SCHOOL)).hasValue(false);
  }

  @Test
  void oneProcedureLowTwoYearsRunningIsEnough() {
    District district =
        new District()
            .counts(SCHOOL, "математика", NOW - 1, 3, 10)
            .counts(SCHOOL, "математика", NOW, 3, 10);

    assertThat(rule(district).formal(SCHOOL)).hasValue(true);
    assertThat(rule(district).reasons(SCHOOL))
        .extracting(Message::code)
        .contains("low.procedure-again");
  }

  @Test
  void theProcedureThatDecidesIsTheFirstReason() {
    District district =
        new District()
            .counts(SCHOOL, "биология", NOW, 9, 10)
            .counts(SCHOOL, "математика", NOW - 1, 3, 10)
            .counts(SCHOOL, "математика", NOW, 3, 10);
    var ofThree = withLow(new IdentifySettings.LowResult(null, 3, null, null, null, null));
    var ofTwo = withLow(new IdentifySettings.LowResult(null, 2, null, null, null, null));

    assertThat(rule(district, ofThree).formal(SCHOOL)).hasValue(true);
    assertThat(rule(district, ofThree).reasons(SCHOOL))
        .extracting(Message::code)
        .startsWith("low.procedure-again", "low.procedure");
    assertThat(rule(district, ofTwo).reasons(SCHOOL))
        .extracting(Message::code)
        .as("both decide")
        .startsWith("low.procedure", "low.procedure-again");
  }

  @Test
  void anotherProcedureOrAnEarlierYearDoesNotPersist() {
    District other =
        new District()
            .counts(SCHOOL, "математика", NOW - 1, 3, 10)
            .counts(SCHOOL, "русский язык", NOW, 3, 10);
    District gap =
        new District()
            .counts(SCHOOL, "математика", NOW - 2, 3, 10)
            .counts(SCHOOL, "математика", NOW, 3, 10);

    assertThat(rule(other).formal(SCHOOL)).hasValue(false);
    assertThat(rule(gap).formal(SCHOOL)).hasValue(false);
  }

  @Test
  void aSchoolWithoutTheNewestYearCannotBeJudged() {
    District district = twice(5, 10).counts("0002", "математика", NOW - 1, 9, 10).school("0003");

    assertThat(rule(district).formal("0002")).isEmpty();
    assertThat(rule(district).formal("0003")).isEmpty();
  }

  @Test
  void smallProceduresCanBeLeftOut() {
    var settings = withLow(new IdentifySettings.LowResult(null, null, null, null, null, 5));

    assertThat(rule(twice(4, 4), settings).formal(SCHOOL)).isEmpty();
    assertThat(rule(twice(5, 5), settings).formal(SCHOOL)).hasValue(true);
  }

  private static IdentifySettings withLow(IdentifySettings.LowResult low) {
    return new IdentifySettings(
        low, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  /** Every way to let pupils pass is tried: none that needs fewer ends the label. */
  @Test
  void exitNeedsAsFewPupilsAsAnyWay() {
    var random = RandomStream.from(5);
    int low = 0;
    for (int trial = 0; trial < 400; trial++) {
      int[] n = {random.nextInt(1, 9), random.nextInt(1, 9), random.nextInt(1, 9)};
      int[] below = new int[3];
      int[] before = new int[3];
      for (int e = 0; e < 3; e++) {
        below[e] = random.nextInt(0, n[e] + 1);
        before[e] = random.nextInt(0, 11);
      }
      LowResultRule rule = rule(district(below, n, before));
      if (rule.formal(SCHOOL).orElseThrow()) {
        low++;
        assertThat(rule.toExit(SCHOOL).get(0).facts())
            .containsExactly((long) fewest(below, n, before));
      } else {
        assertThat(rule.toExit(SCHOOL)).isEmpty();
      }
    }
    assertThat(low).isBetween(100, 390);
  }

  private static int fewest(int[] below, int[] n, int[] before) {
    int fewest = Integer.MAX_VALUE;
    for (int a = 0; a <= below[0]; a++) {
      for (int b = 0; b <= below[1]; b++) {
        for (int c = 0; c <= below[2]; c++) {
          int[] left = {below[0] - a, below[1] - b, below[2] - c};
          if (a + b + c < fewest && !rule(district(left, n, before)).formal(SCHOOL).orElseThrow()) {
            fewest = a + b + c;
          }
        }
      }
    }
    return fewest;
  }

  private static District district(int[] below, int[] n, int[] before) {
    var district = new District();
    for (int e = 0; e < below.length; e++) {
      district.counts(SCHOOL, "предмет " + e, NOW, below[e], n[e]);
      district.counts(SCHOOL, "предмет " + e, NOW - 1, before[e], 10);
    }
    return district;
  }

  @Test
  void onePupilMakesASchoolBorderline() {
    assertThat(rule(twice(15, 50)).borderline(SCHOOL)).as("one pupil less").isTrue();
    assertThat(rule(twice(24, 50)).borderline(SCHOOL)).as("far above").isFalse();
    assertThat(rule(twice(3, 50)).borderline(SCHOOL)).as("far below").isFalse();
    District away =
        new District()
            .counts(SCHOOL, "математика", NOW, 30, 50)
            .counts(SCHOOL, "русский язык", NOW, 5, 20);
    assertThat(rule(away).borderline(SCHOOL)).as("one pupil more").isTrue();
  }

  @Test
  void fivePointsMakeASchoolBorderline() {
    assertThat(rule(twice(26, 100)).borderline(SCHOOL)).isTrue();
    assertThat(rule(twice(34, 100)).borderline(SCHOOL)).isTrue();
    assertThat(rule(twice(24, 100)).borderline(SCHOOL)).isFalse();
    assertThat(rule(twice(36, 100)).borderline(SCHOOL)).isFalse();
  }

  /** The rate of a sound school of n pupils with a share of 15 % in seven procedures. */
  @ParameterizedTest
  @CsvSource({"5, .33", "6, .49", "8, .16", "10, .37", "15, .07", "25, .01"})
  void tellsHowOftenTheRuleStrikesASoundSchoolOfItsSize(int n, double expected) {
    var district = new District();
    for (int procedure = 0; procedure < 7; procedure++) {
      district.counts(SCHOOL, "предмет " + procedure, NOW, n, n);
    }
    var falseAlarm =
        rule(district).reasons(SCHOOL).stream()
            .filter(reason -> reason.code().equals("low.false-alarm"))
            .findFirst()
            .orElseThrow();

    assertThat((double) falseAlarm.facts().get(0)).isCloseTo(expected, within(.006));
  }

  /** All outcomes of three examinations in two years, weighed by their probabilities. */
  @Test
  void probabilityOfEitherIsExact() {
    double[] now = {.2, .5, .9};
    double[] before = {.3, 0, .6};
    double breadth = 0;
    double persistence = 0;
    double either = 0;
    for (int outcome = 0; outcome < 64; outcome++) {
      double p = 1;
      int low = 0;
      boolean again = false;
      for (int e = 0; e < 3; e++) {
        boolean isNow = ((outcome >> e) & 1) == 1;
        boolean wasBefore = ((outcome >> (e + 3)) & 1) == 1;
        p *= (isNow ? now[e] : 1 - now[e]) * (wasBefore ? before[e] : 1 - before[e]);
        low += isNow ? 1 : 0;
        again |= isNow && wasBefore;
      }
      breadth += low >= 2 ? p : 0;
      persistence += again ? p : 0;
      either += low >= 2 || again ? p : 0;
    }
    double[][] patterns = new double[3][4];
    for (int e = 0; e < 3; e++) {
      patterns[e][0] = (1 - now[e]) * (1 - before[e]);
      patterns[e][1] = now[e] * (1 - before[e]);
      patterns[e][2] = (1 - now[e]) * before[e];
      patterns[e][3] = now[e] * before[e];
    }
    var chance = new LowChance(List.of(new LowPatterns.Part(1, patterns)));

    assertThat(chance.breadth(2)).isCloseTo(breadth, within(1e-12));
    assertThat(chance.persistence()).isCloseTo(persistence, within(1e-12));
    assertThat(chance.either(2)).isCloseTo(either, within(1e-12));
  }

  /** Two years, so that persistence can strike as well. */
  @ParameterizedTest
  @CsvSource({"1", "3", "5", "6", "8", "10", "15", "25", "50"})
  void probabilityOfTheLabelAlarmsLessThanOnceInTwenty(int n) {
    double sound = confirmed(n, .15);

    System.out.printf(
        Locale.ROOT,
        "rule in two years, n = %d: %.1f %% of sound schools flagged, %.2f %% with P ≥ .8; power at"
            + " a share of 45 %%: %.1f %%%n",
        n,
        100 * flagged(n, .15),
        100 * sound,
        100 * confirmed(n, .45));
    assertThat(sound).isLessThan(.05);
  }

  private static double confirmed(int n, double share) {
    return simulated(n, share, true);
  }

  private static double flagged(int n, double share) {
    return simulated(n, share, false);
  }

  private static double simulated(int n, double share, boolean sure) {
    int schools = 2000;
    var random = RandomStream.from(n);
    var district = new District().spread(.12, 12);
    for (int s = 0; s < schools; s++) {
      for (int e = 0; e < 7; e++) {
        for (int year = NOW - 1; year <= NOW; year++) {
          long below = random.doubles(n).filter(u -> u < share).count();
          district.counts("s" + s, "предмет " + e, year, below, n);
        }
      }
    }
    LowResultRule rule = rule(district);
    int struck = 0;
    for (int s = 0; s < schools; s++) {
      boolean strikes =
          sure ? rule.probability("s" + s).orElseThrow() >= .8 : rule.formal("s" + s).orElseThrow();
      struck += strikes ? 1 : 0;
    }
    return (double) struck / schools;
  }

  @Test
  void tellsFormalVerdictAndProbabilityApart() {
    Evidence evidence = twice(2, 5).spread(.12, 12).counts(SCHOOL, "чтение", NOW, 0, 5).evidence();

    Identification low = find(evidence, SCHOOL, Label.LOW_RESULT).orElseThrow();

    assertThat(low.formal()).isTrue();
    assertThat(low.flag()).isTrue();
    assertThat(low.probability().orElseThrow()).isLessThan(.5);
    assertThat(low.strength()).hasValue(Strength.WEAK);
    assertThat(low.borderline()).isTrue();
    assertThat(low.robustness().orElseThrow()).isLessThan(1);
  }

  @Test
  void onlyOneSchoolHasNoProbability() {
    Evidence alone = twice(5, 5).withoutModels().evidence();

    Identification low = find(alone, SCHOOL, Label.LOW_RESULT).orElseThrow();

    assertThat(low.formal()).isTrue();
    assertThat(low.probability()).isEmpty();
    assertThat(low.strength()).isEmpty();
  }

  @Test
  void stablyLowIsLowInTwoYearsOfThree() {
    District district =
        new District()
            .counts("again", "математика", NOW - 2, 9, 10)
            .counts("again", "русский язык", NOW - 2, 9, 10)
            .counts("again", "математика", NOW - 1, 0, 10)
            .counts("again", "математика", NOW, 9, 10)
            .counts("again", "русский язык", NOW, 9, 10)
            .counts("once", "математика", NOW - 1, 0, 10)
            .counts("once", "математика", NOW, 9, 10)
            .counts("once", "русский язык", NOW, 9, 10)
            .counts("new", "математика", NOW, 9, 10)
            .counts("new", "русский язык", NOW, 9, 10);
    Evidence evidence = district.evidence();
    var rule =
        new StablyLowRule(
            LowBasis.of(evidence.outcomes(), IdentifySettings.defaults().lowResult()),
            LowCriterion.of(IdentifySettings.defaults().lowResult()),
            .05);

    assertThat(rule.formal("again")).hasValue(true);
    assertThat(rule.formal("once")).hasValue(false);
    assertThat(rule.formal("new")).isEmpty();
    assertThat(rule.toExit("again").get(0).facts()).containsExactly(7L);
    assertThat(rule.probability("again").orElseThrow())
        .isGreaterThan(rule.probability("once").orElseThrow());
  }

  static Optional<Identification> find(Evidence evidence, String school, Label label) {
    return Identifications.of(evidence, IdentifySettings.defaults()).identifications().stream()
        .filter(i -> i.schoolId().equals(school) && i.label() == label)
        .findFirst();
  }
}
