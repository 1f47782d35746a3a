package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school is told what it sent that could not be counted. */
class LostRowsRunTest {
  private static final String YAML =
      """
      study: lost
      inputs:
        schools: [{path: schools.csv, columns: {school_id: id, name: name}}]
        results:
          - path: results.csv
            shape: pupils
            columns: {school_id: id, pupil_id: pupil, score: score}
            constants: {year: 2018, procedure: exam, subject: maths}
        context: [{path: context.csv, columns: {school_id: id}, constants: {year: 2018}}]
      context_index:
        indicators:
          poor: {direction: unfavourable, range: [0, 1]}
          books: {direction: favourable}
      clusters: {k: 2, restarts: 5}
      max_rejects: 0.5
      """;

  @TempDir private Path directory;
  private final List<String> rows = new ArrayList<>();

  @BeforeEach
  void twentyPupilsASchool() {
    for (int school = 1; school <= 8; school++) {
      for (int pupil = 0; pupil < 20; pupil++) {
        rows.add("00%d,p%d,%d".formatted(school, pupil, 30 + 3 * school + (pupil * 7) % 20));
      }
    }
  }

  @Test
  void aSchoolIsAskedForRowsThatWereNotCounted() {
    rows.add("002,q1,absent");
    rows.add("003,q1,50");
    rows.add("003,q1,60");
    rows.add("003,q2,none");
    rows.add("999,q1,none");
    rows.add("004,p1,%d".formatted(30 + 12 + 7));
    StudyFiles files = write(rows, "001,0.5,many");
    Invocation run = run(files);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(questions(files))
        .containsExactly(
            Map.entry("001 context lost-passports 1/1", "doubtful"),
            Map.entry("002 results lost-results 1/21", "note"),
            Map.entry("003 results lost-results 3/23", "doubtful"));
    assertThat(Invocation.of("explain", "003", "--run", files.path("out").toString()).out())
        .contains("Results of the school that were not counted: 3 of 23.")
        .contains("2 × (results.csv, line 163, column pupil, value '***': contradicts")
        .contains("1 × (results.csv, line 165, column score, value 'none'");
  }

  @Test
  void aLetterNamesFilesWithoutTheOfficesDirectories() throws IOException {
    rows.add("003,q1,none");
    String path = "../%s/results.csv".formatted(directory.getFileName());
    StudyFiles files = write(rows, "001,0.5,40");
    // The path of another input is an end of the first's: it must not be cut out of it.
    String end = directory.getFileName() + "/results.csv";
    Path own = Files.createDirectories(directory.resolve(directory.getFileName()));
    Files.copy(files.path("schools.csv"), own.resolve("results.csv"));
    files.with(
        "study.yaml",
        YAML.strip()
            .replace("path: results.csv", "path: " + path)
            .replace("path: schools.csv", "path: " + end));
    Invocation run = run(files);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(RunTables.latest(files.path("out")).get("quality.csv"))
        .contains("(" + path + ", line 162");
    assertThat(RunTables.read(files.path("out/latest/letters.html")))
        .contains("(results.csv, line 162")
        .doesNotContain(path);
  }

  /** What nearly all schools share in one file is for whoever made the file to mend. */
  @Test
  void noSchoolIsAskedForWhatIsWrongWithTheFile() {
    for (int school = 1; school <= 8; school++) {
      rows.add("00%d,q1,absent".formatted(school));
    }
    for (int row = 2; row <= 5; row++) {
      rows.add("006,q%d,absent".formatted(row));
    }
    StudyFiles files = write(rows, "001,0.5,40");
    run(files);

    assertThat(questions(files))
        .extracting(Map.Entry::getKey)
        .containsExactly("006 results lost-results 5/25");
  }

  @Test
  void nothingIsAskedWhereEveryRowCounts() {
    StudyFiles files = write(rows, "001,0.5,40");
    run(files);

    assertThat(questions(files)).isEmpty();
  }

  @Test
  void theOrderOfRowsChangesNoCount() {
    rows.add("003,q1,50");
    rows.add("003,q1,60");
    List<String> turned = new ArrayList<>(rows);
    Collections.reverse(turned);
    StudyFiles one = write(rows, "001,0.5,40");
    run(one);
    StudyFiles other = write(turned, "001,0.5,40", directory.resolve("turned"));
    run(other);

    assertThat(questions(other)).isEqualTo(questions(one)).hasSize(1);
  }

  /** The index refuses two indicators of which one is the same everywhere; results were read. */
  @Test
  void aCheckThatIsRefusedLateAsksWhatItKnows() {
    rows.add("002,q1,absent");
    StudyFiles files = write(rows, "001,0.5,40");
    files.with("context.csv", sameBooks());

    Invocation check = Invocation.of("check", files.path("study.yaml").toString());

    assertThat(check.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(check.out())
        .contains("context_index.indicators.books")
        .contains("Question to school 002: Results of the school that were not counted: 1 of 21.");
  }

  private static String[] sameBooks() {
    List<String> lines = new ArrayList<>(List.of("id,poor,books"));
    for (int school = 1; school <= 8; school++) {
      lines.add("00%d,0.%d,40".formatted(school, school));
    }
    return lines.toArray(String[]::new);
  }

  private StudyFiles write(List<String> results, String firstPassport) {
    return write(results, firstPassport, directory);
  }

  private static StudyFiles write(List<String> results, String firstPassport, Path directory) {
    List<String> lines = new ArrayList<>(List.of("id,pupil,score"));
    lines.addAll(results);
    return TinyStudy.in(directory)
        .with("study.yaml", YAML.strip())
        .with("results.csv", lines.toArray(String[]::new))
        .with(
            "context.csv",
            "id,poor,books",
            firstPassport,
            "002,0.4,60",
            "003,0.6,30",
            "004,0.45,45",
            "005,0.1,150",
            "006,0.2,170",
            "007,0.15,140",
            "008,0.05,200");
  }

  private static Invocation run(StudyFiles files) {
    return Invocation.of(
        "run", files.path("study.yaml").toString(), "--out", files.path("out").toString());
  }

  private static List<Map.Entry<String, String>> questions(StudyFiles files) {
    return CaseRuns.records(RunTables.latest(files.path("out")).get("quality.csv")).stream()
        .filter(row -> row.get("rule").startsWith("lost-"))
        .sorted(java.util.Comparator.comparing((CSVRecord row) -> row.get("school_id")))
        .map(
            row ->
                Map.entry(
                    String.join(
                        " ",
                        row.get("school_id"),
                        row.get("table"),
                        row.get("rule"),
                        row.get("value")),
                    row.get("severity")))
        .toList();
  }
}
