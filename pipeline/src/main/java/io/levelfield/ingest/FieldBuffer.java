package io.levelfield.ingest;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fields of the current record, reused from record to record so that reading a row makes no
 * garbage. A field's text is stripped of surrounding blanks, and of the {@code ="…"} with which
 * Excel users keep leading zeros.
 */
final class FieldBuffer extends CsvCallbackHandler<FieldBuffer> {
  private char[] chars = new char[256];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int length;
  private int fields;
  private long linesBefore;
  private long line;
  private int multiLine = -1;
  private int result;

  /** Number of fields in the record. */
  int size() {
    return fields;
  }

  /** Line of the part of the file being read that the record begins on, from 1. */
  long line() {
    return line;
  }

  /** Counts lines on from those of the part that another reader has read. */
  void startAfter(long lines) {
    linesBefore = lines;
  }

  /** Which of the results that the record holds is told now. */
  int result() {
    return result;
  }

  /** Takes off all fields behind the first ones, to tell one of the record's results. */
  void cut(int first, int ofResult) {
    fields = first;
    result = ofResult;
  }

  /** Adds a field with this text. */
  void append(String text) {
    begin(text.length());
    text.getChars(0, text.length(), chars, length);
    length += text.length();
    ends[fields++] = length;
  }

  /** Adds a field that holds what another does, or nothing where there is no other. */
  void repeat(int field) {
    begin(0);
    if (field >= 0) {
      starts[fields] = starts[field];
      ends[fields++] = ends[field];
    } else {
      ends[fields++] = length;
    }
  }

  /** Adds a field of several joined; an empty one where one of them is. */
  void join(int[] parts, char separator) {
    int needed = 0;
    boolean complete = true;
    for (int part : parts) {
      needed += ends[part] - starts[part] + 1;
      complete &= !isEmpty(part);
    }
    begin(needed);
    for (int i = 0; complete && i < parts.length; i++) {
      if (i > 0) {
        chars[length++] = separator;
      }
      int own = ends[parts[i]] - starts[parts[i]];
      System.arraycopy(chars, starts[parts[i]], chars, length, own);
      length += own;
    }
    ends[fields++] = length;
  }

  private void begin(int more) {
    if (fields == ends.length) {
      starts = Arrays.copyOf(starts, fields * 2);
      ends = Arrays.copyOf(ends, fields * 2);
    }
    if (length + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
    }
    starts[fields] = length;
  }

  char[] chars() {
    return chars;
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  boolean isEmpty(int field) {
    return starts[field] == ends[field];
  }

  String text(int field) {
    return new String(chars, starts[field], ends[field] - starts[field]);
  }

  /** Texts of all fields. */
  List<String> texts() {
    return IntStream.range(0, fields).mapToObj(this::text).toList();
  }

  /** The first quoted field that goes over several lines; -1 if none does. */
  int multiLine() {
    return multiLine;
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    line = linesBefore + startingLineNumber;
    multiLine = -1;
    length = 0;
    fields = 0;
    result = 0;
  }

  @Override
  protected void addField(char[] buf, int offset, int len, boolean quoted) {
    if (fields == ends.length) {
      starts = Arrays.copyOf(starts, fields * 2);
      ends = Arrays.copyOf(ends, fields * 2);
    }
    int from = offset;
    int to = offset + len;
    while (from < to && isBlank(buf[from])) {
      from++;
    }
    while (from < to && isBlank(buf[to - 1])) {
      to--;
    }
    if (to - from >= 3 && buf[from] == '=' && buf[from + 1] == '"' && buf[to - 1] == '"') {
      from += 2;
      to--;
    }
    if (quoted && multiLine < 0) {
      for (int i = from; i < to; i++) {
        if (buf[i] == '\n' || buf[i] == '\r') {
          multiLine = fields;
          break;
        }
      }
    }
    int kept = to - from;
    if (length + kept > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + kept));
    }
    System.arraycopy(buf, from, chars, length, kept);
    starts[fields] = length;
    length += kept;
    ends[fields++] = length;
  }

  /** Adds a field that has been read elsewhere. */
  void add(String text) {
    addField(text.toCharArray(), 0, text.length(), false);
  }

  /** What shows as nothing: blanks of any width, and marks that stand between letters unseen. */
  private static boolean isBlank(char c) {
    return c <= ' '
        || (c >= '\u00a0'
            && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT));
  }

  @Override
  protected void setComment(char[] buf, int offset, int len) {
    throw new IllegalStateException("comments are not read");
  }

  @Override
  protected void setEmpty() {
    fields = 0;
  }

  @Override
  protected FieldBuffer buildRecord() {
    return this;
  }

  @Override
  protected RecordType getRecordType() {
    return fields == 0 ? RecordType.EMPTY : RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return fields;
  }

  /**
   * The record's fields joined by {@code ;}, shortened to {@code limit} characters.
   *
   * @param plan tells which of them are shown nowhere
   */
  String raw(int limit, RowPlan plan) {
    StringBuilder raw = new StringBuilder();
    for (int i = 0; i < fields && raw.length() <= limit; i++) {
      raw.append(i == 0 ? "" : ";");
      if (plan.hides(i)) {
        raw.append(isEmpty(i) ? "" : RowPlan.HIDDEN);
      } else {
        raw.append(chars, starts[i], ends[i] - starts[i]);
      }
    }
    return raw.length() <= limit ? raw.toString() : raw.substring(0, limit) + "…";
  }
}
