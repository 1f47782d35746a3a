package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are what they hold, not what they are called. */
class FileKindsTest {
  private static final Path PACKED = ReadFile.CASES.resolve("16-compressed-and-odd-file-names");
  private static final Path CONTROL = ReadFile.CASES.resolve("07-control-characters");
  private static final String[] PUPILS = {"Код школы", "Код ученика", "Балл"};
  private static final String TEXT = "id;n\n1;2\n3;4\n";

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  private ReadFile read(String file) {
    return ReadFile.of(files.path(file), "", "id", "n");
  }

  private String refused(String file) {
    return ReadFile.refused(files.path(file), "", "id", "n");
  }

  @Test
  void readsTheCaseWithACapitalSuffix() {
    ReadFile plain = ReadFile.of(PACKED.resolve("plain.csv"), "", PUPILS);
    ReadFile upper = ReadFile.of(PACKED.resolve("UPPER.CSV.GZ"), "", PUPILS);

    assertThat(upper.rows()).hasSizeGreaterThan(100).isEqualTo(plain.rows());
    assertThat(upper.file().describe()).isEqualTo("gzip " + plain.file().describe());
  }

  @ParameterizedTest
  @ValueSource(strings = {"damaged-member.csv.gz", "truncated.csv.gz"})
  void refusesTheDamagedCasesAndSaysWhatWasRead(String file) {
    assertThat(ReadFile.refused(PACKED.resolve(file), "", PUPILS))
        .startsWith(file + ": the archive is damaged")
        .containsPattern("lines read up to there: [\\d,]+\\. ");
  }

  @Test
  void unpacksWhateverTheNameSays() {
    files.with("plain.gz", TEXT.getBytes(StandardCharsets.UTF_8));
    files.with("packed.csv", ReadFile.gzip(TEXT));
    files.with("zipped.csv", ReadFile.zip(TEXT, "папка/результаты.csv"));
    List<List<String>> rows = List.of(List.of("1", "2"), List.of("3", "4"));

    assertThat(read("plain.gz").rows()).isEqualTo(rows);
    assertThat(read("packed.csv").rows()).isEqualTo(rows);
    assertThat(read("zipped.csv").rows()).isEqualTo(rows);
    assertThat(read("zipped.csv").file().describe())
        .isEqualTo("zip 'папка/результаты.csv' UTF-8 ';'");
  }

  @Test
  void readsMembersThatWereJoined() {
    files.with("a.gz", ArrayUtils.addAll(ReadFile.gzip(TEXT), ReadFile.gzip("5;6\n")));

    assertThat(read("a.gz").rows()).hasSize(3);
  }

  @Test
  void refusesWhatFollowsAnArchive() {
    byte[] garbage = "id;n\n".getBytes(StandardCharsets.UTF_8);
    files.with("a.gz", ArrayUtils.addAll(ReadFile.gzip(TEXT), garbage));
    files.with("a.zip", ArrayUtils.addAll(ReadFile.zip(TEXT, "a.csv"), garbage));

    assertThat(refused("a.gz"))
        .contains("damaged")
        .containsPattern("lines read up to there: [23]\\.");
    assertThat(refused("a.zip")).contains("damaged");
  }

  @Test
  void refusesArchivesThatAreCutOrSpoilt() {
    byte[] whole = ReadFile.zip(TEXT.repeat(50), "a.csv");
    byte[] spoilt = whole.clone();
    spoilt[45] ^= 0x10;
    files.with("cut.zip", Arrays.copyOf(whole, whole.length - 30));
    files.with("spoilt.zip", spoilt);
    files.with("stub.gz", Arrays.copyOf(ReadFile.gzip(TEXT), 6));

    assertThat(refused("cut.zip")).contains("damaged");
    assertThat(refused("spoilt.zip")).contains("damaged");
    assertThat(refused("stub.gz")).contains("damaged").contains("lines read up to there: 0.");
  }

  @Test
  void refusesArchivesOfNoneOrSeveralFilesAndOfArchives() {
    files.with("several.zip", ReadFile.zip(TEXT, "a.csv", "b.csv"));
    files.with("empty.zip", ReadFile.zip(TEXT));
    files.with("ods.zip", ReadFile.zip(TEXT, "mimetype", "content.xml"));
    files.with("inner.gz", ReadFile.gzip("PK\u0003\u0004"));

    assertThat(refused("several.zip")).contains("several files (a.csv, b.csv)");
    assertThat(refused("empty.zip")).contains("holds no file");
    assertThat(refused("ods.zip")).contains("OpenDocument");
    assertThat(refused("inner.gz")).contains("another archive");
  }

  @Test
  void refusesAnArchiveLockedWithAPassword() {
    byte[] zip = ReadFile.zip(TEXT, "a.csv");
    int directoryEntry = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    zip[6] |= 1;
    zip[directoryEntry + 8] |= 1;
    files.with("a.zip", zip);

    assertThat(refused("a.zip")).contains("locked with a password (a.csv)");
  }

  @ParameterizedTest
  @CsvSource({"PAR1,Parquet", "%PDF,PDF", "<html><table>,web page", "<?xml version,web page"})
  void refusesOtherKindsOfFilesByTheirFirstBytes(String magic, String kind) {
    files.with("a.csv", magic + "x");

    assertThat(refused("a.csv")).contains(kind);
  }

  @Test
  void passesOverTheMarkWithWhichDosEndsAText() {
    String[] columns = {"Код школы", "Участников", "Ниже минимума"};
    ReadFile ended = ReadFile.of(CONTROL.resolve("ctrl-z.csv"), "", columns);

    assertThat(ended.rows())
        .isEqualTo(ReadFile.of(CONTROL.resolve("results.csv"), "", columns).rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3;4\u001a", "3;4\r\n\u001a\r\n", "3;\"4\"\u001a\u001a"})
  void passesOverThatMarkHoweverItStandsAtTheEnd(String end) {
    files.with("a.csv", ("id;n\n1;2\n" + end).getBytes(StandardCharsets.UTF_8));
    files.with("a.gz", ReadFile.gzip("id;n\n1;2\n" + end));

    assertThat(read("a.csv").rows()).containsExactly(List.of("1", "2"), List.of("3", "4"));
    assertThat(read("a.gz").rows()).containsExactly(List.of("1", "2"), List.of("3", "4"));
  }

  @Test
  void refusesAnyOtherControlCharacterWithItsLine() {
    assertThat(ReadFile.refused(CONTROL.resolve("schools-vt.csv"), "", "Код", "Название"))
        .containsPattern(
            "schools-vt.csv, line \\d+: the text has a control character \\(code 11\\)");

    // Beyond the first 64 KB there is no other rule.
    files.with("far.csv", "id;n", "1;2\n".repeat(40_000) + "3;\u00014");
    files.with("within.csv", "id;n", "1;2\u001a", "3;4");
    assertThat(refused("far.csv")).contains("far.csv, line 40002:").contains("(code 1)");
    assertThat(refused("within.csv")).contains("within.csv, line 2:").contains("(code 26)");
  }

  @Test
  void namesTheLineOfZeroBytes() {
    files.with("a.csv", "id;n\n1;2\n\0".getBytes(Charset.forName("windows-1251")));

    assertThat(refused("a.csv")).startsWith("a.csv is not text (line 3 has a zero byte)");
  }
}
