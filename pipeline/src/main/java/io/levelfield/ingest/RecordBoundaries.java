package io.levelfield.ingest;

import java.util.ArrayList;
import java.util.List;

/** Follows quotes and line ends, as the CSV reader will, to find where records begin. */
final class RecordBoundaries {
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** What DOS ends a text with. */
  private static final byte CTRL_Z = 0x1A;

  private record Boundary(long offset, long line) {}

  private final byte delimiter;
  private final long partBytes;
  private final long uncutLines;
  private final List<Boundary> starts = new ArrayList<>(List.of(new Boundary(0, 1)));
  private long position;
  private byte last = '\n';
  private int markBytes;
  private long line = 1;
  private final Quotes quotes = new Quotes();
  private long quoteLine;
  private long ctrlZ = -1;
  private int control = -1;
  private long controlLine;

  /**
   * @param partBytes size after which a new part begins with the next record
   * @param uncutLines the first part has at least so many lines
   */
  RecordBoundaries(char delimiter, long partBytes, long uncutLines) {
    this.delimiter = (byte) delimiter;
    this.partBytes = partBytes;
    this.uncutLines = uncutLines;
  }

  void feed(byte[] bytes, int length) {
    for (int i = 0; i < length && position + i < UTF8_MARK.length; i++) {
      markBytes += bytes[i] == UTF8_MARK[(int) position + i] ? 1 : 0;
    }
    if (ctrlZ >= 0) {
      requireNothingAfterEnd(bytes, 0, length);
    }
    long lastStart = starts.get(starts.size() - 1).offset();
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if ((b & 0xFF) > '"') {
        continue; // neither a quote nor a line end, as most bytes are
      }
      byte before = i > 0 ? bytes[i - 1] : last;
      if (b == '"') {
        quoteLine = quotes.take(startsField(position + i, before), before) ? line : quoteLine;
      } else if (b == '\r') {
        line++;
      } else if (b == '\n') {
        line += before == '\r' ? 0 : 1;
        if (!quotes.open() && position + i + 1 - lastStart >= partBytes && line > uncutLines) {
          lastStart = position + i + 1;
          starts.add(new Boundary(lastStart, line));
        }
      } else if (b < ' ' && b != '\t' && b != '\f') {
        control(bytes, i, length);
      }
    }
    position += length;
    last = length > 0 ? bytes[length - 1] : last;
  }

  private void control(byte[] bytes, int at, int length) {
    if (bytes[at] != CTRL_Z) {
      refuse(bytes[at]);
    } else if (ctrlZ < 0) {
      ctrlZ = position + at;
      requireNothingAfterEnd(bytes, at, length);
    }
  }

  private void requireNothingAfterEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != CTRL_Z && bytes[i] != '\n' && bytes[i] != '\r') {
        refuse(CTRL_Z);
        return;
      }
    }
  }

  private void refuse(byte b) {
    if (control < 0) {
      control = b;
      controlLine = line;
    }
  }

  private boolean startsField(long at, byte before) {
    return before == delimiter
        || before == '\n'
        || before == '\r'
        || (at == UTF8_MARK.length && markBytes == UTF8_MARK.length);
  }

  /** Line of the byte at this place of the buffer that is fed next. */
  long lineAt(byte[] bytes, int at) {
    long counted = line;
    byte before = last;
    for (int i = 0; i < at; i++) {
      counted += bytes[i] == '\r' || (bytes[i] == '\n' && before != '\r') ? 1 : 0;
      before = bytes[i];
    }
    return counted;
  }

  /** A character that no text has, -1 if there is none. */
  int control() {
    return control;
  }

  long controlLine() {
    return controlLine;
  }

  boolean inQuotes() {
    return quotes.open();
  }

  long quoteLine() {
    return quoteLine;
  }

  /** Line that is reached. */
  long line() {
    return line;
  }

  /** Number of bytes followed. */
  long position() {
    return position;
  }

  /** Number of bytes, without the mark that DOS ends a text with. */
  long textBytes() {
    return ctrlZ >= 0 ? ctrlZ : position;
  }

  List<FilePart> parts(FileSource source) {
    List<FilePart> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      Boundary start = starts.get(i);
      long next = i + 1 < starts.size() ? starts.get(i + 1).offset() : textBytes();
      next = Math.min(next, textBytes());
      if (next > start.offset()) {
        parts.add(
            new FilePart(
                source, start.offset(), next - start.offset(), start.line(), i == 0 ? 1 : 0));
      }
    }
    return parts;
  }
}
