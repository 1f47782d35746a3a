package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.input.Reject;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of files that are totals. */
class TotalsTest {
  private static final String YAML =
      """
      max_rejects: 0
      inputs:
        results:
          - path: results.csv
            shape: %s
            columns: {school_id: id, subject: subject, %s}
            constants: {year: 2024, procedure: EX}
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  /** Lines below a table: who made it, and what is usual in the district. */
  @Test
  void remarksBelowATableAreNoSchools() {
    files.with("schools.csv", "id,name", "11,a", "12,b", "13,c");
    files.with(
        "results.csv",
        "id,subject,mean",
        "11,maths,40",
        "12,maths,50",
        "Средний балл по району,,45",
        "В среднем по школам,maths,45",
        "Исполнитель: Иванова И. И.,,",
        ",Справочно: без экстерната,",
        "14,,",
        "15,maths,60");
    String yaml =
        YAML.formatted("means", "mean: mean").replace("max_rejects: 0", "max_rejects: 1")
            + "  schools: [{path: schools.csv, columns: {school_id: id}}]\n";

    StudyData data = IngestStudy.read(files, yaml);

    assertThat(data.rejects())
        .extracting(Reject::line, reject -> reject.reason().code(), Reject::account)
        .containsExactly(
            tuple(4L, "reject.total-by-word", RowAccount.TOTAL),
            tuple(5L, "reject.total-by-word", RowAccount.TOTAL),
            tuple(6L, "reject.remark", RowAccount.NOT_TAKEN),
            tuple(7L, "reject.remark", RowAccount.NOT_TAKEN),
            tuple(8L, "reject.unknown-school", RowAccount.UNKNOWN_SCHOOL),
            tuple(9L, "reject.unknown-school", RowAccount.UNKNOWN_SCHOOL));
  }

  @Test
  void totalsAndSubtotalsOfMeansAreToldByTheirWords() {
    files.with(
        "results.csv",
        "id,subject,mean",
        "11,maths,40",
        "12,maths,50",
        "North total,maths,45",
        "21,maths,60",
        "22,maths,44",
        "All schools,maths,48.5");

    StudyData data = IngestStudy.read(files, YAML.formatted("means", "mean: mean"));

    assertThat(data.schools()).extracting(School::id).containsExactly("11", "12", "21", "22");
    assertThat(data.rejects())
        .extracting(Reject::line, Reject::value, Reject::account)
        .containsExactly(
            tuple(4L, "North total", RowAccount.TOTAL), tuple(7L, "All schools", RowAccount.TOTAL));
    assertThat(data.files()).singleElement().matches(f -> f.counted() == 4 && f.totals() == 2);
    assertThat(InEnglish.of(data.notes()))
        .anyMatch(note -> note.contains("2 rows of several schools together"));
  }

  /** A district's row under a number, as state files have it, beside schools by class. */
  @Test
  void classesOfSchoolsAddUpBeforeTheyAreCompared() {
    files.with(
        "results.csv",
        "id,grade,class,subject,n,below",
        "101,9,A,maths,20,3",
        "101,9,B,maths,22,4",
        "102,9,A,maths,25,5",
        "103,9,A,maths,31,2",
        "0000000,9,,maths,98,14");

    StudyData data =
        IngestStudy.read(
            files,
            YAML.formatted(
                "counts", "grade: grade, class: class, participants: n, below_minimum: below"));

    assertThat(data.tallies())
        .extracting(ResultTally::schoolId)
        .containsExactly("101", "102", "103");
    assertThat(data.rejects())
        .extracting(Reject::line, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(6L, "no school but a total: its figures are the sum of the other schools"));
  }

  @Test
  void aSchoolNamedByAWordStaysAndIsNamed() {
    files.with(
        "results.csv",
        "id,subject,n,below",
        "101,maths,40,3",
        "102,maths,25,5",
        "103,maths,31,2",
        "Лицей,maths,44,1");

    StudyData data =
        IngestStudy.read(files, YAML.formatted("counts", "participants: n, below_minimum: below"));

    assertThat(data.schools()).extracting(School::id).contains("Лицей").hasSize(4);
    assertThat(data.rejects()).isEmpty();
    assertThat(InEnglish.of(data.notes())).anyMatch(note -> note.contains("schools: Лицей"));
  }

  @Test
  void passportsOfTotalsAreLeftOutThoughTheRegisterNamesThem() {
    files.with("schools.csv", "id", "101", "102", "103", "Район");
    files.with("results.csv", "id,subject,n,below", "101,maths,40,3", "102,maths,25,5");
    files.with(
        "passports.csv", "id,poor,all", "101,20,50", "102,11,40", "103,7,60", "Район,38,150");

    StudyData data =
        IngestStudy.read(
            files,
            YAML.formatted("counts", "participants: n, below_minimum: below")
                + """
                  schools:
                    - path: schools.csv
                      columns: {school_id: id}
                  context:
                    - path: passports.csv
                      columns: {school_id: id}
                      constants: {year: 2024}
                context_index:
                  indicators:
                    poor: {direction: unfavourable, count: poor, denominator: all}
                """);

    assertThat(data.passports()).hasSize(3);
    assertThat(data.rejects()).extracting(Reject::value).containsExactly("Район");
  }
}
