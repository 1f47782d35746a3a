package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of faults names the place, in the language of the study. */
class WordsOfFaultsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "study: tiny: more | строка 2, столбец 12 | второе двоеточие",
        "study: [a, b | строка 3 | не закрыта",
        "TABstudy: a | строка 2, столбец 1 | табуляц",
        "language: ru | строка 2 | ключ «language» указан дважды"
      })
  void whatIsNoYamlIsToldInTheStudysLanguage(String line, String where, String cause) {
    StudyFiles files =
        new StudyFiles(directory).with("study.yaml", "language: ru", line.replace("TAB", "\t"));

    Invocation check = Invocation.of("check", files.path("study.yaml").toString());

    assertThat(check.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(check.err())
        .contains("study.yaml", where, cause)
        .doesNotContainPattern("expected|found|allowed|[Dd]uplicate");
  }

  @Test
  void curesNameTheirPlaceInTheStudy() {
    StudyFiles files =
        TinyStudy.in(directory).with("results.csv", "id,mean,n,sd", "001,x,20,9", "002,45,30,10");
    assertThat(Invocation.of("check", files.path("study.yaml").toString()).out())
        .contains("inputs.results[0].dialect.missing_values: [\"x\"]");

    files.with("results.csv", "id;mean;n;sd", "001;1;20;9");
    assertThat(
            Invocation.of(
                    "check",
                    files.path("study.yaml").toString(),
                    "--set",
                    "inputs.results[0].dialect.delimiter=\",\"")
                .out())
        .contains("inputs.results[0]: results.csv, line 1: there is no column 'id'");
  }

  @Test
  void aFigureThatTheSourceSuppressedIsMarkedAsSuchOnTheCard() {
    StudyFiles files =
        TinyStudy.in(directory)
            .with(
                "results.csv",
                "id,mean,n,sd",
                "001,40-44,20,9",
                "002,45,30,10",
                "003,41,25,8",
                "004,47,40,11",
                "005,66,50,10",
                "006,70,35,9",
                "007,64,45,12",
                "008,71,20,8");
    String out = files.path("out").toString();
    Invocation run =
        Invocation.of(
            "run",
            files.path("study.yaml").toString(),
            "--out",
            out,
            "--set",
            "inputs.results[0].suppressed=midpoint");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Invocation.of("explain", "001", "--run", out).out())
        .contains("mean score 42.0 [suppressed in the source: the middle of what it may be]");
    assertThat(Invocation.of("explain", "002", "--run", out).out()).doesNotContain("suppressed");
    assertThat(
            CaseRuns.records(RunTables.latest(files.path("out")).get("results.csv")).stream()
                .map(row -> row.get("suppressed"))
                .filter(columns -> !columns.isEmpty()))
        .containsExactly("mean");
  }
}
