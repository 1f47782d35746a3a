package io.levelfield.report;

import io.levelfield.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet of a table: what each column is, in words; its name in the contract; the rows. The
 * headers stay in sight, rows can be filtered, and every text is a text whatever it begins with.
 */
public final class TableSheet {
  /** Rows above the table's own: meanings and names. */
  static final int HEADERS = 2;

  public static final String HEADER_FILL = "E8EDF3";
  public static final String MUTED = "6B7280";

  /** Widths in characters. */
  private static final int NARROWEST = 16;

  private static final int WIDEST = 48;

  /** Rows that the width of a column is told by. */
  private static final int LOOKED_AT = 200;

  /** Height of a line of text in points. */
  private static final int LINE = 15;

  private static final int HEADER_LINES = 6;

  /**
   * Points of a row at most.
   *
   * @see <a href="https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3">Excel
   *     specifications and limits</a>
   */
  private static final int HIGHEST = 409;

  /** Rows after which what is written leaves memory. */
  private static final int FLUSHED = 500;

  private TableSheet() {}

  /**
   * Fills a sheet.
   *
   * @param shown how many rows it holds; where the table has more, a last row says where they are
   */
  static void fill(Worksheet sheet, ReportTable table, int shown, Texts texts) {
    int columns = table.fields().size();
    for (int c = 0; c < columns; c++) {
      ReportTable.Field field = table.fields().get(c);
      sheet.value(0, c, field.heading());
      sheet.value(1, c, field.name());
      sheet.width(c, width(table, c));
      if (table.forPrograms(field, texts.language())) {
        sheet.hideColumn(c);
      }
    }
    head(sheet, columns);
    sheet.range(1, 0, 1, columns - 1).style().fontColor(MUTED).fillColor(HEADER_FILL).set();
    sheet.rowHeight(0, HEADER_LINES * LINE);
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.repeatRows(0, HEADERS - 1);
    sheet.freezePane(table.fields().get(0).name().equals("school_id") ? 2 : 1, HEADERS);
    sheet.setAutoFilter(1, 0, Math.max(1, shown + 1), columns - 1);
    String cut = texts.get("workbook.cut", table.name());
    for (int r = 0; r < shown; r++) {
      List<Optional<Object>> row = table.rows().get(r);
      for (int c = 0; c < columns; c++) {
        if (row.get(c).isPresent()) {
          put(sheet, r + HEADERS, c, row.get(c).get(), cut);
        }
      }
      if (r % FLUSHED == FLUSHED - 1 || r == shown - 1) {
        int from = r - r % FLUSHED + HEADERS;
        format(sheet, from, r + HEADERS, table);
        written(sheet::flush);
      }
    }
    if (shown < table.rows().size()) {
      String rest = Integer.toString(table.rows().size() - shown);
      sheet.value(shown + HEADERS, 0, texts.get("workbook.more", rest, table.name()));
      sheet.style(shown + HEADERS, 0).bold().set();
    }
    written(sheet::finish); // the library writes one sheet at a time
  }

  /** A first row of headers. */
  static void head(Worksheet sheet, int columns) {
    sheet
        .range(0, 0, 0, columns - 1)
        .style()
        .bold()
        .wrapText(true)
        .verticalAlignment("top")
        .fillColor(HEADER_FILL)
        .set();
  }

  /**
   * Formats rows that are about to leave memory; a flag needs none, and some would show 1 of it.
   */
  private static void format(Worksheet sheet, int from, int to, ReportTable table) {
    for (int c = 0; c < table.fields().size(); c++) {
      ReportTable.Field field = table.fields().get(c);
      ColumnUnit unit = ColumnUnit.of(table.name(), field.name(), field.type());
      if (unit != ColumnUnit.FLAG) {
        sheet.range(from, c, to, c).style().format(unit.format()).set();
      }
    }
  }

  private static void put(Worksheet sheet, int row, int column, Object value, String cut) {
    if (value instanceof String text) {
      sheet.value(row, column, ExcelText.cell(text, cut));
    } else if (value instanceof Boolean flag) {
      sheet.value(row, column, flag);
    } else {
      sheet.value(row, column, (Number) value);
    }
  }

  /** Makes a row as high as a text of it that is broken into lines of some characters. */
  static void heighten(Worksheet sheet, int row, String text, int characters) {
    sheet.rowHeight(row, height(lines(text, characters)));
  }

  /** Lines that a text takes in a column of so many characters; words are not cut. */
  public static int lines(String text, int characters) {
    return broken(text, characters).size();
  }

  /** A text broken into lines of so many characters; words are not cut. */
  public static List<String> broken(String text, int characters) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > characters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Height of a row of so many lines, in points; Excel has no higher ones. */
  public static int height(int lines) {
    return Math.min(HIGHEST, Math.max(1, lines) * LINE);
  }

  /** One page wide, as many pages long as it takes, on A4 lying down. */
  static void onePageWide(Worksheet sheet) {
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
  }

  private static double width(ReportTable table, int column) {
    int longest =
        table.rows().stream()
            .limit(LOOKED_AT)
            .map(row -> row.get(column))
            .flatMap(Optional::stream)
            .filter(String.class::isInstance)
            .mapToInt(value -> ((String) value).length())
            .max()
            .orElse(0);
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  }

  /** A step of writing. */
  private interface Step {
    void take() throws IOException;
  }

  private static void written(Step step) {
    try {
      step.take();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
