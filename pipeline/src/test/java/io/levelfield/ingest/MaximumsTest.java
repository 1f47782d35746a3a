package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.input.Reject;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Highest possible scores from the table of minimums. */
class MaximumsTest {
  private static final String YAML =
      """
      inputs:
        results:
          - path: results.csv
            shape: %s
            columns: {school_id: id, subject: subject, grade: grade, %s}
            constants: {year: 2024, procedure: EX}
        minimums:
          - path: minimums.csv
            columns: {subject: subject, grade: grade, minimum: min, top: top, maximum: max}
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  @Test
  void scoresOfPupilsAboveTheMaximumOfTheClosestRowAreRejects() {
    files.with(
        "minimums.csv",
        "subject,grade,min,top,max",
        ",,3,,20",
        "maths,,10,25,32",
        "maths,5А,5,,15",
        "rus,,9,,");
    files.with(
        "results.csv",
        "id,subject,grade,score",
        "1,maths,9,32",
        "1,maths,9,33",
        "1,maths,5,16",
        "1,biology,9,21",
        "1,rus,9,20",
        "2,maths,9,12");

    StudyData data = IngestStudy.read(files, YAML.formatted("pupils", "score: score"));

    assertThat(data.rejects())
        .extracting(Reject::line, Reject::value, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(3L, "33", "above the highest possible score 32"),
            tuple(4L, "16", "above the highest possible score 15"),
            tuple(5L, "21", "above the highest possible score 20"));
  }

  @Test
  void meansAboveTheMaximumAreRejects() {
    files.with("minimums.csv", "subject,grade,min,top,max", "maths,,10,,32");
    files.with(
        "results.csv", "id,subject,grade,mean", "1,maths,9,32.5", "2,maths,9,17", "3,rus,9,60");

    StudyData data = IngestStudy.read(files, YAML.formatted("means", "mean: mean"));

    assertThat(data.rejects())
        .extracting(Reject::line, Reject::column)
        .containsExactly(tuple(2L, "mean"));
    assertThat(data.tallies()).hasSize(2);
  }

  @Test
  void aMaximumBelowTheTopOrTheMinimumIsAReject() {
    files.with(
        "minimums.csv", "subject,grade,min,top,max", "maths,,10,25,24", "rus,,10,,9", "art,,1,5,5");
    files.with("results.csv", "id,subject,grade,mean", "1,art,9,4", "2,art,9,3");

    StudyData data = IngestStudy.read(files, YAML.formatted("means", "mean: mean"));

    assertThat(data.rejects())
        .extracting(Reject::line, Reject::column)
        .containsExactly(tuple(2L, "max"), tuple(3L, "max"));
  }
}
