package io.levelfield.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.levelfield.model.text.Language;
import io.levelfield.report.ExcelText.SheetNames;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as a workbook and as CSV for Excel. */
class ReportWorkbookTest {
  private record School(
      String id, Optional<String> name, long year, long pupils, OptionalDouble share, boolean on) {}

  private static final List<Column<School>> COLUMNS =
      List.of(
          Column.text("school_id", "school_id", School::id),
          Column.text("name", "name", School::name),
          Column.integer("year", "year", School::year),
          Column.integer("participants", "participants", School::pupils),
          Column.number("share_below", "share_below", School::share),
          Column.bool("crisis", "flag_crisis", School::on));

  private static final List<School> SCHOOLS =
      List.of(
          new School("0010", Optional.of("=cmd()"), 2018, 25, OptionalDouble.of(0.2), true),
          new School(
              "0009",
              Optional.of("<script>alert(1)</script>"),
              2018,
              3,
              OptionalDouble.empty(),
              false),
          new School("1", Optional.empty(), 2017, 1234, OptionalDouble.of(-0.5), false),
          new School("+7", Optional.of("@SUM(1)"), 2017, 4, OptionalDouble.of(1e-9), true),
          new School("-1", Optional.of("\t=1+1"), 2017, 4, OptionalDouble.of(1.0 / 3), true),
          new School(
              "2e5",
              Optional.of("Школа «№ 1»,\nстарая; новая"),
              2016,
              4,
              OptionalDouble.of(1),
              true));

  private static final Texts TEXTS = Texts.in(Language.RU);

  @TempDir private Path directory;

  private static Table table(String name, List<School> schools) {
    return Table.of(name, 1, COLUMNS, schools);
  }

  private Path written(Table... tables) throws IOException {
    Path file = directory.resolve("report.xlsx");
    ReportWorkbook.write(
        List.of(tables).stream().map(table -> ReportTable.of(table, TEXTS)).toList(), TEXTS, file);
    return file;
  }

  /** Rows of a sheet as cells of a table, absent ones empty. */
  private static List<List<Optional<Object>>> read(Path file, String sheet, int columns)
      throws IOException {
    try (var workbook = new ReadableWorkbook(Files.newInputStream(file))) {
      List<Row> rows = workbook.findSheet(sheet).orElseThrow().read();
      return rows.stream()
          .map(
              row ->
                  IntStream.range(0, columns)
                      .mapToObj(c -> row.getOptionalCell(c).flatMap(ReportWorkbookTest::value))
                      .toList())
          .toList();
    }
  }

