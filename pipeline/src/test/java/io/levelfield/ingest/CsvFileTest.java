package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.InputsRefused;
import io.levelfield.study.Dialect;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void recognisesTheDelimiterByTheMappedColumns(String delimiter) {
    // The name holds more of the other delimiters than the header has of its own.
    files.with("a.csv", "id" + delimiter + "\"score, of; the\tyear|all\"", "1" + delimiter + "2");

    CsvFile file = open("id", "score, of; the\tyear|all");

    assertThat(file.format().delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(file.header())
        .as("blanks made plain")
        .containsExactly("id", "score, of; the year|all");
    assertThat(file.shape().column("score, of; the\tyear|all")).isEqualTo(1);
  }

  @Test
  void readsUtf8WithAndWithoutByteOrderMark() {
    files.with("a.csv", "\ufeff\"школа\";балл", "1;2");
    assertThat(open("школа", "балл").header()).containsExactly("школа", "балл");

    files.with("a.csv", "школа;балл", "1;2");
    assertThat(open("школа", "балл").format().charsetName()).isEqualTo("UTF-8");
    assertThat(open("школа", "балл").notes()).isEmpty();
  }

  @Test
  void takesWhatIsNotUtf8ForWindows1251AndSaysSo() {
    files.with("a.csv", "КОД ШКОЛЫ;БАЛЛ\r\n0001;7\r\n".getBytes(CYRILLIC));

    CsvFile file = open("КОД ШКОЛЫ", "БАЛЛ");

    assertThat(file.header()).containsExactly("КОД ШКОЛЫ", "БАЛЛ");
    assertThat(file.format().describe()).isEqualTo("windows-1251 ';'");
    assertThat(InEnglish.of(file.notes()))
        .containsExactly("files are not UTF-8 and were read as windows-1251: a.csv");
  }

  @Test
  void unpacksGzip() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("id\tn\n1\t2\n".getBytes(StandardCharsets.UTF_8));
    }
    files.with("a.csv.gz", packed.toByteArray());

    CsvFile file =
        CsvFile.open(files.path("a.csv.gz"), "a.csv.gz", Dialect.sniffed(), List.of("id", "n"));

    assertThat(file.format().delimiter()).isEqualTo('\t');
    assertThat(file.survey().parts()).hasSize(1);
  }

  @Test
  void refusesUtf8ThatIsNone() {
    files.with("a.csv", "школа\n1\n".getBytes(CYRILLIC));

    assertThatThrownBy(
            () ->
                CsvFile.open(
                    files.path("a.csv"), "a.csv", dialect("utf-8", null), List.of("школа")))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("a.csv is not valid UTF-8, as its dialect says");
  }

  @Test
  void namesTheNearestColumn() {
    files.with("a.csv", "school_id,Score", "1,2");

    assertThatThrownBy(() -> open("school_id", "score_"))
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(
            "a.csv, line 1: there is no column 'score_'; did you mean 'Score'?; it has: school_id,"
                + " Score");
  }

  @Test
  void doubtsTheDelimiterWhereThereIsOneColumnOnly() {
    files.with("a.csv", "school_id;score", "1;2");

    assertThatThrownBy(
            () ->
                CsvFile.open(
                    files.path("a.csv"), "a.csv", dialect(null, ","), List.of("mean", "n")))
        .extracting(InEnglish::told)
        .asString()
        .contains("check the dialect's delimiter (',' was used)");
  }

  @Test
  void refusesAMappedColumnThatStandsTwice() {
    files.with("a.csv", "id,n,n", "1,2,3");

    assertThat(open("id").header()).hasSize(3);
    assertThatThrownBy(() -> open("id", "n"))
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(
            "a.csv, line 1: column 'n' stands there twice; say which is meant: 'n#1' or 'n#2'");
  }

  private CsvFile open(String... wanted) {
    return CsvFile.open(files.path("a.csv"), "a.csv", Dialect.sniffed(), List.of(wanted));
  }

  private static Dialect dialect(String charset, String delimiter) {
    return new Dialect(
        Optional.ofNullable(charset),
        Optional.ofNullable(delimiter),
        Optional.empty(),
        Optional.empty(),
        null,
        OptionalInt.empty(),
        Optional.empty(),
        null,
        null);
  }
}
