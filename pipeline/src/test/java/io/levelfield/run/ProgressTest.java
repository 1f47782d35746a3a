package io.levelfield.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.ingest.Ingest;
import io.levelfield.ingest.ReadMeter;
import io.levelfield.ingest.Workers;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.run.Progress.Stage;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import io.levelfield.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
  private static final String YAML =
      """
      study: speed
      inputs:
        results:
          - path: results.csv
            shape: pupils
            columns: {school_id: s, score: b%s}
            constants: {year: 2018, procedure: exam, subject: maths}
      """;

  @TempDir private Path directory;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();
  private final Progress progress =
      new Progress(
          new ProgressConsole(new PrintStream(printed, true, StandardCharsets.UTF_8), 0),
          Texts.in(Language.EN),
          () -> nanos.getAndAdd(500_000_000));

  private Study study(int rows, String columns) {
    StudyFiles files =
        new StudyFiles(directory).with("study.yaml", YAML.formatted(columns).strip());
    files.with(
        "results.csv",
        IntStream.rangeClosed(0, rows)
            .mapToObj(i -> i == 0 ? "s,b,p" : "%03d,%d,P%d".formatted(i % 7, i % 100, i))
            .toArray(String[]::new));
    return StudyLoader.load(files.path("study.yaml"), List.of());
  }

  private String told(Study study, boolean onSpark) {
    var workers = new Workers(SharedSpark::context, onSpark, progress.meter());
    progress.stage(Stage.INGEST, () -> Ingest.read(study, directory, workers));
    return printed.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void manyRowsAreToldPerSecond(boolean onSpark) throws Exception {
    String line = told(study(100_001, ""), onSpark);

    assertThat(line)
        .startsWith("[1/11] ingest ")
        .containsPattern("\\(\\d+\\.\\d s, [^)]+ rows/s\\)");
    long bytes = Files.size(directory.resolve("results.csv"));
    assertThat(progress.meter().position())
        .isEqualTo(new ReadMeter.Position(bytes, bytes, 100_001));
  }

  @Test
  void fewRowsAreNot() {
    assertThat(told(study(700, ""), false)).endsWith(String.format("s)%n")).doesNotContain("/s");
  }

  @Test
  void aFileThatIsWalkedTwiceIsExpectedTwice() throws Exception {
    told(study(700, ", pupil_id: p"), false);

    long bytes = 2 * Files.size(directory.resolve("results.csv"));
    assertThat(progress.meter().position()).isEqualTo(new ReadMeter.Position(bytes, bytes, 1_400));
  }

  @Test
  void aStageIsToldInALineAndAFailedOneInNone() {
    progress.stage(Stage.REPORT, () -> 3, n -> Message.of("report.summary", n));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("[1/11] report     ")
        .containsOnlyOnce("\n")
        .doesNotContain("\r");
    printed.reset();
    assertThatThrownBy(
            () ->
                progress.<StudyData>stage(
                    Stage.INGEST,
                    () -> {
                      throw new IllegalStateException("stopped");
                    }))
        .hasMessage("stopped");
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
