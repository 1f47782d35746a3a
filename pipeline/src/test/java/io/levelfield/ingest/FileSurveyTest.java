package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.InputsRefused;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSurveyTest {
  private static final CsvFormat FORMAT = new CsvFormat("UTF-8", ';', CsvFormat.EITHER, Set.of());

  @TempDir private Path directory;

  private record ReadRow(long line, List<String> fields) {}

  @Property(tries = 500)
  void partsReadOneByOneGiveWhatTheWholeGives(
      @ForAll("csv") String csv, @ForAll @IntRange(min = 1, max = 40) int partBytes)
      throws IOException {
    Path file = Files.createTempFile("survey", ".csv");
    try {
      Files.writeString(file, csv);
      List<ReadRow> whole = rows(FileSurvey.of(file, "a.csv", ';', Long.MAX_VALUE).parts());

      FileSurvey survey = FileSurvey.of(file, "a.csv", ';', partBytes);

      assertThat(rows(survey.parts())).isEqualTo(whole);
      assertThat(survey.parts().stream().mapToLong(FilePart::length).sum())
          .isEqualTo(Files.size(file));
    } finally {
      Files.delete(file);
    }
  }

  /** Rows of two or more fields; every other line end of the world, quotes where they may stand. */
  @Provide
  Arbitrary<String> csv() {
    Arbitrary<String> text = Arbitraries.strings().withChars("ab;\"\n\rж ").ofMaxLength(6);
    Arbitrary<String> quoted = text.map(t -> '"' + t.replace("\"", "\"\"") + '"');
    Arbitrary<String> plain =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars("abж ").ofMaxLength(5),
            // A quote inside a plain field is a character like any other.
            Arbitraries.of("a\"b", "=\"007\"", " \"x\"", "5\" pipe"));
    Arbitrary<String> row =
        Arbitraries.oneOf(quoted, plain)
            .list()
            .ofMinSize(2)
            .ofMaxSize(4)
            .map(fields -> String.join(";", fields));
    Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "\r");
    Arbitrary<String> line = Combinators.combine(row, end).as((r, e) -> r + e);
    return Combinators.combine(
            Arbitraries.of("", "\ufeff"), line.list().ofMinSize(1).ofMaxSize(12), row)
        .as((mark, lines, last) -> mark + String.join("", lines) + last);
  }

  @Test
  void partsNeverCutARecord() throws IOException {
    Path file = write("h1;h2\na;\"line\nbreak\"\nb;2\n");

    List<FilePart> parts = FileSurvey.of(file, "a.csv", ';', 1).parts();

    assertThat(parts).extracting(FilePart::offset).containsExactly(0L, 6L, 21L);
    assertThat(parts).extracting(FilePart::firstLine).containsExactly(1L, 2L, 4L);
  }

  @Test
  void namesTheLineOfAQuoteThatIsNeverClosed() throws IOException {
    Path file = write("h1;h2\n1;2\n3;\"open\n4;5\n");

    assertThatThrownBy(() -> FileSurvey.of(file, "a.csv", ';'))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(
            "a.csv, line 3: a quoted field that begins here is never closed; close the quote or"
                + " double it");
  }

  @Test
  void tellsUtf8FromOtherEncodings() throws IOException {
    var files = new StudyFiles(directory);
    files.with("utf.csv", "школа;балл");
    files.with("win.csv", "школа;балл\n".getBytes(Charset.forName("windows-1251")));
    // A character cut in two by the end of the file.
    files.with("cut.csv", new byte[] {'a', (byte) 0xD0});

    assertThat(FileSurvey.of(files.path("utf.csv"), "", ';').utf8()).isTrue();
    assertThat(FileSurvey.of(files.path("win.csv"), "", ';').utf8()).isFalse();
    assertThat(FileSurvey.of(files.path("cut.csv"), "", ';').utf8()).isFalse();
  }

  @Test
  void hashesTheBytesOnDisk() throws IOException {
    FileSurvey survey = FileSurvey.of(write("abc"), "a.csv", ';');

    assertThat(survey.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(survey.bytes()).isEqualTo(3);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(directory.resolve("a.csv"), content, StandardCharsets.UTF_8);
  }

  private static List<ReadRow> rows(List<FilePart> parts) throws IOException {
    List<ReadRow> rows = new ArrayList<>();
    for (FilePart part : parts) {
      try (FilePart.Records records = part.open(FORMAT)) {
        while (records.next()) {
          List<String> fields = new ArrayList<>();
          for (int i = 0; i < records.fields().size(); i++) {
            fields.add(records.fields().text(i));
          }
          rows.add(new ReadRow(records.line(), fields));
        }
      }
    }
    return rows;
  }
}
