package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
  @TempDir private Path directory;

  private Path path() {
    return directory.resolve("a.xlsx");
  }

  private Path write(Consumer<Workbook> sheets) throws IOException {
    try (OutputStream out = Files.newOutputStream(path());
        var workbook = new Workbook(out, "test", "1.0")) {
      sheets.accept(workbook);
    }
    return path();
  }

  private Path sheet(Object[]... rows) throws IOException {
    return write(workbook -> fill(workbook.newWorksheet("Лист1"), rows));
  }

  static void fill(Worksheet sheet, Object[]... rows) {
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        Object value = rows[r][c];
        if (value instanceof Boolean b) {
          sheet.value(r, c, b);
        } else if (value instanceof Number n) {
          sheet.value(r, c, n);
        } else if (value != null) {
          sheet.value(r, c, value.toString());
        }
      }
    }
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  @Test
  void readsCellsByTheirTypes() throws IOException {
    sheet(
        row("id", "text", "n", "flag"),
        row("0012", "17,8", 0.1 + 0.2, true),
        row(450001000101L, "", 1.5, false),
        row(12, "x y", 2018, null));

    ReadFile file = ReadFile.of(path(), "", "id", "n");

    assertThat(file.rows())
        .containsExactly(
            List.of("0012", "17,8", "0.3", "true"),
            List.of("450001000101", "", "1.5", "false"),
            List.of("12", "x y", "2018", ""));
    assertThat(file.lines()).containsExactly(2L, 3L, 4L);
    assertThat(file.file().describe()).isEqualTo("xlsx 'Лист1'");
    assertThat(file.file().format().numbers().decimal()).isEqualTo('.');
  }

  @Test
  void writesNumbersTheSameWhateverTheLocaleAndWithTheMarkOfTheStudy() throws IOException {
    sheet(row("id", "n"), row(1, 1.5), row(2, "2,5"));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ru"));
      assertThat(ReadFile.of(path(), "", "id").rows()).contains(List.of("1", "1.5"));
    } finally {
      Locale.setDefault(before);
    }

    assertThat(ReadFile.of(path(), "decimal: ','", "id").rows())
        .containsExactly(List.of("1", "1,5"), List.of("2", "2,5"));
  }

  @Test
  void showsThatANumberOfMoreDigitsThanExcelKeepsHasLostSome() throws IOException {
    sheet(row("id", "n"), row(4500010001010001234L, 1), row(450001000101123L, 2));

    assertThat(ReadFile.of(path(), "", "id").rows())
        .containsExactly(List.of("4.50001000101000E+18", "1"), List.of("450001000101123", "2"));
  }

  @Test
  void readsDatesAsDatesAndYearsAsYears() throws IOException {
    write(
        workbook -> {
          Worksheet sheet = workbook.newWorksheet("Даты");
          fill(sheet, row("id", "date", "year", "moment", "share"));
          sheet.value(1, 0, 7);
          sheet.style(1, 0).format("0000").set();
          sheet.value(1, 1, LocalDate.of(2018, 9, 1));
          sheet.style(1, 1).format("dd.mm.yyyy;@").set();
          sheet.value(1, 2, LocalDate.of(2018, 9, 1));
          sheet.style(1, 2).format("yyyy").set();
          sheet.value(1, 3, LocalDateTime.of(2018, 9, 1, 10, 30));
          sheet.style(1, 3).format("[$-419]d mmm yyyy h:mm").set();
          sheet.value(1, 4, 0.178);
          sheet.style(1, 4).format("0.0%\" доля\"").set();
        });

    assertThat(ReadFile.of(path(), "", "id").rows())
        .containsExactly(List.of("0007", "2018-09-01", "2018", "2018-09-01T10:30", "0.178"));
  }

  @Test
  void neverTakesAFormulaWithoutAValueForAnEmptyCell() throws IOException {
    write(
        workbook -> {
          Worksheet sheet = workbook.newWorksheet("Лист1");
          fill(sheet, row("id", "n"), row("1"));
          sheet.formula(1, 1, "SUM(A1:A2)");
        });

    assertThat(ReadFile.of(path(), "", "id").rows()).containsExactly(List.of("1", "=SUM(A1:A2)"));
  }

  @Test
  void findsTheSheetWithTheMappedColumns() throws IOException {
    write(
        workbook -> {
          fill(workbook.newWorksheet("Титул"), row("Отчёт"));
          fill(
              workbook.newWorksheet("Данные"),
              row("Отчёт за год"),
              row(),
              row("id", "n"),
              row(1, 2));
        });

    ReadFile file = ReadFile.of(path(), "", "id", "n");

    assertThat(file.rows()).containsExactly(List.of("1", "2"));
    assertThat(file.lines()).containsExactly(4L);
    assertThat(file.file().describe()).isEqualTo("xlsx 'Данные'");
  }

  @Test
  void asksForTheSheetWhereSeveralCouldBeMeant() throws IOException {
    write(
        workbook -> {
          fill(workbook.newWorksheet("2022"), row("id", "n"), row(1, 2));
          fill(workbook.newWorksheet("2023"), row("id", "n"), row(3, 4));
          fill(workbook.newWorksheet("x"), row("k"));
        });

    assertThat(ReadFile.refused(path(), "", "id", "n"))
        .isEqualTo(
            "a.xlsx: several sheets have the mapped columns (2022, 2023); name one in"
                + " dialect.sheet");
    assertThat(ReadFile.of(path(), "sheet: '2023'", "id").rows())
        .containsExactly(List.of("3", "4"));
    assertThat(ReadFile.of(path(), "sheet: 1", "id").rows()).containsExactly(List.of("1", "2"));
    assertThat(ReadFile.refused(path(), "sheet: x", "id"))
        .contains("sheet '2022' has such columns, so name it in dialect.sheet");
    assertThat(ReadFile.refused(path(), "sheet: y", "id"))
        .isEqualTo("a.xlsx: there is no sheet 'y'; it has: 2022, 2023, x");
    assertThat(ReadFile.refused(path(), "", "none"))
        .contains("there is no column 'none'")
        .contains("sheet '2022' was read, others are 2023, x");
  }

  @Test
  void refusesAWorkbookThatIsCutOrSpoilt() throws IOException {
    sheet(row("id", "n"), row(1, 2), row(3, 4));
    byte[] whole = Files.readAllBytes(path());
    var files = new StudyFiles(directory);
    files.with("cut.xlsx", Arrays.copyOf(whole, whole.length / 2));
    byte[] spoilt = whole.clone();
    spoilt[120] ^= 0x08;
    files.with("spoilt.xlsx", spoilt);

    assertThat(ReadFile.refused(files.path("cut.xlsx"), "", "id")).contains("damaged");
    assertThat(ReadFile.refused(files.path("spoilt.xlsx"), "", "id")).contains("damaged");
  }

  @Test
  void refusesASheetWithoutAName() throws IOException {
    sheet(row("id"), row("1"));
    try (FileSystem members = FileSystems.newFileSystem(path())) {
      Path list = members.getPath("xl/workbook.xml");
      Files.writeString(list, Files.readString(list).replace("<sheet name=", "<sheet nom="));
    }

    assertThat(ReadFile.refused(path(), "", "id")).contains("the workbook is damaged");
  }

  @Test
  void recognisesAWorkbookUnderAnyName() throws IOException {
    sheet(row("id"), row("1"));
    Path renamed = Files.move(path(), directory.resolve("a.csv"));

    assertThat(ReadFile.of(renamed, "", "id").rows()).containsExactly(List.of("1"));
  }

  /** As digits, the smaller of them would fill a gigabyte. */
  @Test
  void numbersBeyondAllMeasureStayShort() throws IOException {
    sheet(
        row("id", "n"),
        row("a", new BigDecimal("1E+999999999")),
        row("b", new BigDecimal("-1E-999999999")),
        row("c", new BigDecimal("1E-300")),
        row("d", new BigDecimal("1E+2147483647")),
        row("e", new BigDecimal("1E-2147483647")));

    assertThat(ReadFile.of(path(), "", "id", "n").rows())
        .extracting(cells -> cells.get(1).length())
        .containsExactly(12, 1, 302, 13, 1);
  }
}
