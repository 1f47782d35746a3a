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

/** A file of which half is missing is told wherever somebody would rely on it. */
class MissingSchoolsRunTest {
  private static final String YAML =
      """
      study: halved
      language: en
      inputs:
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, year: year, mean: mean, participants: n, sd: sd}
            constants: {procedure: exam, subject: maths}
      """;

  private static final String TOLD =
      "In 2018 schools have no results though they have in the year next to it: exam, 6 of 12"
          + " schools (schools s06, s07, s08, s09, s10 …).";

  @TempDir private Path directory;

  @Test
  void isToldFirst() throws IOException {
    Path study = new StudyFiles(directory).with("study.yaml", YAML).path("study.yaml");
    Path whole = run(study, 12, "whole");
    Path halved = run(study, 6, "halved");

    assertThat(Files.readString(halved.resolve("note.html")))
        .contains("The data may not be complete. " + TOLD);
    assertThat(Files.readString(whole.resolve("note.html"))).doesNotContain("not be complete");
    assertThat(Invocation.of("check", study.toString()).out())
        .contains("Question about the data: " + TOLD);
    String compared = Invocation.of("compare", whole.toString(), halved.toString()).out();
    assertThat(compared).containsSubsequence("Questions about the data\n", "  + " + TOLD);
    assertThat(compared).doesNotContain("Questions to schools");
  }

  private Path run(Path study, int schools, String out) {
    List<String> rows = new ArrayList<>(List.of("id,year,mean,n,sd"));
    for (int school = 0; school < 12; school++) {
      rows.add("s%02d,2017,%d,20,9".formatted(school, 40 + school));
      if (school < schools) {
        rows.add("s%02d,2018,%d,20,9".formatted(school, 41 + school));
      }
    }
    new StudyFiles(directory).with("results.csv", rows.toArray(String[]::new));
    Path there = directory.resolve(out);
    Invocation run = Invocation.of("run", study.toString(), "--out", there.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return there.resolve("latest");
  }
}
