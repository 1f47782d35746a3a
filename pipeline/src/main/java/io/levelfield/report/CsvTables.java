package io.levelfield.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes tables as RFC 4180: UTF-8, comma, CRLF, decimal point, an absent value as nothing. */
final class CsvTables {
  private CsvTables() {}

  static void write(Table table, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      write(table, writer);
    }
  }

  static void write(Table table, Writer writer) throws IOException {
    try (var csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      csv.printRecord(table.columns().stream().map(Column::name).toList());
      for (List<Optional<Object>> row : table.rows()) {
        csv.printRecord(row.stream().map(cell -> cell.map(CsvTables::text).orElse("")).toList());
      }
    }
  }

  /**
   * A number in the fewest digits that read back as the same number; whole ones without {@code .0}.
   */
  static String text(Object value) {
    String text = value.toString();
    return value instanceof Double && text.endsWith(".0")
        ? text.substring(0, text.length() - 2)
        : text;
  }
}
