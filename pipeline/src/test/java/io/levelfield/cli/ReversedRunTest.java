package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results the wrong way round, and another unit, are told wherever somebody would rely on them. */
class ReversedRunTest {
  private static final String YAML =
      """
      study: reversed
      language: en
      inputs:
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, year: year, mean: mean, participants: n, sd: sd}
            constants: {procedure: exam, subject: maths}
        context: [{path: context.csv, columns: {school_id: id, year: year}}]
      context_index:
        indicators:
          poor: {direction: unfavourable}
          books: {direction: favourable}
      """;
  private static final String REVERSED =
      "exam 2018: the better a school here, the worse it is in other procedures or in the year"
          + " beside: exam 2017";
  private static final String UNIT = "Social passport, 'poor': the typical value is ";

  @TempDir private Path directory;

  @Test
  void areToldFirst() throws IOException {
    Path study = write();
    Path out = directory.resolve("out");
    Invocation run = Invocation.of("run", study.toString(), "--out", out.toString(), "--quiet");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains(REVERSED, "quality.scale.reversed: -1", "unit_factor: 1000");
    for (String page : List.of("note.html", "report.html")) {
      assertThat(Files.readString(out.resolve("latest").resolve(page)))
          .as(page)
          .contains("Results may have been read the wrong way round. " + REVERSED)
          .containsPattern("Indicators may be given in different units. " + quoted(UNIT));
    }
  }

  @Test
  void areNotAskedAboutWhereTheStudySaysSo() throws IOException {
    Path study = write();
    Invocation check =
        Invocation.of(
            "check",
            study.toString(),
            "--set",
            "quality.scale.reversed=-1",
            "--set",
            "quality.passports.unit_factor=1000");

    assertThat(check.code()).as(check.err()).isZero();
    assertThat(check.out()).contains("12 schools").doesNotContain(REVERSED, UNIT);
  }

  /** An apostrophe may be escaped in a page. */
  private static String quoted(String text) {
    return text.replace("'", "('|&#39;|&#x27;)");
  }

  private Path write() {
    List<String> results = new ArrayList<>(List.of("id,year,mean,n,sd"));
    List<String> context = new ArrayList<>(List.of("id,year,poor,books"));
    for (int school = 0; school < 12; school++) {
      int level = (school * 5) % 12;
      results.add("s%02d,2017,%d,20,9".formatted(school, 40 + level));
      results.add("s%02d,2018,%d,20,9".formatted(school, 66 - 2 * level + school % 3));
      context.add("s%02d,2017,%d,%d".formatted(school, 30 - level, 3 + school % 4));
      context.add("s%02d,2018,0.%d,%d".formatted(school, 30 - level, 3 + school % 5));
    }
    return new StudyFiles(directory)
        .with("results.csv", results.toArray(String[]::new))
        .with("context.csv", context.toArray(String[]::new))
        .with("study.yaml", YAML)
        .path("study.yaml");
  }
}
