package io.levelfield.report;

import io.levelfield.report.ExcelText.SheetNames;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * {@code report.xlsx}: the tables for people who work in Excel. The schools that need help come
 * first, then contents, the programme's indicators and the dictionary, then a sheet per table, with
 * words in place of codes.
 */
public final class ReportWorkbook {
  public static final String FILE = "report.xlsx";

  /** Rejected rows shown at most: whoever mends files needs examples, and the CSV has all. */
  private static final int REJECTS = 10_000;

  /** Larger tables are read by programs, which have the CSV; a workbook of all opens slowly. */
  private static final int MOST_ROWS = 50_000;

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
    if (has(tables, HelpedSchool.REASONS)) {
      HelpSheet.fill(
          workbook.newWorksheet(names.of(texts.get("workbook.help"))),
          HelpedSchool.of(rows(tables), texts),
          texts);
    }
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
    List<ReportTable> told = CodeWords.in(tables, texts);
    Map<String, String> sheets = new LinkedHashMap<>();
    told.forEach(table -> sheets.put(table.name(), names.of(table.name())));
    GuideSheets.fillContents(contents, told, sheets, texts);
    for (ReportTable table : told) {
      TableSheet.fill(
          workbook.newWorksheet(sheets.get(table.name())), table, rowsShown(table), texts);
    }
  }

  private static boolean has(List<ReportTable> tables, String name) {
    return tables.stream().anyMatch(table -> table.name().equals(name));
  }

  private static RunRows rows(List<ReportTable> tables) {
    Map<String, ReportTable> byName =
        tables.stream().collect(Collectors.toMap(ReportTable::name, table -> table));
    return name -> Optional.ofNullable(byName.get(name)).map(ReportTable::nodes).orElse(List.of());
  }

  /** How many rows of a table its sheet holds. */
  static int rowsShown(ReportTable table) {
    int rows = table.rows().size();
    int most = table.name().equals("rejects") ? REJECTS : MOST_ROWS;
    return rows <= most ? rows : most - 1; // the last row says where the others are
  }
}
