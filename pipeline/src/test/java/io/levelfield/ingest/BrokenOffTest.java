package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.Reject;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Message;
import io.levelfield.testing.StudyFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of which the end is missing. */
class BrokenOffTest {
  private static final String MEANS =
      """
      inputs:
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, participants: n, mean: mean}
            constants: {year: 2018, procedure: exam, subject: maths}
      """;

  private static final String ROWS = "id;n;mean\n1;20;50,5\n2;20;48,2\n";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"3", "3;2", "3;20"})
  void aFileThatEndsInsideARowIsTold(String end) {
    int fields = end.contains(";") ? 2 : 1;
    Message told =
        Message.of("inputs.broken-off", "inputs.results[0]", "results.csv", "4", fields, 3);

    assertThat(notes(ROWS + end)).contains(told);
    assertThat(notes(ROWS.replace("\n", "\r\n") + end)).contains(told);
    assertThat(notes(ReadFile.gzip(ROWS + end))).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The row is whole, or ends with its line.
        "3;20;50",
        "3;20;50\n",
        "3;20\n",
        "3;20\r",
        // It is too short, but not the last one.
        "3;20\n4;20;51",
        "3;20\n4;20;51\n",
        // It is too long, or cannot be read for another reason.
        "3;20;50;1",
        "3;20;many"
      })
  void otherRowsAreNot(String end) {
    assertThat(notes(ROWS + end)).extracting(Message::code).doesNotContain("inputs.broken-off");
  }

  /** It says why the row does not count, and asks nobody for it. */
  @Test
  void itIsNoFaultOfTheSchool() {
    StudyData data = read((ROWS + "2;20").getBytes(StandardCharsets.UTF_8));

    assertThat(data.rejects())
        .singleElement()
        .extracting(Reject::reason)
        .isEqualTo(Message.of("reject.broken-off", 2, 3));
    assertThat(data.lost()).isEmpty();
    assertThat(read((ROWS + "2;20\n").getBytes(StandardCharsets.UTF_8)).lost()).hasSize(1);
  }

  private List<Message> notes(String text) {
    return notes(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Message> notes(byte[] file) {
    return read(file).notes();
  }

  private StudyData read(byte[] file) {
    return IngestStudy.read(new StudyFiles(directory).with("results.csv", file), MEANS);
  }
}
