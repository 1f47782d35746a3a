package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a field of several lines that holds text from one that swallowed rows because of a stray
 * quote: there its lines, with what stands before and after the field, are rows of the table.
 */
final class SwallowedRows {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d .,%\\u00a0\\u202f]*");
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  /** In so narrow a table, lines of plain text may have the columns of a row by chance. */
  private static final int NARROW = 2;

  private SwallowedRows() {}

  /**
   * Refuses a record that swallowed rows.
   *
   * @throws InputsRefused if its first field of several lines holds rows
   */
  static void refuse(FieldBuffer record, CsvShape shape, long line) {
    List<String> lines = Arrays.asList(LINE_END.split(record.text(record.multiLine()), -1));
    if (swallowed(record, lines, shape.header().size(), shape.format().delimiter())) {
      throw new InputsRefused(
          Message.of(
              "inputs.swallowed-rows",
              shape.name(),
              Long.toString(line),
              Long.toString(line + lines.size() - 1)));
    }
  }

  private static boolean swallowed(
      FieldBuffer record, List<String> lines, int columns, char delimiter) {
    List<String> fields = record.texts();
    int last = lines.size() - 1;
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      List<String> row = new ArrayList<>();
      if (i == 0) {
        row.addAll(fields.subList(0, record.multiLine()));
      }
      row.addAll(Arrays.asList(split(lines.get(i), delimiter)));
      if (i == last) {
        row.addAll(fields.subList(record.multiLine() + 1, fields.size()));
      }
      if (fits(row, columns)) {
        rows.add(row);
      }
    }
    for (int i = 1; i < rows.size(); i++) {
      if (alike(rows.get(i - 1), rows.get(i), columns)) {
        return true;
      }
    }
    return false;
  }

  private static String[] split(String line, char delimiter) {
    return line.split(Pattern.quote(Character.toString(delimiter)), -1);
  }

  private static boolean fits(List<String> row, int columns) {
    return row.size() >= columns
        && row.subList(columns, row.size()).stream().allMatch(String::isBlank);
  }

  /** Whether two rows have numbers in the same columns. */
  private static boolean alike(List<String> one, List<String> other, int columns) {
    int numbers = 0;
    int different = 0;
    for (int i = 0; i < columns; i++) {
      boolean first = NUMBER.matcher(one.get(i).strip()).matches();
      boolean second = NUMBER.matcher(other.get(i).strip()).matches();
      numbers += first && second ? 1 : 0;
      different += first != second && !one.get(i).isBlank() && !other.get(i).isBlank() ? 1 : 0;
    }
    return numbers > 0 ? different <= numbers : different == 0 && columns > NARROW;
  }
}
