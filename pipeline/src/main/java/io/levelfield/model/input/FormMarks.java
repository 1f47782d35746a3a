package io.levelfield.model.input;

/**
 * How a form tells what its cells are, wherever they are moved to. Each of its rows bears a mark in
 * its first, hidden column, and in the second what stood there for people when it was sent.
 */
public final class FormMarks {
  /** Columns behind that of the marks: what was sent, what a row is called, what is filled in. */
  public static final int SENT = 1;

  public static final int LABEL = 3;
  public static final int VALUE = 6;

  /** Begins the mark of the row that names the sheet; the code of its part follows. */
  public static final String SHEET = "form.sheet:";

  /** The row with the school's code. */
  public static final String SCHOOL = "form.school";

  /** The row with the year. */
  public static final String YEAR = "form.year";

  /** The row with the heading of the column that is filled in. */
  public static final String VALUES = "form.values";

  /** A row of the form that asks nothing. */
  public static final String TEXT = "form.text";

  /** Begins the mark of a row that asks something; the name of the column it stands for follows. */
  public static final String FIELD = "form.field:";

  private FormMarks() {}
}
