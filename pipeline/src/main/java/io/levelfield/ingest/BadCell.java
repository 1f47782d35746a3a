package io.levelfield.ingest;

import io.levelfield.model.text.Message;

/** A row cannot be read because of one cell. */
final class BadCell extends Exception {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final String value;
  private final Message reason;

  /**
   * @param column the file's column, empty when it is the whole row
   * @param value the cell's text
   * @param reason what was expected
   */
  BadCell(String column, String value, Message reason) {
    super(reason.toString(), null, false, false);
    this.column = column;
    this.value = value;
    this.reason = reason;
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