  private static Optional<Object> value(Cell cell) {
    assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA);
    return switch (cell.getType()) {
      case STRING -> Optional.of(cell.asString());
      case BOOLEAN -> Optional.of(cell.asBoolean());
      case NUMBER -> Optional.of(cell.asNumber().doubleValue());
      default -> Optional.empty();
    };
  }

  private static List<List<Optional<Object>>> asExcelHasThem(Table table) {
    return table.rows().stream()
        .map(row -> row.stream().map(cell -> cell.map(ReportWorkbookTest::asExcelHasIt)).toList())
        .toList();
  }

  private static Object asExcelHasIt(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "да" : "нет";
    }
    return value instanceof Long number ? (Object) number.doubleValue() : value;
  }

  @Test
  void aSheetHoldsItsTableCellByCell() throws IOException {
    Table table = table("schools", SCHOOLS);

    List<List<Optional<Object>>> sheet = read(written(table), "schools", COLUMNS.size());

    assertThat(sheet.subList(TableSheet.HEADERS, sheet.size())).isEqualTo(asExcelHasThem(table));
    assertThat(sheet.get(0).get(0)).contains("Код школы");
    assertThat(sheet.get(1).get(4)).contains("share_below");
  }

  @Test
  void theDictionaryHasEveryColumn() throws IOException {
    List<List<Optional<Object>>> sheet =
        read(written(table("schools", SCHOOLS), table("results", SCHOOLS)), "Словарь", 5);

    assertThat(sheet).hasSize(1 + 2 * COLUMNS.size());
    assertThat(sheet)
        .contains(
            List.of(
                Optional.of("results"),
                Optional.of("year"),
                Optional.of("Год"),
                Optional.of("год"),
                Optional.of("integer")));
  }

  @Test
  void theSameTablesGiveTheSameBytesWhateverTheOrderOfRows() throws IOException {
    byte[] one = Files.readAllBytes(written(table("schools", SCHOOLS)));
    List<School> reversed = new ArrayList<>(SCHOOLS);
    Collections.reverse(reversed);

    assertThat(written(table("schools", reversed))).hasBinaryContent(one);
  }

  @Test
  void aSheetHoldsAsManyRowsAsPeopleLookThrough() {
    assertThat(ReportWorkbook.rowsShown(ofRows(50_000))).isEqualTo(50_000);
    assertThat(ReportWorkbook.rowsShown(ofRows(50_001))).isEqualTo(49_999);
  }

  private static ReportTable ofRows(int rows) {
    return new ReportTable("results", "", List.of(), Collections.nCopies(rows, List.of()));
  }

  @Test
  void rejectsAreCappedAndSayWhereTheOthersAre() throws IOException {
    List<School> many =
        IntStream.range(0, 10_005)
            .mapToObj(
                i -> new School("r" + i, Optional.empty(), 1, 1, OptionalDouble.empty(), true))
            .toList();

    List<List<Optional<Object>>> sheet = read(written(table("rejects", many)), "rejects", 1);

    assertThat(sheet).hasSize(TableSheet.HEADERS + 10_000);
    assertThat(sheet.get(sheet.size() - 1).get(0))
        .contains("и ещё строк: 6; все — в csv/rejects.csv");
  }

  @Test
  void textsKeepWithinTheLimitsOfACell() {
    String long32k = "я".repeat(40_000);

    assertThat(ExcelText.cell(long32k, "…")).hasSize(ExcelText.CELL).endsWith("я…");
    assertThat(ExcelText.cell("a\u0001b\tc", "…")).isEqualTo("a\uFFFDb\tc");
    assertThat(ExcelText.cell("школа 😀", "…")).isEqualTo("школа 😀");
  }

  @Test
  void namesOfSheetsAreAllowedAndToldApart() {
    var names = new SheetNames();

    assertThat(names.of("a[b]:c*d?e/f\\g")).isEqualTo("a b  c d e f g");
    assertThat(names.of("x".repeat(40))).hasSize(31);
    assertThat(names.of("X".repeat(40))).hasSize(31).endsWith(" 2");
    assertThat(names.of("'quoted'")).isEqualTo("quoted");
    assertThat(names.of("")).isNotEmpty();
  }

  @Test
  void csvForExcelKeepsCodesAndRunsNoFormula() throws IOException {
    ExcelCsv.write(List.of(ReportTable.of(table("schools", SCHOOLS), TEXTS)), TEXTS, directory);

    assertThat(Files.readString(directory.resolve("schools.csv")))
        .startsWith(
            "\uFEFFКод школы;Наименование школы;Год;Число участников;"
                + "Доля участников, не преодолевших минимальный порог, от 0 до 1;")
        .contains("\"=\"\"0010\"\"\";'=cmd();2018;25;0,2;да\r\n")
        .contains("'+7;'@SUM(1);2017;4;0,000000001;да\r\n")
        .contains("'-1;'\t=1+1;2017;4;0,333;да\r\n")
        .contains("\"=\"\"1\"\"\";;2017;1234;-0,5;нет\r\n")
        .contains("\"=\"\"2e5\"\"\";\"Школа «№ 1»,\nстарая; новая\";2016;4;1;да\r\n");
    assertThat(Files.readString(directory.resolve("Словарь.csv")))
        .contains("schools;participants;Число участников;Число участников;целое число\r\n");
  }

  private record Coded(String id, String settlement, String types, String label, String group) {}

  private static final List<Column<Coded>> CODED =
      List.of(
          Column.text("school_id", "school_id", Coded::id),
          Column.text("settlement", "settlement", Coded::settlement),
          Column.text("types", "types", Coded::types),
          Column.text("label", "label", Coded::label),
          Column.text("label_text", "label_text", Coded::label),
          Column.text("cluster_name", "cluster_name", Coded::group));

  @Test
  void codesAreInWordsAndWhatIsNoCodeStays() {
    Table coded =
        Table.of(
            "schools",
            1,
            CODED,
            List.of(
                new Coded("small", "rural", "small multicultural", "crisis", "high-result"),
                new Coded("x", "посёлок", "small unheard-of", "", "low-context")));

    ReportTable told = CodeWords.in(List.of(ReportTable.of(coded, TEXTS)), TEXTS).get(0);

    assertThat(told.rows())
        .containsExactly(
            cells(
                "small",
                "село",
                "малокомплектная школа; школа с поликультурным контингентом",
                "школа в состоянии кризиса",
                "crisis",
                "школы с высокими результатами"),
            cells("x", "посёлок", "small unheard-of", "", "", "low-context"));
    assertThat(told.fields())
        .filteredOn(field -> told.forPrograms(field, Language.RU))
        .extracting(ReportTable.Field::name)
        .containsExactly("label");
  }

  /** Groups of this run bear the names of its own table of centres. */
  @Test
  void groupsBearTheNamesOfTheRun() {
    record Centre(String name, String ru) {}
    Table centres =
        Table.of(
            "cluster_centres",
            1,
            List.of(
                Column.text("name", "cluster_name", Centre::name),
                Column.text("label_ru", "label_ru", Centre::ru)),
            List.of(new Centre("low-context", "неблагоприятный контекст")));
    Table coded = Table.of("schools", 1, CODED, List.of(new Coded("x", "", "", "", "low-context")));

    ReportTable told =
        CodeWords.in(List.of(ReportTable.of(coded, TEXTS), ReportTable.of(centres, TEXTS)), TEXTS)
            .get(0);

    assertThat(told.rows().get(0).get(5)).contains("неблагоприятный контекст");
  }

  private static List<Optional<Object>> cells(String... cells) {
    return Stream.of(cells).map(cell -> Optional.<Object>of(cell)).toList();
  }

  @Test
  void libreOfficeReadsTheWorkbook() throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/soffice")), "LibreOffice is not installed here");
    Path file = written(table("schools", SCHOOLS));

    Process office =
        new ProcessBuilder(
                "/usr/bin/soffice",
                "-env:UserInstallation=" + directory.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                "--outdir",
                directory.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("office.log").toFile())
            .start();

    assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
    String csv = Files.readString(directory.resolve("report-schools.csv"), StandardCharsets.UTF_8);
    assertThat(csv)
        .contains("0010,=cmd(),2018,25,20%,да")
        .contains("0009,<script>alert(1)</script>,2018,3,,нет");
  }
}
