package io.levelfield.quality;

import static io.levelfield.quality.Inputs.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.quality.Quality;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.text.Message;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks of social passports. */
class PassportChecksTest {

  @Test
  void aPassportThatRepeatsTheLastIsFound() {
    var inputs =
        new Inputs()
            .passport("copy", YEAR - 1, Map.of("a", 0.1, "b", 0.2, "c", 0.3, "d", 0.0))
            .passport("copy", YEAR, Map.of("a", 0.1, "b", 0.2, "c", 0.3, "d", 0.0));

    assertThat(inputs.found()).containsExactly("copy copied-from-last-year");
  }

  /** Of 400 families three counts hardly agree by chance, of 10 they easily do. */
  @ParameterizedTest
  @CsvSource({"400, true", "10, false"})
  void smallSchoolsMayHonestlyRepeatTheirCounts(int families, boolean found) {
    var inputs = new Inputs();
    for (int year = YEAR - 1; year <= YEAR; year++) {
      inputs.passport("s", year, Map.of("a", 0.1, "b", 0.2, "c", 0.3));
      inputs.count("s", year, "a", 0.1 * families, families);
      inputs.count("s", year, "b", 0.2 * families, families);
      inputs.count("s", year, "c", 0.3 * families, families);
    }

    assertThat(inputs.found().contains("s copied-from-last-year")).isEqualTo(found);
  }

  /** One column that came in fractions for a year, whatever its schools have of it. */
  @ParameterizedTest
  @CsvSource({"0.01, true", "100, true", "0.1, false", "3, false"})
  void anotherUnitOfAYearIsAskedAboutOnce(double unit, boolean found) {
    var inputs = new Inputs();
    for (int s = 0; s < 12; s++) {
      double poor = s == 0 ? 0 : 10 + s;
      inputs.passport("s" + (10 + s), YEAR - 1, Map.of("poor", poor, "jobless", 2.0 + s % 3));
      inputs.passport(
          "s" + (10 + s), YEAR, Map.of("poor", poor * unit * 1.1, "jobless", 2.5 + s % 4));
    }

    Quality quality = inputs.check();

    assertThat(quality.findings())
        .filteredOn(finding -> finding.rule().equals("unit-jump"))
        .extracting(QualityFinding::schoolId, QualityFinding::column)
        .hasSize(found ? 1 : 0)
        .allMatch(told -> told.equals(tuple("*", "poor")));
    assertThat(quality.notes().stream().map(Message::code))
        .filteredOn(code -> code.equals("quality.unit-jump"))
        .hasSize(found ? 1 : 0);
  }

  @Test
  void aRoundNumberThatStaysIsOneNumber() {
    var inputs = new Inputs();
    for (int year = YEAR - 9; year <= YEAR; year++) {
      inputs.count("s", year, "a", 10, 40).count("s", year, "b", 20, 40);
    }

    assertThat(inputs.found()).isEmpty();
  }

  @Test
  void whatMayAgreeByChanceIsNot() {
    var inputs =
        new Inputs()
            .passport("few", YEAR - 1, Map.of("a", 0.1, "b", 0.2, "c", 0.0))
            .passport("few", YEAR, Map.of("a", 0.1, "b", 0.2, "c", 0.0))
            .passport("gap", YEAR - 2, Map.of("a", 0.1, "b", 0.2, "c", 0.3))
            .passport("gap", YEAR, Map.of("a", 0.1, "b", 0.2, "c", 0.3))
            .passport("one", YEAR - 1, Map.of("a", 0.1, "b", 0.2, "c", 0.3))
            .passport("one", YEAR, Map.of("a", 0.1, "b", 0.2, "c", 0.31));

    assertThat(inputs.found()).isEmpty();
  }

  /** Ten schools, so a chance of .001 each: P(X ≥ 7 of 12) = .0039, P(X ≥ 8 of 12) = .0006. */
  @ParameterizedTest
  @CsvSource({"7, false", "8, true"})
  void roundCountsAreFoundFromTheirBoundOn(int round, boolean found) {
    var inputs = new Inputs();
    for (int s = 0; s < 10; s++) {
      for (int i = 0; i < 12; i++) {
        // Numbers differ, so that each is one: 20, 25 … are round, 21, 26 … are not.
        int count = 20 + 5 * i + (s == 0 && i < round ? 0 : 1);
        inputs.count("s" + s, YEAR - i, "a", count, 100);
      }
    }

    assertThat(inputs.found().contains("s0 round-counts")).isEqualTo(found);
    assertThat(inputs.found()).hasSize(found ? 1 : 0);
  }

  @Test
  void smallCountsSayNothingOfDigits() {
    var inputs = new Inputs();
    for (int i = 0; i < 30; i++) {
      inputs.count("s", YEAR - i, "a", 5, 100);
    }

    assertThat(inputs.found()).isEmpty();
  }

  @Test
  void aChangeBeyondTheSchoolsSizeIsFound() {
    var random = new Random(3);
    var inputs = new Inputs();
    for (int s = 0; s < 20; s++) {
      year(inputs, random, "s" + (10 + s), YEAR - 1, 200, 0.2);
      year(inputs, random, "s" + (10 + s), YEAR, 200, 0.2);
    }
    year(inputs, random, "t", YEAR - 1, 200, 0.2);
    year(inputs, random, "t", YEAR, 200, 0.6);
    // Of ten families three more are a third of them, and no wonder.
    inputs.passport("small", YEAR - 1, Map.of("a", 0.2)).count("small", YEAR - 1, "a", 2, 10);
    inputs.passport("small", YEAR, Map.of("a", 0.5)).count("small", YEAR, "a", 5, 10);

    assertThat(inputs.found()).containsExactly("t implausible-change");
  }

  /** Only the school's size is known, from another indicator. */
  @Test
  void aShareInPerCentHasTheSameAllowanceForSize() {
    var random = new Random(3);
    var inputs = new Inputs().percent("p");
    for (int s = 0; s < 20; s++) {
      percent(inputs, "s" + (10 + s), 20 + random.nextInt(3), 20 + random.nextInt(3), 200);
    }
    percent(inputs, "small", 20, 50, 10);
    percent(inputs, "t", 20, 60, 200);

    assertThat(inputs.found()).containsExactly("t implausible-change");
  }

  @Test
  void meansOfPupilsAreAllowedTheirStandardErrors() {
    var inputs = new Inputs();
    for (int s = 10; s < 30; s++) {
      inputs.passport("s" + s, YEAR - 1, "m", 2, 0.05).passport("s" + s, YEAR, "m", 2.01, 0.05);
    }
    inputs.passport("few", YEAR - 1, "m", 2, 0.3).passport("few", YEAR, "m", 2.9, 0.3);
    inputs.passport("t", YEAR - 1, "m", 2, 0.05).passport("t", YEAR, "m", 2.9, 0.05);

    assertThat(inputs.found()).containsExactly("t implausible-change");
  }

  private static void percent(Inputs inputs, String school, double before, double now, int size) {
    inputs.passport(school, YEAR - 1, Map.of("p", before));
    inputs.count(school, YEAR - 1, "a", size, size);
    inputs.passport(school, YEAR, Map.of("p", now)).count(school, YEAR, "a", size, size);
  }

  private static void year(
      Inputs inputs, Random random, String school, int year, int total, double share) {
    int count = 0;
    for (int i = 0; i < total; i++) {
      count += random.nextDouble() < share ? 1 : 0;
    }
    inputs.passport(school, year, Map.of("a", (double) count / total));
    inputs.count(school, year, "a", count, total);
  }
}
