package io.levelfield.generate;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A large UTF-8 file written as bytes prepared once and numbers: a row costs no object, so the heap
 * does not depend on the number of rows.
 */
final class CsvBytes implements Closeable {
  private static final int BUFFER_BYTES = 1 << 17;
  private static final int LONGEST_INT = 11;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int used;

  CsvBytes(Path file) throws IOException {
    out = Files.newOutputStream(file);
  }

  /** The bytes of a text, to be written often. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void write(byte[] text) throws IOException {
    room(text.length);
    System.arraycopy(text, 0, buffer, used, text.length);
    used += text.length;
  }

  /** Writes one ASCII character. */
  void write(char character) throws IOException {
    room(1);
    buffer[used++] = (byte) character;
  }

  /** Writes a number that is not negative with at least so many digits. */
  void write(int number, int digits) throws IOException {
    room(Math.max(digits, LONGEST_INT));
    int length = 1;
    for (int rest = number / 10; rest > 0; rest /= 10) {
      length++;
    }
    length = Math.max(length, digits);
    int rest = number;
    for (int at = used + length - 1; at >= used; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used += length;
  }

  private void room(int length) throws IOException {
    if (length > buffer.length - used) {
      out.write(buffer, 0, used);
      used = 0;
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      out.write(buffer, 0, used);
    }
  }
}
