package io.levelfield.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables for a double click in a Russian Excel: UTF-8 with a byte-order mark, semicolon, decimal
 * comma. A code that Excel would take for a number or a date is written {@code ="0012"}, so that
 * its zeros stay; a text that Excel would take for a formula gets an apostrophe in front.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV Injection</a>
 */
final class ExcelCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r].*");

  /** What may be a number, a date or a time: digits with what stands between them. */
  private static final Pattern NUMBER = Pattern.compile("[\\d.,:/\\sEe%-]*\\d[\\d.,:/\\sEe%-]*");

  private ExcelCsv() {}

  static void write(Table table, Path file) throws IOException {
    var format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
    try (Writer writer = Files.newBufferedWriter(file);
        var csv = new CSVPrinter(writer.append(BYTE_ORDER_MARK), format)) {
      csv.printRecord(table.columns().stream().map(Column::name).toList());
      for (List<Optional<Object>> row : table.rows()) {
        csv.printRecord(row.stream().map(cell -> cell.map(ExcelCsv::cell).orElse("")).toList());
      }
    }
  }

  private static String cell(Object value) {
    if (value instanceof String text) {
      return guarded(text);
    }
    String plain = CsvTables.text(value);
    return value instanceof Double ? plain.replace('.', ',') : plain;
  }

  private static String guarded(String text) {
    if (FORMULA.matcher(text).matches()) {
      return "'" + text;
    }
    return NUMBER.matcher(text).matches() ? "=\"" + text + "\"" : text;
  }
}
