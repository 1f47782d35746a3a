package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.StudyProblem;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The support that schools get, as offices list it. */
class SupportInputTest {
  private static final String YAML =
      """
      inputs:
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, mean: mean}
            constants: {year: 2024, procedure: EX, subject: maths}
        support:
          - path: support.csv
            columns:
              school_id: Код
              programme: Программа
              start: Начало
              end: Конец
              milestones_planned: План
              milestones_met: Достигнуто
              network: Сеть
              contests: Конкурсы
              institutional: Институциональная
      """;
  private static final String HEADER =
      "Код;Программа;Начало;Конец;План;Достигнуто;Сеть;Конкурсы;Институциональная";

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void results() {
    files = new StudyFiles(directory).with("results.csv", "id,mean", "1,32", "2,40", "3,45");
  }

  @Test
  void readsDatesYearsCountsAndAnswers() {
    files.with(
        "support.csv",
        HEADER,
        "1;500+;15.09.2022;;8;6;да;2;да",
        "2;летняя школа;2022-07-01;31.07.2022;;;нет;нет;",
        "3;500+;2023/24;2025;;;;да;нет",
        "2;500+;;;;;;;");

    StudyData data = IngestStudy.read(files, YAML);

    assertThat(data.rejects()).isEmpty();
    assertThat(data.support().received())
        .extracting(
            ReceivedSupport::schoolId,
            ReceivedSupport::programme,
            ReceivedSupport::firstYear,
            ReceivedSupport::lastYear,
            ReceivedSupport::contests,
            ReceivedSupport::institutional)
        .containsExactly(
            tuple("1", "500+", year(2023), none(), year(2), Optional.of(true)),
            tuple("2", "500+", none(), none(), none(), Optional.empty()),
            tuple("2", "летняя школа", year(2023), year(2023), year(0), Optional.empty()),
            tuple("3", "500+", year(2024), year(2025), year(1), Optional.of(false)));
  }

  @Test
  void programmesThatOnlyASlipOfThePenTellsApartAreNamed() {
    files.with("support.csv", HEADER, "1;Летняя школа;2023;;;;;;", "2;Летняя школа.;2023;;;;;;");

    assertThat(InEnglish.of(IngestStudy.read(files, YAML).notes()))
        .anyMatch(note -> note.contains("\"Летняя школа\", \"Летняя школа.\""));
  }

  @Test
  void oneProgrammeTwiceAtTheSameTimeIsNamed() {
    files.with(
        "support.csv",
        HEADER,
        "1;500+;2022;2023;;;;;",
        "1;500+;2023;2024;;;;;",
        "2;500+;2022;2022;;;;;",
        "2;500+;2023;2024;;;;;");

    assertThat(InEnglish.of(IngestStudy.read(files, YAML).notes()))
        .filteredOn(note -> note.contains("twice at the same time"))
        .hasSize(1)
        .allMatch(note -> note.contains("school 1 "));
  }

  @Test
  void rejectsWhatCannotBe() {
    files.with(
        "support.csv",
        HEADER,
        "9;500+;2023;;;;;;",
        "1;;2023;;;;;;",
        "1;500+;осенью;;;;;;",
        "1;500+;31.02.2023;;;;;;",
        "1;500+;2024;2023;;;;;",
        "1;500+;2023;;3;4;;;",
        "1;500+;2023;;;;иногда;;");

    StudyData data = IngestStudy.read(files, YAML);

    assertThat(data.rejects())
        .extracting(Reject::line, Reject::column, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(2L, "Код", "no results of this school"),
            tuple(3L, "Программа", "empty; a value is expected"),
            tuple(
                4L,
                "Начало",
                "a date (15.09.2022), a year (2023) or a school year (2022/23) is expected"),
            tuple(5L, "Начало", "there is no such day"),
            tuple(6L, "Конец", "the end lies before the start"),
            tuple(7L, "Достигнуто", "more than the 3 milestones that were planned"),
            tuple(8L, "Сеть", "yes or no (да, нет) is expected"));
    assertThat(data.support().received()).isEmpty();
  }

  @Test
  void programmeIsNamedOnce() {
    assertThatThrownBy(
            () -> IngestStudy.read(files, YAML.replace("        programme: Программа\n", "")))
        .isInstanceOf(StudyProblem.class)
        .hasMessageContaining("study.no-programme");
  }

  private static OptionalInt year(int year) {
    return OptionalInt.of(year);
  }

  private static OptionalInt none() {
    return OptionalInt.empty();
  }
}
