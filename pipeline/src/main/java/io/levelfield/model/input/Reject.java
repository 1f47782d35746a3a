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
 * @param column the column at fault, empty when it is the whole row
 * @param value the value at fault, shortened when long
 * @param reason what was expected
 * @param raw the record's fields joined by {@code ;}, shortened when long
 * @param account why it does not count: rejected, repeated, of a school that is not known, or of
 *     several schools together
 */
public record Reject(
    String file,
    long line,
    String column,
    String value,
    Message reason,
    String raw,
    RowAccount account)
    implements Comparable<Reject>, Serializable {

  private static final Comparator<Reject> ORDER =
      Comparator.comparing(Reject::file)
          .thenComparingLong(Reject::line)
          .thenComparing(Reject::column)
          .thenComparing(reject -> reject.reason().toString());

  public Reject {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(account, "account");
  }

  @Override
  public int compareTo(Reject other) {
    return ORDER.compare(this, other);
  }
}
