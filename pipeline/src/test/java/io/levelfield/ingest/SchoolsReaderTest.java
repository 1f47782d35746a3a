package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers and totals as offices write them. */
class SchoolsReaderTest {
  private static final String STUDY =
      """
      inputs:
        schools: [{path: schools.csv, columns: {school_id: id, settlement: kind}}]
        results:
          - path: results.csv
            shape: counts
            columns: {school_id: id, participants: n, below_minimum: below}
            constants: {year: 2018, procedure: exam, subject: maths}
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void write() {
    files =
        new StudyFiles(directory)
            .with(
                "schools.csv",
                "id,kind",
                "1,деревня",
                "2,д.",
                "3,ПГТ",
                "4,посёлок",
                "5,Рабочий посёлок",
                "6,")
            .with(
                "results.csv",
                "id,n,below",
                "1,20,3",
                "2,20,4",
                "3,20,5",
                "4,20,6",
                "5,20,1",
                "6,9,1");
  }

  @Test
  void aVillageIsRuralWhateverItsName() {
    assertThat(IngestStudy.read(files, STUDY).schools())
        .extracting(School::settlement)
        .containsExactly("rural", "rural", "urban", "посёлок", "urban", "");
  }

  @Test
  void aRowWithoutACodeThatSaysTotalIsOne() {
    files.with(
        "results.csv",
        "id,name,n,below",
        "1,Oak,20,3",
        "2,Elm,20,4",
        ",Итого по району,40,7",
        ",,5,1");

    StudyData data = IngestStudy.read(files, STUDY);

    assertThat(data.files().get(1).totals()).isEqualTo(1);
    assertThat(data.files().get(1).rejected()).isEqualTo(1);
  }
}
