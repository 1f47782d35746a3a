package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.InEnglish;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearsTest {

  @ParameterizedTest
  @CsvSource({
    "2018, 2018",
    "2018.0, 2018",
    "2 018, 2018",
    "2022 г., 2022",
    "2022г, 2022",
    "2022 год, 2022",
    "2021/22, 2022",
    "2021/2022, 2022",
    "2021-22, 2022",
    "2021-2022, 2022",
    "2021–2022, 2022",
    "2021 / 2022, 2022",
    "2021-2022 уч. год, 2022",
    "2021-2022 уч.г., 2022",
    "2021/2022 учебный год, 2022",
    "1999/00, 2000",
    "SY 2018-19, 2019",
    "2018-19 school year, 2019"
  })
  void readsTheYearASchoolYearEndsIn(String text, int year) {
    assertThat(Years.of(text)).hasValue(year);
  }

  @ParameterizedTest
  @CsvSource({
    "23, two digits",
    "22/23, two digits",
    "1899, no year from 1900",
    "2101, no year from 1900",
    "0, no year from 1900",
    "-2018, no year from 1900",
    "20222, no year from 1900",
    "2019-2022, a year is expected",
    "2021/23, a year is expected",
    "01.09.2021, a year is expected",
    "18th, a year is expected",
    "год, a year is expected"
  })
  void saysWhatIsWrongWithOthers(String text, String fault) {
    assertThat(Years.of(text)).isEmpty();
    assertThat(InEnglish.of(Years.fault(text))).startsWith(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "ОГЭ {year}.csv, ОГЭ 2022.csv, 2022",
    "ОГЭ {year}.csv, ОГЭ 2021-2022.csv, 2022",
    "ОГЭ {year}.csv, ОГЭ 2021-22.csv, 2022",
    "ОГЭ {year}*.csv, ОГЭ 2022-05.csv, 2022",
    "{year}/*.csv, 2021-2022/math.csv, 2022",
    "{year}/ege_{year}.csv, 2022/ege_2022.csv, 2022",
    "'{ege,oge}_{year}.csv', oge_2020.csv, 2020",
    "'**/r{year}.csv', a/b/r2020.csv, 2020"
  })
  void aPathSaysTheYear(String pattern, String path, int year) {
    assertThat(new YearInPath(pattern).of(Path.of(path))).hasValue(year);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ОГЭ 12022.csv", "ОГЭ 22.csv", "ЕГЭ 2022.csv", "ОГЭ 2022.csv.gz", "ОГЭ 1022.csv"})
  void otherPathsSayNone(String path) {
    assertThat(new YearInPath("ОГЭ {year}.csv").of(Path.of(path))).isEmpty();
  }

  @Test
  void aPathOfTwoYearsFitsNoPatternOfOne() {
    assertThat(new YearInPath("{year}/ege_{year}.csv").of(Path.of("2021/ege_2022.csv"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "9А, 9, А",
    "9-А, 9, А",
    "9 «Б», 9, Б",
    "11 Б класс, 11, Б",
    "10аб, 10, аб",
    "5/В, 5, В",
    "9, 9, ''",
    "05, 05, ''",
    "9 класс, 9, ''",
    "9кл., 9, ''",
    "9-й класс, 9, ''",
    "8th grade, 8, ''",
    "старшая, старшая, ''",
    "9 ГВЭ, 9 ГВЭ, ''"
  })
  void tellsGradesFromClasses(String text, String grade, String letters) {
    assertThat(Grades.grade(text)).isEqualTo(grade);
    assertThat(Grades.letters(text)).isEqualTo(letters);
  }

  @ParameterizedTest
  @CsvSource({
    "<5, 0, 4",
    "< 5, 0, 4",
    "LE5, 0, 5",
    "менее 5, 0, 4",
    "40-44, 40, 44",
    "40–44, 40, 44",
    "GE95, 95, Infinity",
    "≥95%, 95, Infinity",
    ">95, 96, Infinity"
  })
  void readsTheBoundsOfSuppressedFigures(String text, double lowest, double highest) {
    assertThat(Bounds.of(text)).contains(new Bounds(lowest, highest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PS", "44-40", "-5", "5", "", "<", "SUPP", "<0"})
  void takesNothingElseForBounds(String text) {
    assertThat(Bounds.of(text)).isEmpty();
  }
}
