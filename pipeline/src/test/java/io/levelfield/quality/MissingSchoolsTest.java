package io.levelfield.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.quality.Quality;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.testing.InEnglish;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year in which many schools lack results is asked about. */
class MissingSchoolsTest {
  private final Inputs inputs = new Inputs();

  @Test
  void aFileOfHalfTheSchools() {
    year(2021, 0, 20).year(2022, 0, 10).year(2023, 0, 20);

    Quality quality = inputs.check();

    QualityFinding finding = only(quality.findings());
    assertThat(finding.schoolId()).isEqualTo(QualityFinding.SEVERAL);
    assertThat(finding.year()).isEqualTo(2022);
    assertThat(finding.column()).isEqualTo("state");
    assertThat(finding.value()).isEqualTo("10/20");
    assertThat(InEnglish.of(quality.notes()))
        .contains(
            "state: 10 of the 20 schools with results in 2021 have none in 2022"
                + " (s10, s11, s12, s13, s14 …); are the files of 2022 whole? If schools are drawn"
                + " anew each year, set quality.coverage.missing_from: 1");
  }

  @Test
  void theFirstYearIsComparedWithTheNext() {
    year(2021, 0, 10).year(2022, 0, 20);

    assertThat(only(inputs.check().findings()).year()).isEqualTo(2021);
  }

  /** Schools of the first year, of the second, and where the second begins. */
  @ParameterizedTest
  @CsvSource({
    // as many come as go, or more
    "20, 10, 20", "20, 0, 21", "10, 10, 10",
    // fewer than a fifth, or than three
    "20, 0, 17", "9, 0, 7", "100, 0, 81"
  })
  void whatIsNotAskedAbout(int before, int from, int after) {
    year(2021, 0, before).year(2022, from, after);

    assertThat(missing(inputs.check())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20, 0, 16, 4/20", "10, 0, 7, 3/10", "20, 5, 15, 5/20", "100, 20, 80, 20/100"})
  void whatIs(int before, int from, int after, String value) {
    year(2021, 0, before).year(2022, from, after);

    assertThat(missing(inputs.check())).containsExactly(value);
  }

  @Test
  void aProcedureOfOneYearCannotBeCompared() {
    year(2021, 0, 20);

    assertThat(missing(inputs.check())).isEmpty();
  }

  private MissingSchoolsTest year(int year, int from, int schools) {
    IntStream.range(from, from + schools)
        .forEach(s -> inputs.pupils("s%02d".formatted(s), year, Inputs.ELSEWHERE, 50 + s % 7, 20));
    return this;
  }

  private static List<String> missing(Quality quality) {
    return quality.findings().stream()
        .filter(finding -> finding.rule().equals("missing-schools"))
        .map(QualityFinding::value)
        .toList();
  }

  private static QualityFinding only(List<QualityFinding> findings) {
    List<QualityFinding> missing =
        findings.stream().filter(finding -> finding.rule().equals("missing-schools")).toList();
    assertThat(missing).hasSize(1);
    return missing.get(0);
  }
}
