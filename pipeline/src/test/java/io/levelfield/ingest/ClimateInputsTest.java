package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.ClimateAnswer;
import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.StudyProblem;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pupils say of their school, one by one and as counts. */
class ClimateInputsTest {
  private static final String BASE =
      """
      inputs:
        schools: [{path: schools.csv, columns: {school_id: id}}]
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, mean: m}
            constants: {year: 2018, procedure: ВПР, subject: математика}
        climate:
          - path: pupils.csv
            columns: {school_id: id, pupil_id: p, year: y, anxiety: a, supplementary: s}
      """;
  private static final String COUNTS =
      """
          - path: counts.csv
            shape: schools
            columns: {school_id: id, pupils: n, year: y, anxiety: a, trajectory: t}
      """;
  private static final String PUPILS = "id,p,y,a,s";

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void writeWhatEveryTestNeeds() {
    files = new StudyFiles(directory);
    files.with("schools.csv", "id", "001", "002").with("results.csv", "id,m", "001,5", "002,6");
  }

  @Test
  void answersWithoutACodeAreAnonymous() {
    files.with("pupils.csv", PUPILS, "001,,2018,5,да", "001,,2018,7,нет", "001,x,2018,6,да");

    StudyData data = IngestStudy.read(files, BASE);

    assertThat(data.support().climate())
        .extracting(ClimateAnswer::pupil, a -> a.values().get(ClimateMeasure.ANXIETY))
        .containsExactlyInAnyOrder(
            tuple(Optional.of("x"), 6.0),
            tuple(Optional.empty(), 5.0),
            tuple(Optional.empty(), 7.0));
    assertThat(data.rejects()).isEmpty();
  }

  @Test
  void aCellThatCannotBeReadShowsNobodysCode() {
    files.with("pupils.csv", PUPILS, "001,secret-7,2018,many,maybe", "001,secret-8,2018,6,maybe");

    StudyData data = IngestStudy.read(files, BASE);

    assertThat(data.support().climate()).hasSize(1);
    assertThat(data.rejects()).hasSize(2);
    assertThat(data.rejects().toString()).contains("maybe").doesNotContain("secret");
  }

  @Test
  void scoresOutsideTheirRangeAreRejected() {
    files.with("pupils.csv", PUPILS, "001,x,2018,999,да", "002,x,2018,100,да");
    String ranges = BASE.replace("path: pupils.csv", "path: pupils.csv\n      ranges: {%s}");

    StudyData data = IngestStudy.read(files, ranges.formatted("anxiety: [0, 100]"));

    assertThat(data.rejects())
        .extracting(Reject::column, Reject::value, reject -> reject.reason().code())
        .containsExactly(tuple("a", "999", "reject.outside-range"));
    assertThat(data.support().climate())
        .extracting(ClimateAnswer::schoolId, a -> a.values().get(ClimateMeasure.ANXIETY))
        .containsExactlyInAnyOrder(tuple("001", null), tuple("002", 100.0));
    assertThatThrownBy(() -> IngestStudy.read(files, ranges.formatted("anxeity: [0, 100]")))
        .isInstanceOfSatisfying(
            StudyProblem.class,
            problem -> assertThat(InEnglish.of(problem.told())).contains("anxiety"));
  }

  @Test
  void eachAnswerIsToldInOneWay() {
    files
        .with("pupils.csv", PUPILS, "001,x,2018,6,да")
        .with("counts.csv", "id,n,y,a,t", "001,9,2018,,4", "002,8,2018,5.5,4");

    assertThat(IngestStudy.read(files, BASE + COUNTS).support().climate())
        .extracting(ClimateAnswer::schoolId, ClimateAnswer::pupils, ClimateAnswer::values)
        .containsExactlyInAnyOrder(
            tuple(
                "001", 1L, Map.of(ClimateMeasure.ANXIETY, 6.0, ClimateMeasure.SUPPLEMENTARY, 1.0)),
            tuple("001", 9L, Map.of(ClimateMeasure.TRAJECTORY, 4.0)),
            tuple("002", 8L, Map.of(ClimateMeasure.ANXIETY, 5.5, ClimateMeasure.TRAJECTORY, 4.0)));

    files.with("counts.csv", "id,n,y,a,t", "001,9,2018,5,4");
    assertThatThrownBy(() -> IngestStudy.read(files, BASE + COUNTS))
        .isInstanceOf(InputsRefused.class)
        .hasMessageContaining("inputs.pupils-and-counts")
        .hasMessageContaining("anxiety");
  }
}
