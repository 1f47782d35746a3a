package io.levelfield.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A survey of a large file on all cores: of one without quotes and in valid UTF-8, in which every
 * line ends a record wherever it stands. Others have to be followed from their beginning.
 */
final class PlainSurvey {
  private static final int BUFFER_BYTES = 1 << 18;
  private static final long NOT_PLAIN = -1;
  private static final long QUOTES = ByteWords.of((byte) '"');
  private static final long LINE_FEEDS = ByteWords.of((byte) '\n');

  private PlainSurvey() {}

  /**
   * Surveys a file.
   *
   * @param partBytes size after which a new part begins with the next record
   * @param uncutLines the first part has at least so many lines
   * @return its parts; nothing where it is not such a file
   */
  static Optional<List<FilePart>> parts(FileSource source, long partBytes, long uncutLines)
      throws IOException {
    List<Long> starts = starts(source, partBytes);
    long[] lines;
    try {
      lines =
          IntStream.range(0, starts.size() - 1)
              .parallel()
              .mapToLong(i -> lines(source, starts.get(i), starts.get(i + 1)))
              .toArray();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    List<FilePart> parts = new ArrayList<>();
    long line = 1;
    for (int i = 0; i < lines.length; i++) {
      boolean tooFew = i == 0 && lines.length > 1 && lines[0] < uncutLines;
      if (lines[i] == NOT_PLAIN || tooFew) {
        return Optional.empty();
      }
      long length = starts.get(i + 1) - starts.get(i);
      parts.add(new FilePart(source, starts.get(i), length, line, i == 0 ? 1 : 0));
      line += lines[i];
    }
    return Optional.of(parts);
  }

  /** Where parts begin, and where the last one ends. */
  private static List<Long> starts(FileSource source, long partBytes) throws IOException {
    List<Long> starts = new ArrayList<>(List.of(0L));
    try (SeekableByteChannel file = Files.newByteChannel(source.file())) {
      long start = 0;
      while (start < file.size()) {
        start = afterLineFeed(file, start + partBytes - 1);
        starts.add(start);
      }
    }
    return starts;
  }

  /** The first place behind a line feed that stands here or later; the end where none does. */
  private static long afterLineFeed(SeekableByteChannel file, long from) throws IOException {
    ByteBuffer some = ByteBuffer.allocate(BUFFER_BYTES);
    long at = from;
    file.position(from);
    while (file.read(some.clear()) > 0) {
      for (int i = 0; i < some.position(); i++) {
        if (some.get(i) == '\n') {
          return at + i + 1;
        }
      }
      at += some.position();
    }
    return file.size();
  }

  /** The number of line ends between two places, {@link #NOT_PLAIN} where the text is not. */
  private static long lines(FileSource source, long from, long to) {
    byte[] bytes = new byte[BUFFER_BYTES + ByteWords.BYTES];
    var lines = new LineEnds();
    var utf8 = new Utf8Check(BUFFER_BYTES);
    boolean ascii = true;
    try (SeekableByteChannel file = Files.newByteChannel(source.file())) {
      int n;
      file.position(from);
      for (long at = from; at < to; at += n) {
        int most = (int) Math.min(BUFFER_BYTES, to - at);
        n = file.read(ByteBuffer.wrap(bytes, 0, most));
        if (n <= 0 || !lines.count(bytes, n)) {
          return NOT_PLAIN;
        }
        ascii = ascii && isAscii(bytes, n);
        if (!ascii && utf8.feed(bytes, n)) {
          return NOT_PLAIN;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return utf8.finish() ? NOT_PLAIN : lines.count;
  }

  /** Counts line ends of a text without quotes. */
  private static final class LineEnds {
    private long count;
    private boolean endsInReturn;

    /** Counts those of the next bytes; false where a quote or what no text has stands there. */
    boolean count(byte[] bytes, int length) {
      count += endsInReturn && bytes[0] != '\n' ? 1 : 0;
      endsInReturn = bytes[length - 1] == '\r';
      for (int at = 0; at < length; at += ByteWords.BYTES) {
        long word = ByteWords.at(bytes, at);
        if (length - at < ByteWords.BYTES) {
          word = ByteWords.first(word, length - at);
        }
        long lineFeeds = ByteWords.zeros(word ^ LINE_FEEDS);
        count += Long.bitCount(lineFeeds);
        long doubtful = ByteWords.zeros(word ^ QUOTES) | (ByteWords.below32(word) & ~lineFeeds);
        if (doubtful != 0 && !areBlanks(bytes, length, at, doubtful)) {
          return false;
        }
      }
      return true;
    }

    /** Whether bytes that are no letters stand between letters; counts returns among them. */
    private boolean areBlanks(byte[] bytes, int length, int word, long doubtful) {
      for (long left = doubtful; left != 0; left &= left - 1) {
        int at = word + ByteWords.place(left);
        if (at >= length) {
          break;
        }
        if (bytes[at] == '\r') {
          count += at + 1 < length && bytes[at + 1] != '\n' ? 1 : 0;
        } else if (bytes[at] != '\t' && bytes[at] != '\f') {
          return false;
        }
      }
      return true;
    }
  }

  private static boolean isAscii(byte[] bytes, int length) {
    long beyond = 0;
    int words = length / ByteWords.BYTES * ByteWords.BYTES;
    for (int at = 0; at < words; at += ByteWords.BYTES) {
      beyond |= ByteWords.beyondAscii(ByteWords.at(bytes, at));
    }
    for (int at = words; at < length; at++) {
      beyond |= bytes[at] & 0x80;
    }
    return beyond == 0;
  }
}
