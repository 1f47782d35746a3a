package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a table is filed, the run says the same of it, or refuses it. */
class FileFormsTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir private Path directory;

  private Map<String, String> tables(Path study) {
    Path out = directory.resolve("out-" + study.getFileName());
    Invocation run = Invocation.of("run", study.toString(), "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return RunTables.latest(out);
  }

  @ParameterizedTest
  @CsvSource({
    "01-lines-above-header, sep, plain",
    "01-lines-above-header, title, plain",
    "06-per-cent, two-offices, fractions",
    "16-compressed-and-odd-file-names, upper, plain"
  })
  void saysTheSameOfTheCases(String folder, String study, String plain) {
    Map<String, String> told = tables(CASES.resolve(folder + "/" + study + ".yaml"));
    Map<String, String> plainly = tables(CASES.resolve(folder + "/" + plain + ".yaml"));
    // A range also says that an indicator is a share of pupils; only one of the studies has ranges.
    told.remove("segregation.csv");
    plainly.remove("segregation.csv");
    assertThat(told).isEqualTo(plainly);
  }

  @ParameterizedTest
  @CsvSource({
    "07-control-characters/name-vt, 'schools-vt.csv, строка '",
    "08-quotes-in-names/swallowed, 'swallowed.csv, строка 6: поле в кавычках'",
    "09-character-sets/cp866, 'dialect.charset: IBM866'",
    "09-character-sets/mixed, первая строка не в UTF-8",
    "16-compressed-and-odd-file-names/damaged-member, архив повреждён",
    "16-compressed-and-odd-file-names/truncated, архив повреждён"
  })
  void refusesTheCases(String study, String told) {
    Invocation run =
        Invocation.of(
            "run", CASES.resolve(study + ".yaml").toString(), "--out", directory.toString());

    assertThat(run.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(run.err()).contains(told);
  }

  @Test
  void saysTheSameOfAWorkbookAnArchiveAndSplitFiles() throws IOException {
    Path plain = CASES.resolve("16-compressed-and-odd-file-names/plain.csv");
    String study = Files.readString(plain.resolveSibling("plain.yaml"));
    List<String> lines = Files.readAllLines(plain, StandardCharsets.UTF_8);
    var files = new StudyFiles(directory);
    files.with("split-1.csv", lines(lines, 0, 100));
    files.with("split-2.csv", lines(lines, 100, lines.size()));
    files.with("odd.txt", gzip(lines(lines, 0, lines.size())));
    workbook(lines, files.path("book.xlsx"));
    Map<String, String> expected = tables(plain.resolveSibling("plain.yaml"));

    for (String path : List.of("book.xlsx", "odd.txt", "split-*.csv")) {
      String name = path.replace("*", "all") + ".yaml";
      files.with(name, study.replace("plain.csv", path));
      assertThat(tables(files.path(name))).as(path).isEqualTo(expected);
    }
  }

  private static byte[] lines(List<String> lines, int from, int to) {
    String header = from == 0 ? "" : lines.get(0) + "\n";
    return (header + String.join("\n", lines.subList(from, to))).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text);
    }
    return packed.toByteArray();
  }

  /** Numbers as numbers, but codes as text, as an office keeps them. */
  private static void workbook(List<String> lines, Path path) throws IOException {
    try (var out = Files.newOutputStream(path);
        var workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Результаты");
      for (int r = 0; r < lines.size(); r++) {
        String[] cells = lines.get(r).split(";", -1);
        for (int c = 0; c < cells.length; c++) {
          if (c >= 2 && cells[c].matches("\\d+")) {
            sheet.value(r, c, Integer.parseInt(cells[c]));
          } else if (!cells[c].isEmpty()) {
            sheet.value(r, c, cells[c]);
          }
        }
      }
    }
  }
}
