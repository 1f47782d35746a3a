package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One pass over a file's bytes that settles what must be known before it is read in parallel: its
 * hash, whether it is UTF-8, and where records begin, so that parts never cut a record whatever its
 * quoted fields hold.
 *
 * @param sha256 hash of the bytes as they lie on disk
 * @param bytes their number
 * @param utf8 whether the (unpacked) content is valid UTF-8
 * @param parts runs of whole records in file order; the first begins with the header
 */
record FileSurvey(String sha256, long bytes, boolean utf8, List<FilePart> parts) {

  /** A file up to this size, such as a district's, is one part. */
  private static final long SMALL_FILE = 16L << 20;

  /** Bytes in a part at most: the larger the part, the fewer partial tallies have to be merged. */
  private static final long LARGEST_PART = 128L << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  FileSurvey {
    parts = List.copyOf(parts);
  }

  static FileSurvey of(Path file, String name, char delimiter) throws IOException {
    return of(file, name, delimiter, partBytes(Files.size(file)));
  }

  /** Parts of equal size, as many for every core. */
  private static long partBytes(long fileBytes) {
    if (fileBytes <= SMALL_FILE) {
      return SMALL_FILE;
    }
    int cores = Runtime.getRuntime().availableProcessors();
    long rounds = (fileBytes - 1) / (LARGEST_PART * cores) + 1;
    return (fileBytes - 1) / (rounds * cores) + 1;
  }

  /**
   * Surveys a file.
   *
   * @param name the file as the study names it, for messages
   * @param partBytes size after which a new part begins with the next record
   * @throws InputsRefused if a quoted field is never closed
   */
  static FileSurvey of(Path file, String name, char delimiter, long partBytes) throws IOException {
    boolean packed = file.toString().endsWith(".gz");
    // Hashing costs as much as all the rest, and so has a thread of its own.
    CompletableFuture<String> sha256 = CompletableFuture.supplyAsync(() -> sha256(file));
    var utf8 = new Utf8Check();
    var boundaries = new RecordBoundaries(delimiter, packed ? Long.MAX_VALUE : partBytes);
    try (InputStream raw = Files.newInputStream(file);
        InputStream content = packed ? new GZIPInputStream(raw, BUFFER_BYTES) : raw) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        utf8.feed(buffer, n);
        boundaries.feed(buffer, n);
      }
    }
    utf8.finish();
    if (boundaries.inQuotes()) {
      throw new InputsRefused(
          Message.of("inputs.open-quote", name, Long.toString(boundaries.quoteLine())));
    }
    return new FileSurvey(
        sha256.join(),
        Files.size(file),
        utf8.valid(),
        boundaries.parts(file.toString(), packed ? Files.size(file) : boundaries.position()));
  }

  private static String sha256(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return DigestUtils.sha256Hex(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Strict UTF-8 validation of a stream of buffers. */
  private static final class Utf8Check {
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer pending = ByteBuffer.allocate(BUFFER_BYTES + 8);
    private final CharBuffer out = CharBuffer.allocate(BUFFER_BYTES + 8);
    private boolean valid = true;

    void feed(byte[] bytes, int length) {
      if (!valid) {
        return;
      }
      pending.put(bytes, 0, length).flip();
      valid = !decoder.decode(pending, out.clear(), false).isError();
      pending.compact();
    }

    void finish() {
      if (valid) {
        valid = !decoder.decode(pending.flip(), out.clear(), true).isError();
      }
    }

    boolean valid() {
      return valid;
    }
  }

  /** Follows quotes and line ends, as the CSV reader will, to find where records begin. */
  private static final class RecordBoundaries {
    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private record Boundary(long offset, long line) {}

    private final byte delimiter;
    private final long partBytes;
    private final List<Boundary> starts = new ArrayList<>(List.of(new Boundary(0, 1)));
    private long position;
    private byte last = '\n';
    private int markBytes;
    private long line = 1;
    private long quoteLine;
    private boolean inQuotes;
    private boolean closed;

    RecordBoundaries(char delimiter, long partBytes) {
      this.delimiter = (byte) delimiter;
      this.partBytes = partBytes;
    }

    void feed(byte[] bytes, int length) {
      for (int i = 0; i < length && position + i < UTF8_MARK.length; i++) {
        markBytes += bytes[i] == UTF8_MARK[(int) position + i] ? 1 : 0;
      }
      long lastStart = starts.get(starts.size() - 1).offset();
      for (int i = 0; i < length; i++) {
        byte b = bytes[i];
        if ((b & 0xFF) > '"') {
          continue; // neither a quote nor a line end, as most bytes are
        }
        byte before = i > 0 ? bytes[i - 1] : last;
        if (b == '"') {
          boolean startsField = startsField(position + i, before);
          // A doubled quote closes and opens again, which comes to the same.
          boolean opens = !inQuotes && (startsField || (before == '"' && closed));
          closed = inQuotes;
          quoteLine = opens && startsField ? line : quoteLine;
          inQuotes = opens;
        } else if (b == '\r') {
          line++;
        } else if (b == '\n') {
          line += before == '\r' ? 0 : 1;
          if (!inQuotes && position + i + 1 - lastStart >= partBytes) {
            lastStart = position + i + 1;
            starts.add(new Boundary(lastStart, line));
          }
        }
      }
      position += length;
      last = length > 0 ? bytes[length - 1] : last;
    }

    private boolean startsField(long at, byte before) {
      return before == delimiter
          || before == '\n'
          || before == '\r'
          || (at == UTF8_MARK.length && markBytes == UTF8_MARK.length);
    }

    boolean inQuotes() {
      return inQuotes;
    }

    long quoteLine() {
      return quoteLine;
    }

    long position() {
      return position;
    }

    List<FilePart> parts(String path, long end) {
      List<FilePart> parts = new ArrayList<>();
      for (int i = 0; i < starts.size(); i++) {
        Boundary start = starts.get(i);
        long next = i + 1 < starts.size() ? starts.get(i + 1).offset() : end;
        if (next > start.offset()) {
          parts.add(
              new FilePart(path, start.offset(), next - start.offset(), start.line(), i == 0));
        }
      }
      return parts;
    }
  }
}
