package io.levelfield.ingest;

import de.siegmar.fastcsv.reader.CloseableIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Records of a part, found in its bytes; whoever asks for their fields gets them as characters.
 * What is not plain CSV, such as doubled quotes and line ends in fields, is left to the CSV reader
 * piece by piece, so that every record is what it makes of it.
 */
final class ByteRecords implements FilePart.Records {
  private static final int BUFFER_BYTES = 1 << 18;

  /** A record that fills so many buffers is left to the CSV reader, and all behind it. */
  private static final int MOST_BUFFERS = 16;

  // What a search comes to that does not find its place.
  private static final int NOT_CLOSED = -1;
  private static final int NOT_REACHED = -2;

  /** As many plain records between two others are a reason to leave more to the CSV reader. */
  private static final int FEW_BETWEEN = 16;

  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final long QUOTES = ByteWords.of((byte) '"');

  /** How the search for a record's end went. */
  private enum Found {
    RECORD,
    MORE_NEEDED,
    NOT_PLAIN
  }

  private final InputStream in;
  private final CsvFormat format;
  private final Charset charset;
  private final byte delimiter;
  private final long delimiters;
  private final long firstLine;
  private final FieldBuffer buffer = new FieldBuffer();

  private final int longest;
  private byte[] bytes;
  private int end;
  private boolean all;

  private int begin;
  private int next;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private boolean firstIsQuoted;
  private int fields;
  private long beyondAscii;
  private long line;
  private long nextLine;
  private boolean filled;
  private char[] field = new char[64];

  private CloseableIterator<FieldBuffer> odd;
  private int oddBytes = 1;
  private int plainSinceOdd;

  /**
   * Opens records.
   *
   * @param in their bytes
   * @param firstLine number of the line they begin on
   * @param beginsFile whether they are the first of a file, where a mark of UTF-8 may stand
   */
  ByteRecords(InputStream in, CsvFormat format, long firstLine, boolean beginsFile)
      throws IOException {
    this(in, format, firstLine, beginsFile, BUFFER_BYTES);
  }

  ByteRecords(InputStream in, CsvFormat format, long firstLine, boolean beginsFile, int bufferBytes)
      throws IOException {
    this.in = in;
    bytes = new byte[bufferBytes + ByteWords.BYTES];
    longest = MOST_BUFFERS * bufferBytes;
    this.format = format;
    this.charset = format.charset();
    this.delimiter = (byte) format.delimiter();
    this.delimiters = ByteWords.of(delimiter);
    this.firstLine = firstLine;
    this.nextLine = firstLine;
    if (beginsFile) {
      read();
      begin = startsWithMark() ? UTF8_MARK.length : 0;
      next = begin;
    }
  }

  /** Whether every byte below 128 is the character of ASCII, wherever it stands. */
  static boolean canRead(CsvFormat format) {
    Charset charset = format.charset();
    return format.delimiter() < 128
        && (charset.equals(StandardCharsets.UTF_8)
            || (charset.canEncode()
                && charset.newEncoder().maxBytesPerChar() == 1
                && isAscii(charset)));
  }

  private static boolean isAscii(Charset charset) {
    byte[] ascii = new byte[128];
    for (int i = 0; i < ascii.length; i++) {
      ascii[i] = (byte) i;
    }
    return new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
  }

  private boolean startsWithMark() {
    return end >= UTF8_MARK.length
        && Arrays.equals(bytes, 0, UTF8_MARK.length, UTF8_MARK, 0, UTF8_MARK.length);
  }

