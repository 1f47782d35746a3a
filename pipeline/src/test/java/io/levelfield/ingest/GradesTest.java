package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.RowAccount;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grades and classes that are written otherwise and are the same. */
class GradesTest {
  private static final String PUPILS =
      """
      inputs:
        results:
          - path: results.csv
            shape: pupils
            columns: {school_id: id, pupil_id: pupil, grade: grade, score: score}
            constants: {year: 2018, procedure: exam, subject: maths}
        minimums: [{path: minimums.csv, columns: {grade: grade, minimum: minimum}}]
      """;

  private static final String CLASSES =
      """
      inputs:
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, class: class, participants: n, mean: mean}
            constants: {year: 2018, procedure: exam, subject: maths}
      """;

  @TempDir private Path directory;

  @Test
  void zerosAtTheStartOfAGradeAndAFractionTellNothing() {
    StudyFiles files =
        new StudyFiles(directory)
            .with(
                "results.csv",
                "id,pupil,grade,score",
                "1,a,5,10",
                "1,b,05,20",
                "1,c,5.0,30",
                "1,d,5,40",
                "1,d,05,40")
            .with("minimums.csv", "grade,minimum", "05,15");

    StudyData data = IngestStudy.read(files, PUPILS);

    assertThat(data.tallies()).hasSize(1);
    assertThat(data.tallies().get(0).measure().grade()).isEqualTo("5");
    assertThat(data.tallies().get(0).participants()).hasValue(4);
    assertThat(data.tallies().get(0).belowMinimum()).hasValue(1);
    assertThat(data.rejects())
        .singleElement()
        .satisfies(reject -> assertThat(reject.account()).isEqualTo(RowAccount.REPEATED));
  }

  /** The second letter А is Latin: the rows repeat each other and do not add up. */
  @Test
  void classLettersOfTwoAlphabetsAreOneClass() {
    StudyFiles files =
        new StudyFiles(directory)
            .with("results.csv", "id,class,n,mean", "1,9А,20,50", "1,9A,20,50", "1,9Б,10,80");

    StudyData data = IngestStudy.read(files, CLASSES);

    assertThat(data.tallies()).hasSize(1);
    assertThat(data.tallies().get(0).participants()).hasValue(30);
    assertThat(data.tallies().get(0).mean()).hasValue(60);
  }
}
