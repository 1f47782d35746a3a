package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.input.RowCounts;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.SharedSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No row is lost between the file and its account, no score between its row and its tally. */
class ConservedRowsTest {
  private static final Map<RowAccount, Long> ACCOUNTS =
      Map.of(RowAccount.COUNTED, 5L, RowAccount.REJECTED, 3L, RowAccount.LEFT_OUT, 2L);

  private static InputFile file(RowCounts counts) {
    return InputFile.of("results", "r.csv", "0", 1, counts, "utf-8 ','");
  }

  @Test
  void aFileOfWhichARowIsLostIsAFaultOfTheProgram() {
    assertThat(file(new RowCounts(10, ACCOUNTS, 0, 5)).accounted()).isEqualTo(10);
    for (long read : new long[] {9, 11}) {
      assertThatThrownBy(() -> file(new RowCounts(read, ACCOUNTS, 0, 5)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(read + " rows of r.csv were read, but 10 are accounted for")
          .hasMessageContaining("5 counted, 3 rejected");
    }
  }

  @Test
  void partsKeepTheirRows() {
    var part = new RowCounts(10, ACCOUNTS, 1, 5);

    assertThat(RowCounts.sum(List.of(part, part)))
        .isEqualTo(
            new RowCounts(
                20,
                Map.of(RowAccount.COUNTED, 10L, RowAccount.REJECTED, 6L, RowAccount.LEFT_OUT, 4L),
                2,
                10));
  }

  @Test
  void aScoreThatTalliesLackIsAFaultOfTheProgram() {
    var tally = new TallyAccumulator();
    tally.add(4);
    tally.add(5);
    var school = new SchoolTallies();
    school.add(new Measure(2018, "ОГЭ", "maths", ""), tally);

    assertThatCode(() -> PupilResults.requireEveryScore("inputs.results[0]", 2, List.of(school)))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> PupilResults.requireEveryScore("inputs.results[0]", 3, List.of(school)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("rows of inputs.results[0] gave 3 results, but tallies hold 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "california-1999-2000",
        "california-api",
        "high-school-and-beyond",
        "safonovo-sample"
      })
  void everySampleIsReadToItsLastRow(String name) {
    Path configs = Path.of("..", "configs").toAbsolutePath();
    Study study = StudyLoader.load(configs.resolve(name + ".yaml"), List.of());

    List<InputFile> files = Ingest.read(study, configs, SharedSpark.workers()).files();

    assertThat(files)
        .isNotEmpty()
        .allMatch(file -> file.rows() > 0 && file.accounted() == file.rows());
  }
}
