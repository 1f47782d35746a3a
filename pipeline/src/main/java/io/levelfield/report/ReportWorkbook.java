package io.levelfield.report;

import io.levelfield.report.ExcelText.SheetNames;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * {@code report.xlsx}: the tables for people who work in Excel. Sheets of contents, of the
 * programme's indicators and of the dictionary come first, then a sheet per table.
 */
public final class ReportWorkbook {
  public static final String FILE = "report.xlsx";

  /** Rejected rows shown at most: whoever mends files needs examples, and the CSV has all. */
  private static final int REJECTS = 10_000;

  private static final int MOST_ROWS = Worksheet.MAX_ROWS - TableSheet.HEADERS;

  private ReportWorkbook() {}

  /**
   * Writes the workbook of a published run again from its CSV tables.
   *
   * @return where it stands
   * @throws RunProblem if the run cannot be read or the workbook not be written
   */
  public static Path again(PublishedRun run) {
    List<ReportTable> tables = run.tables();
    return run.put(FILE, file -> write(tables, Texts.in(run.language()), file));
  }

  /** Writes tables, each within the limits of a sheet. */
  static void write(List<ReportTable> tables, Texts texts, Path file) throws IOException {
    try {
      WorkbookFile.write(file, workbook -> fill(workbook, tables, texts));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void fill(Workbook workbook, List<ReportTable> tables, Texts texts) {
    var names = new SheetNames();
    Worksheet contents = workbook.newWorksheet(names.of(texts.get("workbook.contents")));
    tables.stream()
        .filter(table -> table.name().equals(IndicatorSheet.TABLE))
        .forEach(
            table ->
                IndicatorSheet.fill(
                    workbook.newWorksheet(names.of(texts.get("workbook.indicators"))),
                    table,
                    texts));
    Worksheet dictionary = workbook.newWorksheet(names.of(texts.get("workbook.dictionary")));
    GuideSheets.fillDictionary(dictionary, tables, texts);
    Map<ReportTable, String> sheets = new LinkedHashMap<>();
    tables.forEach(table -> sheets.put(table, names.of(table.name())));
    GuideSheets.fillContents(contents, sheets, texts);
    sheets.forEach(
        (table, name) ->
            TableSheet.fill(workbook.newWorksheet(name), table, rowsShown(table), texts));
  }

  /** How many rows of a table its sheet holds. */
  static int rowsShown(ReportTable table) {
    int rows = table.rows().size();
    int most = table.name().equals("rejects") ? REJECTS : MOST_ROWS;
    return rows <= most ? rows : most - 1; // the last row says where the others are
  }
}
