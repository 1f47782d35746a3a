package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.InputsRefused;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to fill memory, or that no program wrote as it should, at their size. */
class HostileFilesTest {
  private static final int MEGABYTE = 1 << 20;
  private static final int LONG_LINE_MEGABYTES = 100;
  private static final String HEADER = "id;n\n";

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  private String refused(String file, String dialect) {
    return ReadFile.refused(directory.resolve(file), dialect, "id", "n");
  }

  private List<List<String>> rows(String file) {
    return ReadFile.of(directory.resolve(file), "", "id", "n").rows();
  }

  /** A header and a line of so many zeros. */
  private static void writeLongLine(OutputStream out) throws IOException {
    out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    byte[] zeros = new byte[MEGABYTE];
    Arrays.fill(zeros, (byte) '0');
    for (int i = 0; i < LONG_LINE_MEGABYTES; i++) {
      out.write(zeros);
    }
  }

  private void zip(String file, String... members) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(directory.resolve(file)))) {
      for (String member : members) {
        zip.putNextEntry(new ZipEntry(member));
        if (!member.equals("xl/workbook.xml")) {
          writeLongLine(zip);
        }
      }
    }
  }

  @Test
  void aLineOfAHundredMegabytesInAHundredKilobytesIsRefused() throws IOException {
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(directory.resolve("a.csv.gz")))) {
      writeLongLine(gzip);
    }
    assertThat(Files.size(directory.resolve("a.csv.gz"))).isLessThan(MEGABYTE / 8);

    assertThat(refused("a.csv.gz", ""))
        .startsWith("a.csv.gz: unpacks to more than 64 MB, 200 times its own size")
        .endsWith("raise dialect.unpack_ratio");
    assertThat(refused("a.csv.gz", "unpack_megabytes: 90, unpack_ratio: 5000"))
        .isEqualTo(
            "a.csv.gz: unpacks to more than 90 MB; if it is a table, raise"
                + " dialect.unpack_megabytes");
    assertThat(refused("a.csv.gz", "unpack_ratio: 5000"))
        .startsWith("a.csv.gz, line 2: this is no record of CSV");
  }

  @Test
  void zipsAndWorkbooksAreHeldToIt() throws IOException {
    zip("a.zip", "a.csv");
    zip("a.xlsx", "xl/workbook.xml", "xl/sharedStrings.xml");

    assertThat(refused("a.zip", "")).contains("raise dialect.unpack_ratio");
    assertThat(refused("a.xlsx", "")).contains("raise dialect.unpack_ratio");
  }

  /** Many small files make a large one; they are counted together. */
  @Test
  void theFilesOfAWorkbookAreCountedTogether() throws IOException {
    zip("a.xlsx", "xl/workbook.xml", "a", "b", "c");

    assertThat(refused("a.xlsx", "unpack_megabytes: 250, unpack_ratio: 5000"))
        .contains("raise dialect.unpack_megabytes");
  }

  /** The library that reads it would make room for the columns before the cell. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<c r=\"XFD1\"/>, false",
        "<c s=\"abcdef\" r=\"$XFD$1\"/>, false",
        "<row r=\"1048576\" spans=\"abcd\">, false",
        "<t>r=\"ABCD1\" <c/> r=\"ABCD1\"</t>, false",
        "<rc r=\"ABCD1\"/>, false",
        "<c r=\"ABCD1\"/>, true",
        "<x:c t=\"s\" r = 'ABCDEFG1'>, true",
        "<c r=\"A1\"/><c r=\"B1\"/><c r=\"XXXX1\"/>, true"
      })
  void aCellBeyondTheLastColumnIsRefused(String xml, boolean refused) {
    files.with("a.xlsx", ReadFile.zip(xml, "xl/workbook.xml"));
    var references = new CellReferences();
    references.write(xml.getBytes(StandardCharsets.UTF_8), 0, xml.length());

    assertThat(references.beyondLastColumn()).isEqualTo(refused);
    assertThat(refused("a.xlsx", ""))
        .contains(refused ? "beyond the last column" : "the workbook is damaged (sheet");
  }

  @Test
  void aWorkbookWithMoreTextThanMemoryHoldsIsRefused() {
    long gigabyte = 1L << 30;

    assertThatCode(() -> ZipContents.requireTextsFit("a.xlsx", gigabyte, 3 * gigabyte))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ZipContents.requireTextsFit("a.xlsx", gigabyte + 1, 3 * gigabyte))
        .isInstanceOfSatisfying(
            InputsRefused.class,
            refused ->
                assertThat(InEnglish.told(refused))
                    .startsWith("a.xlsx: the texts of the workbook are 1,024 MB")
                    .contains("(3,072 MB)"));
  }

  @Test
  void namesInArchivesLeadNowhereAndArchivesInArchivesAreNotOpened() {
    files.with("up.zip", ReadFile.zip(HEADER + "1;2\n", "../../../up.csv"));
    files.with("nested.zip", ReadFile.zip("PK\u0003\u0004", "a.zip"));
    Path above = directory.resolve("../../../up.csv");

    assertThat(rows("up.zip")).containsExactly(List.of("1", "2"));
    assertThat(above).doesNotExist();
    assertThat(refused("nested.zip", "")).contains("another archive");
  }

  @Test
  void aLongArchiveThatIsCutSaysHowFarItGoes() throws IOException {
    String lines = HEADER + "1;2\n".repeat(MEGABYTE);
    byte[] whole = ReadFile.gzip(lines);
    files.with("cut.gz", Arrays.copyOf(whole, whole.length - 9));

    assertThat(refused("cut.gz", "")).contains("damaged").containsPattern("there: 10\\d{5}\\.");
  }

  @Test
  void aHundredThousandColumnsAreRead() {
    String header =
        IntStream.range(2, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(";"));
    files.with("wide.csv", "id;n;" + header, "1;2" + ";x".repeat(99_998));

    assertThat(rows("wide.csv")).singleElement().satisfies(row -> assertThat(row).hasSize(100_000));
  }

  @Test
  void plainLinesOfAHundredMegabytesAreRefused() throws IOException {
    try (OutputStream out = Files.newOutputStream(directory.resolve("long.csv"))) {
      writeLongLine(out);
    }
    assertThat(refused("long.csv", "")).startsWith("long.csv, line 2: this is no record of CSV");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void bytesThatAreNoTextAreRefusedWithTheirLine(int above) {
    String rows = "1;2\n".repeat(above);
    files.with("nul.csv", HEADER + rows + "1;\0\n");
    files.with("nul-16mb.csv", HEADER + "1;2\n".repeat(5 * MEGABYTE) + "1;\0\n");
    byte[] bad = (HEADER + rows + "ш;?\n").getBytes(StandardCharsets.UTF_8);
    bad[bad.length - 2] = (byte) 0xFF;
    files.with("bad.csv", bad);

    assertThat(refused("nul.csv", "")).contains("line " + (above + 2));
    assertThat(refused("nul-16mb.csv", "")).contains("line 5242882");
    assertThat(refused("bad.csv", "")).contains("the first line that is not is " + (above + 2));
  }

  @Test
  void lineEndsMayBeMixed() {
    files.with("mixed.csv", "id;n\r\n1;2\n3;4\r5;6\r\n\r\n\n7;8".getBytes(StandardCharsets.UTF_8));

    assertThat(rows("mixed.csv"))
        .containsExactly(
            List.of("1", "2"), List.of("3", "4"), List.of("5", "6"), List.of("7", "8"));
  }

  @ParameterizedTest
  @CsvSource({"1e400", "-1e400", "1E+999999999", "Infinity", "NaN", "0x1p3"})
  void whatIsNoNumberIsRejected(String cell) {
    var study =
        IngestStudy.read(
            files.with("r.csv", "id,n", "a,5", "b," + cell),
            """
            inputs:
              results:
                - path: r.csv
                  shape: pupils
                  columns: {school_id: id, score: n}
                  constants: {year: 2018, procedure: p, subject: s}
            """);

    assertThat(study.tallies()).hasSize(1);
    assertThat(study.rejects()).singleElement().satisfies(r -> assertThat(r.line()).isEqualTo(3));
  }
}
