package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Message;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that a decimal comma cuts in two where commas part the columns. */
class CutNumbersTest {
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
  void aNumberThatADecimalCommaCutsIsToldWithItsCure() {
    StudyFiles files =
        new StudyFiles(directory)
            .with("results.csv", "id,class,n,mean", "1,9А,20,50", "2,9А,20,50,5", "3,9А,20");

    StudyData data = IngestStudy.read(files, CLASSES);

    assertThat(data.rejects()).hasSize(2);
    assertThat(data.rejects().get(0).reason().code()).isEqualTo("reject.ragged-by-comma");
    assertThat(data.rejects().get(1).reason().code()).isEqualTo("reject.ragged");
  }

  /** The note is empty everywhere, so that rows are but one empty field too long. */
  @Test
  void whereAnEmptyColumnHidesTheCutANoteTellsOfIt() {
    StudyFiles files =
        new StudyFiles(directory)
            .with("results.csv", "id,class,n,mean,note", "1,9А,20,50,5,", "2,9А,20,48,2,");

    assertThat(IngestStudy.read(files, CLASSES).notes())
        .extracting(Message::code)
        .contains("inputs.rows-longer");
  }

  @Test
  void emptyCellsAtTheEndOfOtherRowsAreNothingToTell() {
    StudyFiles files =
        new StudyFiles(directory)
            .with("results.csv", "id;class;n;mean;note", "1;9А;20;50,5;;", "2;9А;20;48,2;;");

    assertThat(IngestStudy.read(files, CLASSES).notes())
        .extracting(Message::code)
        .doesNotContain("inputs.rows-longer");
  }
}
