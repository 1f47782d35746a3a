package io.levelfield.report;

import io.levelfield.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables for a double click in a Russian Excel: UTF-8 with a byte-order mark, semicolon, decimal
 * comma, headings and codes in the study's words, numbers with the digits that people read. A code
 * that Excel would take for a number or a date is written {@code ="0012"}, so that its zeros stay;
 * a text that Excel would take for a formula gets an apostrophe in front.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV Injection</a>
 */
final class ExcelCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r].*");

  /** What may be a number, a date or a time: digits with what stands between them. */
  private static final Pattern NUMBER = Pattern.compile("[\\d.,:/\\sEe%-]*\\d[\\d.,:/\\sEe%-]*");

  private ExcelCsv() {}

  /**
   * Writes the tables, and a dictionary of which column of the contract bears which heading.
   *
   * @param tables as a run computes them
   */
  static void write(List<ReportTable> tables, Texts texts, Path directory) throws IOException {
    for (ReportTable table : CodeWords.in(tables, texts)) {
      write(table, texts, directory.resolve(table.name() + ".csv"));
    }
    dictionary(tables, texts, directory.resolve(texts.get("workbook.dictionary") + ".csv"));
  }

  private static void write(ReportTable table, Texts texts, Path file) throws IOException {
    List<String> headings = table.headings();
    List<ColumnUnit> units =
        table.fields().stream()
            .map(field -> ColumnUnit.of(table.name(), field.name(), field.type()))
            .toList();
    List<Integer> shown = shown(table, texts);
    try (CSVPrinter csv = printer(file)) {
      csv.printRecord(shown.stream().map(headings::get).toList());
      for (List<Optional<Object>> row : table.rows()) {
        csv.printRecord(
            shown.stream()
                .map(c -> row.get(c).map(value -> cell(value, units.get(c))).orElse(""))
                .toList());
      }
    }
  }

  private static List<Integer> shown(ReportTable table, Texts texts) {
    return IntStream.range(0, table.fields().size())
        .filter(c -> !table.forPrograms(table.fields().get(c), texts.language()))
        .boxed()
        .toList();
  }

  private static void dictionary(List<ReportTable> tables, Texts texts, Path file)
      throws IOException {
    try (CSVPrinter csv = printer(file)) {
      csv.printRecord(
          Stream.of("table", "column", "heading", "meaning", "unit")
              .map(head -> texts.get("workbook." + head))
              .toList());
      for (ReportTable table : tables) {
        List<String> headings = table.headings();
        for (int c : shown(table, texts)) {
          ReportTable.Field field = table.fields().get(c);
          csv.printRecord(
              table.name(),
              field.name(),
              headings.get(c),
              guarded(field.meaning()),
              texts.get(ColumnUnit.of(table.name(), field.name(), field.type()).key()));
        }
      }
    }
  }

  private static CSVPrinter printer(Path file) throws IOException {
    var format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
    Writer writer = Files.newBufferedWriter(file);
    return new CSVPrinter(writer.append(BYTE_ORDER_MARK), format);
  }

  private static String cell(Object value, ColumnUnit unit) {
    if (value instanceof String text) {
      return guarded(text);
    }
    return value instanceof Double number
        ? rounded(number, unit).replace('.', ',')
        : CsvTables.text(value);
  }

  /** A number as the workbook shows it; one that this would make nothing keeps two digits. */
  private static String rounded(double number, ColumnUnit unit) {
    var exact = new BigDecimal(Double.toString(number));
    BigDecimal rounded = exact.setScale(unit.decimals(), RoundingMode.HALF_UP);
    if (rounded.signum() == 0 && exact.signum() != 0) {
      rounded = exact.round(new MathContext(2, RoundingMode.HALF_UP));
    }
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String guarded(String text) {
    if (FORMULA.matcher(text).matches()) {
      return "'" + text;
    }
    return NUMBER.matcher(text).matches() ? "=\"" + text + "\"" : text;
  }
}
