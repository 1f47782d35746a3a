package io.levelfield.report;

import io.levelfield.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Worksheet;

/** The sheets that lead through a workbook: which tables there are, and what their columns mean. */
final class GuideSheets {
  private static final int NAME_WIDTH = 30;
  private static final int NUMBER_WIDTH = 14;
  private static final int TEXT_WIDTH = 90;

  private GuideSheets() {}

  /**
   * Lists the tables, each with a link to its sheet.
   *
   * @param sheets name of the sheet of each table, by the table's name
   */
  static void fillContents(
      Worksheet sheet, List<ReportTable> tables, Map<String, String> sheets, Texts texts) {
    header(
        sheet,
        texts,
        Map.of("table", NAME_WIDTH, "title", TEXT_WIDTH, "rows", NUMBER_WIDTH, "note", NAME_WIDTH),
        List.of("table", "title", "rows", "note"));
    int row = 1;
    for (ReportTable table : tables) {
      String name = sheets.get(table.name());
      sheet.hyperlink(row, 0, HyperLink.internal("'" + name + "'!A1", name));
      sheet.value(row, 1, table.title());
      sheet.value(row, 2, table.rows().size());
      int shown = ReportWorkbook.rowsShown(table);
      if (shown < table.rows().size()) {
        sheet.value(row, 3, texts.get("workbook.shown", Integer.toString(shown), table.name()));
      }
      row++;
    }
  }

  /** A row per column of each table. */
  static void fillDictionary(Worksheet sheet, List<ReportTable> tables, Texts texts) {
    header(
        sheet,
        texts,
        Map.of(
            "table", NAME_WIDTH,
            "column", NAME_WIDTH,
            "meaning", TEXT_WIDTH,
            "unit", NAME_WIDTH,
            "type", NUMBER_WIDTH),
        List.of("table", "column", "meaning", "unit", "type"));
    int row = 1;
    for (ReportTable table : tables) {
      for (ReportTable.Field field : table.fields()) {
        sheet.value(row, 0, table.name());
        sheet.value(row, 1, field.name());
        sheet.value(row, 2, field.meaning());
        TableSheet.heighten(sheet, row, field.meaning(), TEXT_WIDTH);
        sheet.value(
            row, 3, texts.get(ColumnUnit.of(table.name(), field.name(), field.type()).key()));
        sheet.value(row, 4, field.type().name().toLowerCase(Locale.ROOT));
        sheet.range(row, 0, row, 4).style().wrapText(true).verticalAlignment("top").set();
        row++;
      }
    }
    sheet.setAutoFilter(0, 0, Math.max(1, row - 1), 4);
  }

  private static void header(
      Worksheet sheet, Texts texts, Map<String, Integer> widths, List<String> columns) {
    for (int c = 0; c < columns.size(); c++) {
      sheet.value(0, c, texts.get("workbook." + columns.get(c)));
      sheet.width(c, widths.get(columns.get(c)));
    }
    TableSheet.head(sheet, columns.size());
    sheet.freezePane(0, 1);
    TableSheet.onePageWide(sheet);
  }
}
