package io.levelfield.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.study.QualitySettings;
import io.levelfield.testing.InEnglish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is of another scale than the rest, or stands for another thing than a value, is found. */
class PlausibilityTest {
  private static final String ODD = "s03";

  private final Map<TallyKey, ScoreHistogram> scores = new TreeMap<>();
  private final List<ResultTally> published = new ArrayList<>();
  private final List<Passport> passports = new ArrayList<>();

  /** A date as a spreadsheet's number, codes for 'unknown', a lost decimal comma. */
  @ParameterizedTest
  @ValueSource(doubles = {45090, 999, -99, 650})
  void aScoreFarFromAllOthersIsAskedAbout(double score) {
    district(2024, score(60, 15));
    pupil(ODD, 2024, "maths", score);

    Plausibility found = check();

    assertThat(brief(found)).containsExactly(ODD + " far-scores " + score);
    assertThat(found.offScale())
        .containsExactly(new TallyKey(ODD, new Measure(2024, "EX", "maths", "")));
    assertThat(InEnglish.of(found.notes()))
        .singleElement()
        .asString()
        .contains("1 (s03)", "columns.maximum", "range");
  }

  /** Zeros of pupils who were absent, and those of pupils who got no point of a hard paper. */
  @ParameterizedTest
  @CsvSource({"55, 15, 25, true", "55, 15, 2, false", "20, 6, 25, true", "6, 4, 6, false"})
  void zerosOfAbsentPupilsAreAskedAbout(double mean, double sd, int zeros, boolean found) {
    district(2024, able -> Math.max(1, mean + sd * able));
    for (int i = 0; i < zeros; i++) {
      pupil(ODD, 2024, "maths", 0);
    }

    assertThat(brief(check()).contains("* zero-scores " + zeros)).isEqualTo(found);
  }

  @Test
  void noMarkIsZero() {
    district(2024, able -> Math.max(2, Math.min(5, Math.rint(3.8 + 0.8 * able))));
    assertThat(brief(check())).isEmpty();
    for (int i = 0; i < 3; i++) {
      pupil(ODD, 2024, "maths", 0);
    }

    Plausibility found = check();

    assertThat(brief(found)).containsExactly("* zero-scores 3");
    assertThat(InEnglish.of(found.notes()))
        .singleElement()
        .asString()
        .startsWith("EX maths, 2024: pupils with the score 0: 3; above 0 and up to 1.5: only 0")
        .contains("missing_values: [\"0\"]");
  }

  @Test
  void ofAStandardisedScaleOnlyWhatIsFarIsAskedAbout() {
    district(2024, able -> able);
    pupil(ODD, 2024, "maths", -4.5);
    assertThat(brief(check())).isEmpty();

    pupil(ODD, 2024, "maths", 99);
    assertThat(brief(check())).containsExactly(ODD + " far-scores 99.0");
  }

  /**
   * Thrice the points, per cent beside points of 25, hundredths of points, marks beside points of
   * 100.
   */
  @ParameterizedTest
  @CsvSource({"15, 5, 3", "15, 5, 4", "55, 15, 0.01", "55, 15, 0.07", "3.8, 0.8, 10"})
  void aSchoolWithAMultipleOfTheOthersScoresIsAskedAbout(double mean, double sd, double factor) {
    for (int seed = 0; seed < 20; seed++) {
      scores.clear();
      district(2024, score(mean, sd), ODD, factor, seed);

      List<QualityFinding> found = check().findings();

      assertThat(found).extracting(QualityFinding::schoolId).containsOnly(ODD);
      assertThat(found).extracting(QualityFinding::rule).contains("multiplied-scores");
      QualityFinding multiple =
          found.stream().filter(f -> f.rule().equals("multiplied-scores")).findFirst().get();
      assertThat(Double.parseDouble(multiple.value())).isBetween(factor * 0.6, factor * 1.6);
    }
  }

