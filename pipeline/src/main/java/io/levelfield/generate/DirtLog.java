package io.levelfield.generate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The record of spoiled rows, {@code dirt.csv}, by which a test can tell whether exactly those were
 * rejected. Lines count from 1 and the header is line 1; the column is the file's own header, empty
 * where the row as a whole is wrong.
 */
final class DirtLog implements Closeable {
  private final Writer out;
  private long rows;

  private DirtLog(Writer out) {
    this.out = out;
  }

  /** A log in this file. */
  static DirtLog in(Path file) throws IOException {
    BufferedWriter out = Files.newBufferedWriter(file);
    out.write("file,line,column,kind,value\n");
    return new DirtLog(out);
  }

  /** A log that stays empty: nothing is going to be spoiled. */
  static DirtLog none() {
    return new DirtLog(Writer.nullWriter());
  }

  void record(String file, long line, String column, DirtKind kind, String value)
      throws IOException {
    out.write(file + "," + line + "," + column + "," + kind.token() + "," + value + "\n");
    rows++;
  }

  /** Rows recorded so far. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
