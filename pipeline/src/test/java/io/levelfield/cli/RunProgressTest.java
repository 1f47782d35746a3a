package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells of its stages where nobody rewrites a line. */
class RunProgressTest {
  private static final String SECONDS = "\\(\\d+[.,]\\d (s|с)\\)";

  @TempDir private Path directory;

  @Test
  void aPipeGetsALinePerStage() {
    StudyFiles files = TinyStudy.in(directory);

    Invocation run =
        Invocation.of(
            "run",
            files.path("study.yaml").toString(),
            "--set",
            "outputs.html=false",
            "--set",
            "outputs.office=false",
            "--set",
            "outputs.xlsx=false",
            "--out",
            files.path("out").toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err().replaceAll(SECONDS, "($1)"))
        .isEqualTo(
            """
            [1/11] ingest      8 schools, 3 files, 24 rows, 0 rejected (s)
            [2/11] outcome     8 schools with results up to 2018 (s)
            [3/11] context     8 school-years, 3 weightings (s)
            [4/11] adjustment  8 schools adjusted for their context, 8 with errors (s)
            [5/11] cluster     8 schools in 2 groups (s)
            [6/11] similar     7 of 8 schools have similar schools (s)
            [7/11] quality     0 questions, 0 results unconfirmed (s)
            [8/11] identify    2 labels by 1 rules (s)
            [9/11] support     2 of 2 schools with a partner, 2 of 17 indicators of the programme (s)
            [10/11] report      39 tables (s)
            [11/11] pages       0 files to read (s)
            """);
    assertThat(run.out()).doesNotContain("\r");
  }
}
