package io.levelfield.ingest;

import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;

/** A row cannot be read because of one cell. */
final class BadCell extends Exception {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final String value;
  private final Message reason;
  private final RowAccount account;

  /**
   * @param column the file's column, empty when it is the whole row
   * @param value the cell's text
   * @param reason what was expected
   */
  BadCell(String column, String value, Message reason) {
    this(column, value, reason, RowAccount.REJECTED);
  }

  /** The same with the account in which the row ends. */
  BadCell(String column, String value, Message reason, RowAccount account) {
    super(reason.toString(), null, false, false);
    this.column = column;
    this.value = value;
    this.reason = reason;
    this.account = account;
  }

  /** The same, of a column called otherwise in the file. */
  BadCell in(String file) {
    return file.equals(column) ? this : new BadCell(file, value, reason, account);
  }

  boolean sameAs(BadCell other) {
    return column.equals(other.column)
        && value.equals(other.value)
        && reason.toString().equals(other.reason.toString());
  }

  /** Where the row ends because of it. */
  RowAccount account() {
    return account;
  }

  Message reason() {
    return reason;
  }

  String column() {
    return column;
  }

  String value() {
    return value;
  }
}
