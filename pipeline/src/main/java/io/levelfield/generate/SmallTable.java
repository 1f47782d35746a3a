package io.levelfield.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table with a row per school or fewer, in one of the two dialects met in practice. */
final class SmallTable implements Closeable {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  private final CSVPrinter out;
  private final boolean decimalComma;

  private SmallTable(CSVPrinter out, boolean decimalComma) {
    this.out = out;
    this.decimalComma = decimalComma;
  }

  /** UTF-8, comma, decimal point, LF. */
  static SmallTable plain(Path file, List<String> header) throws IOException {
    return open(file, StandardCharsets.UTF_8, ',', "\n", false, header);
  }

  /** What Excel saves in Russia: windows-1251, semicolon, decimal comma, CRLF. */
  static SmallTable excel(Path file, List<String> header) throws IOException {
    return open(file, WINDOWS_1251, ';', "\r\n", true, header);
  }

  private static SmallTable open(
      Path file,
      Charset charset,
      char delimiter,
      String lineEnd,
      boolean decimalComma,
      List<String> header)
      throws IOException {
    CSVPrinter out =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setRecordSeparator(lineEnd)
            .get()
            .print(file, charset);
    var table = new SmallTable(out, decimalComma);
    table.row(header);
    return table;
  }

  /** A table in the dialect of the options. */
  static SmallTable of(GeneratorOptions options, Path file, List<String> header)
      throws IOException {
    return options.excelDialect() ? excel(file, header) : plain(file, header);
  }

  void row(List<String> cells) throws IOException {
    out.printRecord(cells);
  }

  /** A number with so many decimals, in the table's dialect. */
  String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return decimalComma ? text.replace('.', ',') : text;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
