package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose codes lost their zeros does not make two schools of each. */
class CodesAlikeTest {
  private static final String STUDY =
      """
      inputs:
        results:
          - path: "exam-{year}.csv"
            shape: pupils
            columns: {school_id: id, score: s}
            constants: {procedure: ЕГЭ, subject: maths}
      """;
  private static final String REGISTER = "  schools: [{path: r.csv, columns: {school_id: id}}]\n";

  @TempDir private Path directory;

  @Test
  void refusesCodesThatLostTheirZerosInOneFile() {
    var files = files().with("exam-2019.csv", "id,s", "1,50", "2,60", "3,70", "4,70");

    assertThatThrownBy(() -> IngestStudy.read(files, STUDY))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("\"001\" and \"1\" (schools: 4)", "otherwise than elsewhere in: ЕГЭ 2019");
  }

  @Test
  void twoSchoolsMayBeNumberedSo() {
    var few = files().with("exam-2019.csv", "id,s", "1,50", "2,60", "003,70", "004,70");
    assertThat(InEnglish.of(IngestStudy.read(few, STUDY).notes()))
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("different schools (2): \"001\", \"1\"; \"002\", \"2\"; if"));

    var both =
        files().with("exam-2019.csv", "id,s", "1,50", "2,60", "3,7", "4,7", "001,20", "002,10");
    assertThat(IngestStudy.read(both, STUDY).schools()).as("one measure has both").hasSize(8);

    var names =
        files()
            .with("exam-2017.csv", "id,s", "5A,5", "6A,6", "7A,7")
            .with("exam-2018.csv", "id,s", "5A,5", "6A,6", "7A,8")
            .with("exam-2019.csv", "id,s", "5А,50", "6А,60", "7А,70");
    assertThat(IngestStudy.read(names, STUDY).schools()).as("no zeros are lost").hasSize(6);
  }

  @Test
  void aRegisterTellsThatTheyDiffer() {
    var files =
        files()
            .with("exam-2019.csv", "id,s", "1,50", "2,60", "3,70", "4,70")
            .with(
                "r.csv", "id,name", "001,a", "002,b", "003,c", "004,d", "1,e", "2,f", "3,g", "4,h");

    StudyData data = IngestStudy.read(files, STUDY + REGISTER);

    assertThat(data.schools()).extracting(School::id).hasSize(8);
  }

  private StudyFiles files() {
    return new StudyFiles(directory)
        .with("exam-2017.csv", "id,s", "001,50", "002,60", "003,70", "004,70")
        .with("exam-2018.csv", "id,s", "001,51", "002,60", "003,70", "004,70");
  }
}
