package io.levelfield.forms;

import io.levelfield.model.input.FormMarks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A form copied with values typed into it, without its looks. */
final class FilledForm {
  private FilledForm() {}

  /**
   * Fills a form.
   *
   * @param typed numbers or texts by the name of the column that they stand for
   */
  static void fill(Path form, Path to, Map<String, Object> typed) throws IOException {
    try (var sent = new ReadableWorkbook(form.toFile());
        OutputStream bytes = Files.newOutputStream(to);
        var filled = new Workbook(bytes, "test", null)) {
      for (Sheet sheet : sent.getSheets().toList()) {
        Worksheet copy = filled.newWorksheet(sheet.getName());
        for (Row row : sheet.read()) {
          fill(copy, row, typed);
        }
      }
    }
  }

  /** Empties a form of all that a school may change, its own code and the year as well. */
  static void empty(Path form, Path to) throws IOException {
    try (var sent = new ReadableWorkbook(form.toFile());
        OutputStream bytes = Files.newOutputStream(to);
        var emptied = new Workbook(bytes, "test", null)) {
      for (Sheet sheet : sent.getSheets().toList()) {
        Worksheet copy = emptied.newWorksheet(sheet.getName());
        for (Row row : sheet.read()) {
          copyTexts(copy, row, cell -> cell.getColumnIndex() != FormMarks.VALUE);
        }
      }
    }
  }

  private static void copyTexts(Worksheet copy, Row row, Predicate<Cell> which) {
    row.stream()
        .filter(cell -> cell != null && cell.getType() == CellType.STRING && which.test(cell))
        .forEach(cell -> copy.value(row.getRowNum() - 1, cell.getColumnIndex(), cell.asString()));
  }

  private static void fill(Worksheet copy, Row row, Map<String, Object> typed) {
    int at = row.getRowNum() - 1;
    copyTexts(copy, row, cell -> true);
    String mark = row.getCellText(0);
    if (mark.startsWith(FormMarks.FIELD)) {
      Object value = typed.get(mark.substring(FormMarks.FIELD.length()));
      if (value instanceof Number number) {
        copy.value(at, FormMarks.VALUE, number);
      } else if (value != null) {
        copy.value(at, FormMarks.VALUE, value.toString());
      }
    }
  }
}
