package io.levelfield.forms;

import io.levelfield.model.input.FormMarks;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;

/**
 * What Excel checks of a value, and how people are told of it.
 *
 * @param wholeRow row from 0 of the value that it cannot exceed
 */
record FormCheck(FormField field, OptionalInt wholeRow, Texts texts) {
  private static final double EXAMPLE_SHARE = 0.2;

  /**
   * What is allowed, in words.
   *
   * @param firstRow of the table, from 0
   */
  String told(int firstRow) {
    if (!field.choices().isEmpty()) {
      return choices();
    }
    if (wholeRow.isPresent()) {
      return texts.get("forms.allowed-part", Integer.toString(wholeRow.getAsInt() - firstRow + 1));
    }
    if (field.whole()) {
      return texts.get("forms.allowed-count");
    }
    return field
        .range()
        .map(range -> told(range.lowest(), range.highest()))
        .orElseGet(() -> texts.get("forms.allowed-number"));
  }

  /** A share is written as one, or as per cent: many think in these. */
  private String told(double lowest, double highest) {
    boolean example =
        field.unit() == FormField.Unit.SHARE && lowest <= EXAMPLE_SHARE && EXAMPLE_SHARE <= highest;
    return texts.get(
        example ? "forms.allowed-share" : "forms.allowed-range",
        said(lowest),
        said(highest),
        said(EXAMPLE_SHARE),
        plain(100 * EXAMPLE_SHARE));
  }

  /**
   * Puts the check on the cell that is filled in.
   *
   * @param row from 0
   * @param allowed what is told of a value that is not
   */
  void put(Worksheet sheet, int row, String allowed) {
    Range cell = sheet.range(row, FormMarks.VALUE, row, FormMarks.VALUE);
    String title = escaped(texts.get("forms.allowed"));
    if (field.choices().isEmpty()) {
      cell.validateWithFormula(condition(row))
          .allowBlank(true)
          .errorStyle(DataValidationErrorStyle.STOP)
          .showErrorMessage(true)
          .errorTitle(title)
          .error(escaped(allowed));
    } else {
      cell.validateWithListByFormula('"' + choices() + '"')
          .allowBlank(true)
          .errorStyle(DataValidationErrorStyle.STOP)
          .showErrorMessage(true)
          .errorTitle(title)
          .error(escaped(allowed));
    }
  }

  /** What must be true of a value; written without {@code <}, which XML would take for its own. */
  private String condition(int row) {
    String cell = cell(row);
    List<String> all = new ArrayList<>();
    all.add("ISNUMBER(" + cell + ")");
    if (field.whole()) {
      all.add(cell + ">=0");
      all.add("INT(" + cell + ")=" + cell);
    }
    field
        .range()
        .ifPresent(
            range -> {
              all.add(cell + ">=" + plain(range.lowest()));
              all.add(plain(range.highest()) + ">=" + cell);
            });
    if (wholeRow.isPresent()) {
      String whole = cell(wholeRow.getAsInt());
      all.add("OR(NOT(ISNUMBER(" + whole + "))," + whole + ">=" + cell + ")");
    }
    return "AND(" + String.join(",", all) + ")";
  }

  private static String cell(int row) {
    return (char) ('A' + FormMarks.VALUE) + Integer.toString(row + 1);
  }

  private String choices() {
    return field.choices().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private String said(double number) {
    return texts.language() == Language.RU ? plain(number).replace('.', ',') : plain(number);
  }

  /** The library writes messages of validations as they are. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
