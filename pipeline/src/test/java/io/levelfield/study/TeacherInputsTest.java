package io.levelfield.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a study may say of teachers and diagnostics. */
class TeacherInputsTest {
  private static final String BASE =
      """
      study: s
      inputs:
        results:
          - path: r.csv
            shape: means
            columns: {school_id: id, mean: m}
            constants: {year: 2018}
      """;

  private static Study study(String more) {
    return StudyLoader.parse(BASE + more, List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "staff: [{path: s.csv, columns: {school_id: id}}] | shape | study.missing",
        "staff: [{path: s.csv, shape: teachers, columns: {school_id: i, year: y}}]"
            + "| columns.teacher_id | study.no-column",
        "staff: [{path: s.csv, shape: counts, columns: {school_id: i, year: y}}]"
            + "| columns.teachers | study.no-column",
        "staff: [{path: s.csv, shape: counts, columns: {school_id: i, year: y, teachers: n, grew: g}}]"
            + "| columns.tested | study.no-column",
        "staff: [{path: s.csv, shape: counts, columns: {school_id: i, year: y, teachers: n,"
            + " teacher_id: t}}] | columns.teacher_id | study.column-of-other-shape",
        "staff: [{path: s.csv, shape: teachers, columns: {school_id: i, year: y, teacher_id: t,"
            + " tested: n}}] | columns.tested | study.column-of-other-shape",
        "staff: [{path: s.csv, shape: teachers, columns: {school_id: i, teacher_id: t}}]"
            + "| columns.year | study.no-year",
        "diagnostics: [{path: d.csv, columns: {school_id: i, year: y, topic: t}}]"
            + "| columns.difficulty | study.difficulty-or-score",
        "diagnostics: [{path: d.csv, columns: {school_id: i, year: y, topic: t, score: p}}]"
            + "| cut | study.cut-of-score",
        "diagnostics: [{path: d.csv, cut: 5, columns: {school_id: i, year: y, topic: t,"
            + " difficulty: d}}] | cut | study.cut-of-score"
      })
  void whatAnInputLacksIsNamed(String input, String path, String code) {
    assertThatThrownBy(() -> study("  " + input + "\n"))
        .isInstanceOf(StudyProblem.class)
        .hasMessageContaining(path)
        .hasMessageContaining(code);
  }

  @Test
  void theTestsErrorHasNoDefault() {
    assertThat(study("").support().teachers().standardErrorOfMeasurement()).isEmpty();
    assertThatThrownBy(() -> study("support: {teachers: {standard_error_of_measurement: 0}}\n"))
        .isInstanceOf(StudyProblem.class)
        .hasMessageContaining("standard_error_of_measurement");
  }
}
