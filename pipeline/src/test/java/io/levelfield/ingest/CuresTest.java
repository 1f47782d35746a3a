package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refusal says what is to be done, as far as the rejected rows tell. */
class CuresTest {
  private static final String HEADER = "id,class,n,m2,m3,m4,m5";
  private static final String MARKS =
      """
      inputs:
        results:
          - path: "*.csv"
            shape: marks
            columns:
              school_id: id
              class: class
              participants: n
              marks: {2: m2, 3: m3, 4: m4, 5: m5}
            constants: {year: 2018, procedure: ВПР, subject: maths}
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  /** To accept so many rows would be to lose those that the exports differ in. */
  @Test
  void ofTwoExportsOneIsToGo() {
    String same = "1,4А,10,1,4,3,2;2,4А,10,1,4,3,2;3,4А,9,1,3,3,2;4,4А,10,1,4,3,2;";
    files.with("a.csv", (HEADER + ";" + same + "9,4А,10,1,4,3,2").split(";"));
    files.with("b.csv", (HEADER + ";" + same + "9,4А,10,2,4,3,1").split(";"));

    assertThat(refusal(MARKS))
        .contains("a.csv and b.csv speak of the same", "Keep one.")
        .endsWith("Correct the file.");
    assertThat(Ingest.survey(study(MARKS), directory, SharedSpark.workers()).data().lost())
        .as("no school can say which file is right")
        .isEmpty();
  }

  @Test
  void classesWithoutLettersAreToBeToldApart() {
    files.with("a.csv", HEADER, "1,4,10,1,4,3,2", "1,4,12,1,4,3,4", "2,4,10,1,4,3,2");

    assertThat(refusal(MARKS)).contains("different classes of one grade", "(4A, 4B)");
  }

  @Test
  void codesWrittenOnceForSeveralRowsAreToBeWrittenInEach() {
    files.with(
        "a.csv", HEADER, "1,4А,10,1,4,3,2", ",4Б,9,1,3,3,2", ",5А,9,1,3,3,2", ",5Б,9,1,3,3,2");

    assertThat(refusal(MARKS)).contains("once for several rows (merged cells)");
  }

  @Test
  void unitsBehindNumbersAreToGo() {
    files.with("a.csv", "id,s", "1,82 баллов", "1,70", "2,56");
    String pupils =
        """
        inputs:
          results:
            - path: a.csv
              shape: pupils
              columns: {school_id: id, score: s}
              constants: {year: 2018, procedure: ЕГЭ, subject: maths}
        """;

    assertThat(refusal(pupils)).contains("a unit is written behind the number ('82 баллов')");
  }

  @Test
  void allFilesThatAreMissingAreToldAtOnce() {
    String study =
        MARKS.replace("\"*.csv\"", "none-{year}.csv").replace("year: 2018, ", "")
            + "  schools: [{path: schools.csv, columns: {school_id: id}}]\n"
            + "  minimums: [{path: low.csv, columns: {procedure: p, subject: s, minimum: m}}]\n"
            + "  context: [{path: not-read.csv, columns: {school_id: id, year: y}}]\n";
    files.with("schools.csv", "id,name", "1,a");

    assertThat(refusal(study))
        .contains("inputs.results[0]: none-{year}.csv: no file matches")
        .contains("inputs.minimums[0]: low.csv: there is no such file")
        .doesNotContain("not-read", "schools.csv");
  }

  private String refusal(String yaml) {
    return Ingest.survey(study(yaml), directory, SharedSpark.workers())
        .refusal()
        .map(InEnglish::of)
        .orElse("");
  }

  private static Study study(String yaml) {
    return StudyLoader.parse("study: tiny\nmax_rejects: 0\n" + yaml, List.of());
  }
}
