package io.levelfield.ingest;

import java.io.OutputStream;

/**
 * Looks through the XML of a sheet for a cell beyond the last column that there is, XFD: whoever
 * reads it makes room for all columns before that cell, which a few letters can make billions.
 */
final class CellReferences extends OutputStream {
  private static final int LETTERS_OF_LAST_COLUMN = 3;

  private State state = State.OUTSIDE;
  private int nameLength;
  private int nameEnd;
  private boolean nameIsOver;
  private int quote;
  private int letters;
  private boolean beyond;

  /** Where in the XML a byte stands. */
  private enum State {
    OUTSIDE,
    NAME_OF_TAG,
    CELL,
    REFERENCE,
    VALUE
  }

  /** Whether there is such a cell in what was written so far. */
  boolean beyondLastColumn() {
    return beyond;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }

  @Override
  public void write(int b) {
    switch (state) {
      case OUTSIDE -> {
        if (b == '<') {
          state = State.NAME_OF_TAG;
          nameLength = 0;
        }
      }
      case NAME_OF_TAG -> nameOfTag(b);
      case CELL -> inCell(b);
      case REFERENCE -> {
        if (b == quote) {
          state = State.CELL;
        } else if (b >= '0' && b <= '9') {
          state = State.VALUE;
        } else if (b != '$') {
          letters++;
          beyond |= letters > LETTERS_OF_LAST_COLUMN;
        }
      }
      case VALUE -> {
        if (b == quote) {
          state = State.CELL;
        }
      }
    }
  }

  private void nameOfTag(int b) {
    if (isBlank(b)) {
      state = isNamed('c') ? State.CELL : State.OUTSIDE;
      nameIsOver = true;
    } else if (b == '>') {
      state = State.OUTSIDE;
    } else if (b == ':') { // what stood before it was a prefix
      nameLength = 0;
    } else {
      nameLength++;
      nameEnd = b;
    }
  }

  private void inCell(int b) {
    if (b == '>') {
      state = State.OUTSIDE;
    } else if (b == '"' || b == '\'') {
      state = isNamed('r') ? State.REFERENCE : State.VALUE;
      quote = b;
      letters = 0;
      nameIsOver = true;
    } else if (isBlank(b) || b == '=') {
      nameIsOver = true;
    } else {
      nameLength = nameIsOver ? 1 : nameLength + 1;
      nameEnd = b;
      nameIsOver = false;
    }
  }

  private boolean isNamed(char name) {
    return nameLength == 1 && nameEnd == name;
  }

  private static boolean isBlank(int b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
