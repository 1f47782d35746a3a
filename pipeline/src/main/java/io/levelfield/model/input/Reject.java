package io.levelfield.model.input;

import io.levelfield.model.text.Message;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * A row, or a cell of it, that does not count, and why.
 *
 * @param file the file as the study names it
 * @param line the line its record begins on, 1 for the header
 * @param sheet the sheet of a school's form; empty of other files, whose sheet their name tells
 * @param column the column at fault, empty when it is the whole row; of a form the cell, e.g.
 *     {@code G9}
 * @param value the value at fault, shortened when long
 * @param reason what was expected
 * @param raw the record's fields joined by {@code ;}, shortened when long
 * @param account why it does not count: rejected, repeated, of a school that is not known, or of
 *     several schools together
 * @param school code of the school as the row writes it, empty where it cannot be told
 */
public record Reject(
    String file,
    long line,
    String sheet,
    String column,
    String value,
    Message reason,
    String raw,
    RowAccount account,
    String school)
    implements Comparable<Reject>, Serializable {

  private static final Comparator<Reject> ORDER =
      Comparator.comparing(Reject::file)
          .thenComparingLong(Reject::line)
          .thenComparing(Reject::place)
          .thenComparing(reject -> reject.reason().toString());

  public Reject {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sheet, "sheet");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(school, "school");
  }

  /** The column, or the cell of a form as spreadsheets write it, e.g. {@code Passport!G9}. */
  public String place() {
    return sheet.isEmpty() ? column : sheet + "!" + column;
  }

  /** The same for another reason. */
  public Reject with(Message other) {
    return new Reject(file, line, sheet, column, value, other, raw, account, school);
  }

  /** Where it stands, and why it does not count. */
  public Message told() {
    if (!sheet.isEmpty()) {
      return Message.of("inputs.form-cell", file, sheet, column, value, reason);
    }
    String at = Long.toString(line);
    return column.isEmpty()
        ? Message.of("inputs.reject-row", file, at, reason)
        : Message.of("inputs.reject", file, at, column, value, reason);
  }

  @Override
  public int compareTo(Reject other) {
    return ORDER.compare(this, other);
  }
}