  @Test
  void aSchoolThatIsOnlyBetterIsNot() {
    for (int seed = 0; seed < 20; seed++) {
      scores.clear();
      district(2024, score(30, 10), ODD, 1, seed);
      for (int pupil = 0; pupil < 40; pupil++) {
        pupil("better", 2024, "maths", 75 + pupil % 20);
      }
      assertThat(brief(check())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void publishedMeansAreComparedToo(boolean withSpread) {
    var random = new Random(4);
    for (int s = 0; s < 20; s++) {
      double mean = 50 + 6 * random.nextGaussian();
      double factor = s == 3 ? 3 : 1;
      published.add(
          new ResultTally(
              key(String.format("s%02d", s), 2024, "maths"),
              OptionalLong.of(40),
              OptionalLong.empty(),
              OptionalLong.empty(),
              OptionalDouble.of(factor * mean),
              withSpread
                  ? OptionalDouble.of(factor * (14 + 2 * random.nextDouble()))
                  : OptionalDouble.empty(),
              new ScoreHistogram()));
    }

    assertThat(check().findings())
        .extracting(QualityFinding::schoolId, QualityFinding::rule)
        .containsExactly(tuple(ODD, "multiplied-scores"));
  }

  /** Marks become points, points of 20 become per cent; a harder paper is no other scale. */
  @ParameterizedTest
  @CsvSource({
    "3.8, 0.8, 55, 15, true",
    "11, 3, 55, 15, true",
    "500, 80, 50, 10, true",
    "60, 14, 42, 15, false",
    "30, 12, 45, 14, false"
  })
  void aJumpOfTheScaleIsAskedAbout(
      double mean, double sd, double meanAfter, double sdAfter, boolean jump) {
    district(2023, score(mean, sd));
    district(2024, score(meanAfter, sdAfter));

    Plausibility found = check();

    assertThat(found.findings())
        .extracting(QualityFinding::schoolId, QualityFinding::rule, QualityFinding::column)
        .isEqualTo(jump ? List.of(tuple("*", "scale-jump", "EX maths")) : List.of());
    assertThat(found.offScale()).as("all schools have moved alike").isEmpty();
  }

  /** Codes of indicators that are means, shares and per cent. */
  @ParameterizedTest
  @CsvSource({"50, 10, -99", "50, 10, 0", "50, 10, 999", "40, 6, 100", "0.6, 0.08, 0", "12, 1, 0"})
  void aLumpOfEqualValuesFarFromAllOthersIsAskedAbout(double mean, double sd, double code) {
    var random = new Random(2);
    for (int s = 0; s < 40; s++) {
      passport(s, s % 8 == 3 ? code : mean + sd * random.nextGaussian());
    }

    Plausibility found = check();

    assertThat(found.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("code-for-unknown");
              assertThat(finding.column()).isEqualTo("i");
              assertThat(Double.parseDouble(finding.value())).isEqualTo(code);
            });
    assertThat(InEnglish.of(found.notes()))
        .singleElement()
        .asString()
        .contains("of 5 schools (s03, s11, s19, s27, s35)")
        .endsWith("context_index.indicators.i.unknown: " + (long) code);
  }

  @Test
  void twoCodesAreTwoQuestions() {
    var random = new Random(2);
    for (int s = 0; s < 40; s++) {
      passport(s, s % 8 == 3 ? -99 : s % 8 == 4 ? 999 : 50 + 10 * random.nextGaussian());
    }

    assertThat(check().findings()).extracting(QualityFinding::value).containsExactly("-99", "999");
  }

  private void passport(int school, double value) {
    passports.add(new Passport(String.format("s%02d", school), 2024, Map.of("i", value)));
  }

  private static DoubleUnaryOperator score(double mean, double sd) {
    return able -> Math.max(0, Math.rint(100 * (mean + sd * able)) / 100);
  }

  private void district(int year, DoubleUnaryOperator paper) {
    district(year, paper, "", 1, 7);
  }

  /** Twenty schools with two subjects, one of them with a multiple of its scores. */
  private void district(int year, DoubleUnaryOperator paper, String odd, double factor, int seed) {
    var random = new Random(seed);
    for (int s = 0; s < 20; s++) {
      String school = String.format("s%02d", s);
      double level = 0.4 * random.nextGaussian();
      for (int pupil = 0; pupil < 15; pupil++) {
        for (String subject : List.of("maths", "rus")) {
          double score = paper.applyAsDouble(level + random.nextGaussian());
          pupil(school, year, subject, school.equals(odd) ? factor * score : score);
        }
      }
    }
    // One subject is enough where the district's year is in question.
    if (odd.isEmpty()) {
      scores.keySet().removeIf(key -> key.measure().subject().equals("rus"));
    }
  }

  private void pupil(String school, int year, String subject, double score) {
    scores.computeIfAbsent(key(school, year, subject), k -> new ScoreHistogram()).add(score);
  }

  private static TallyKey key(String school, int year, String subject) {
    return new TallyKey(school, new Measure(year, "EX", subject, ""));
  }

  private Plausibility check() {
    List<ResultTally> tallies = new ArrayList<>(published);
    scores.forEach(
        (key, own) ->
            tallies.add(
                ResultTally.ofPupils(key, own, OptionalLong.empty(), OptionalLong.empty())));
    var inputs = new Inputs();
    passports.forEach(own -> inputs.passport(own.schoolId(), own.year(), own.values()));
    var data =
        new StudyData(
            List.of(),
            tallies,
            passports,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            SupportData.NONE,
            List.of(),
            List.of(),
            List.of());
    return Plausibility.of(data, inputs.indicators(), QualitySettings.defaults());
  }

  private static List<String> brief(Plausibility found) {
    return found.findings().stream()
        .map(f -> f.schoolId() + " " + f.rule() + " " + f.value())
        .toList();
  }
}