  @Override
  public boolean next() {
    try {
      while (true) {
        if (odd != null) {
          if (odd.hasNext()) {
            odd.next();
            filled = true;
            return true;
          }
          endOdd();
        }
        begin = next;
        if (begin == end && (all || !read())) {
          return false;
        }
        if (isPlain()) {
          if (next > begin && !isEmpty()) {
            plainSinceOdd++;
            filled = false;
            return true;
          }
        } else {
          beginOdd();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the record is an empty line, which is none. */
  private boolean isEmpty() {
    return fields == 1 && starts[0] == ends[0] && !firstIsQuoted;
  }

  /** Finds the fields of the record that begins next; false if it is none that is plain. */
  private boolean isPlain() throws IOException {
    Found found = find();
    while (found == Found.MORE_NEEDED && end - begin < longest) {
      read();
      found = find();
    }
    line = nextLine;
    if (found == Found.RECORD) {
      nextLine++;
    }
    return found == Found.RECORD;
  }

  private Found find() {
    byte[] text = bytes;
    fields = 0;
    firstIsQuoted = false;
    beyondAscii = 0;
    int start = begin;
    int at = begin;
    while (at < end) {
      long word = ByteWords.at(text, at);
      beyondAscii |= ByteWords.beyondAscii(word);
      long hits =
          ByteWords.zeros(word ^ delimiters)
              | ByteWords.zeros(word ^ QUOTES)
              | ByteWords.below16(word);
      int resume = at + ByteWords.BYTES;
      for (; hits != 0; hits &= hits - 1) {
        int hit = at + ByteWords.place(hits);
        if (hit >= end) {
          break;
        }
        byte b = text[hit];
        if (b == delimiter) {
          field(start, hit);
          start = hit + 1;
        } else if (b == '\n') {
          field(start, hit);
          next = hit + 1;
          return Found.RECORD;
        } else if (b == '\r') {
          if (hit + 1 == end && !all) {
            return Found.MORE_NEEDED;
          }
          if (hit + 1 == end || text[hit + 1] != '\n') {
            return Found.NOT_PLAIN;
          }
          field(start, hit);
          next = hit + 2;
          return Found.RECORD;
        } else if (b == '"') {
          int close = hit == start ? closing(hit + 1) : NOT_CLOSED;
          if (close < 0) {
            return close == NOT_REACHED ? Found.MORE_NEEDED : Found.NOT_PLAIN;
          }
          firstIsQuoted |= fields == 0;
          field(hit + 1, close);
          if (close + 1 == end || text[close + 1] != delimiter) {
            next = afterLineEnd(close + 1);
            return Found.RECORD;
          }
          start = close + 2;
          resume = start;
          break;
        }
      }
      at = resume;
    }
    if (!all) {
      return Found.MORE_NEEDED;
    }
    field(start, end);
    next = end;
    return Found.RECORD;
  }

  /**
   * The quote that closes a field and stands before a delimiter or line end, if no other quote and
   * no line end comes before it.
   */
  private int closing(int from) {
    for (int i = from; i < end; i++) {
      byte b = bytes[i];
      if (b == '\n' || b == '\r') {
        return NOT_CLOSED;
      }
      beyondAscii |= b & 0x80;
      if (b == '"') {
        if (i + 2 >= end && !all) {
          return NOT_REACHED;
        }
        boolean ends = i + 1 == end || bytes[i + 1] == delimiter || afterLineEnd(i + 1) > 0;
        return ends ? i : NOT_CLOSED;
      }
    }
    return all ? NOT_CLOSED : NOT_REACHED;
  }

  /** Where the line is over that ends here; -1 if none does. */
  private int afterLineEnd(int at) {
    if (at == end) {
      return end;
    }
    if (bytes[at] == '\n') {
      return at + 1;
    }
    return bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n' ? at + 2 : -1;
  }

  private void field(int from, int to) {
    if (fields == starts.length) {
      starts = Arrays.copyOf(starts, fields * 2);
      ends = Arrays.copyOf(ends, fields * 2);
    }
    starts[fields] = from;
    ends[fields++] = to;
  }

  /** Reads more bytes behind those of the record that begins; false at their end. */
  private boolean read() throws IOException {
    int kept = end - begin;
    boolean full = kept + ByteWords.BYTES == bytes.length;
    byte[] into = full ? new byte[2 * bytes.length] : bytes;
    System.arraycopy(bytes, begin, into, 0, kept);
    bytes = into;
    begin = 0;
    next = 0;
    end = kept;
    int n = in.readNBytes(bytes, end, bytes.length - ByteWords.BYTES - end);
    end += n;
    all = n == 0;
    return n > 0;
  }

  /** Leaves the records that begin next, up to one that surely begins anew, to the CSV reader. */
  private void beginOdd() throws IOException {
    oddBytes = plainSinceOdd <= FEW_BETWEEN ? Math.min(2 * oddBytes, longest / MOST_BUFFERS) : 1;
    plainSinceOdd = 0;
    fields = -1;
    int length = oddLength(oddBytes);
    InputStream piece;
    if (length == NOT_REACHED) {
      piece = new SequenceInputStream(new ByteArrayInputStream(bytes, begin, end - begin), in);
      next = end;
      all = true;
    } else {
      piece = new ByteArrayInputStream(bytes, begin, length);
      next = begin + length;
    }
    buffer.startAfter(line - firstLine);
    odd = FilePart.csv(buffer, format, new InputStreamReader(piece, charset));
  }

  private void endOdd() throws IOException {
    odd.close();
    odd = null;
    byte before = 0;
    for (int i = begin; i < next; i++) {
      nextLine += bytes[i] == '\r' || (bytes[i] == '\n' && before != '\r') ? 1 : 0;
      before = bytes[i];
    }
  }

  /** Length of the next records, as few as have so many bytes, or of all that are left. */
  private int oddLength(int least) throws IOException {
    var quotes = new Quotes();
    int length = 0;
    byte before = '\n';
    while (length <= longest && (begin + length < end || (!all && read()))) {
      byte b = bytes[begin + length++];
      if (b == '"') {
        quotes.take(before == delimiter || before == '\n' || before == '\r', before);
      } else if (b == '\n' && !quotes.open() && length >= least) {
        return length;
      }
      before = b;
    }
    return length <= longest ? length : NOT_REACHED;
  }

  @Override
  public FieldBuffer fields() {
    if (!filled) {
      fill();
      filled = true;
    }
    return buffer;
  }

  private void fill() {
    buffer.startAfter(0);
    buffer.beginRecord(line - firstLine + 1);
    for (int i = 0; i < fields; i++) {
      if (beyondAscii == 0) {
        int length = ends[i] - starts[i];
        if (length > field.length) {
          field = new char[2 * length];
        }
        for (int j = 0; j < length; j++) {
          field[j] = (char) bytes[starts[i] + j];
        }
        buffer.addField(field, 0, length, false);
      } else {
        char[] text = new String(bytes, starts[i], ends[i] - starts[i], charset).toCharArray();
        buffer.addField(text, 0, text.length, false);
      }
    }
  }

  @Override
  public long line() {
    return odd != null ? firstLine + buffer.line() - 1 : line;
  }

  /** Number of fields of a record whose bytes can be read here; -1 of another. */
  int plainFields() {
    return fields;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the bytes of a field begin, blanks around it included. */
  int start(int of) {
    return starts[of];
  }

  int end(int of) {
    return ends[of];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
