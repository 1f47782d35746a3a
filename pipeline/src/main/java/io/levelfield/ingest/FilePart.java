package io.levelfield.ingest;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * A run of whole records of a file, read by one task.
 *
 * @param path the file
 * @param offset first byte
 * @param length bytes; for a compressed file, of which there is one part, all of it
 * @param firstLine number of the line the part begins on
 * @param header whether the part begins with the header
 */
record FilePart(String path, long offset, long length, long firstLine, boolean header)
    implements Serializable {

  /** Records of a part; the buffer handed out is reused. */
  interface Records extends AutoCloseable {
    /** Goes on to the next record; false at the end. */
    boolean next();

    FieldBuffer fields();

    /** Line of the file the current record begins on. */
    long line();

    @Override
    void close() throws IOException;
  }

  /** Opens the part after its header, if it has one. */
  Records open(CsvFormat format) throws IOException {
    var fields = new FieldBuffer();
    CsvReader<FieldBuffer> csv =
        CsvReader.builder()
            .fieldSeparator(format.delimiter())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(fields, reader(format));
    CloseableIterator<FieldBuffer> records = csv.iterator();
    if (header && records.hasNext()) {
      records.next();
    }
    return new Records() {
      @Override
      public boolean next() {
        if (!records.hasNext()) {
          return false;
        }
        records.next();
        return true;
      }

      @Override
      public FieldBuffer fields() {
        return fields;
      }

      @Override
      public long line() {
        return firstLine + fields.line() - 1;
      }

      @Override
      public void close() throws IOException {
        records.close();
      }
    };
  }

  private Reader reader(CsvFormat format) throws IOException {
    InputStream bytes;
    if (path.endsWith(".gz")) {
      bytes = new GZIPInputStream(Files.newInputStream(Path.of(path)), 1 << 16);
    } else {
      FileChannel channel = FileChannel.open(Path.of(path)).position(offset);
      bytes =
          new BufferedInputStream(
              BoundedInputStream.builder()
                  .setInputStream(Channels.newInputStream(channel))
                  .setMaxCount(length)
                  .get(),
              1 << 16);
    }
    return new InputStreamReader(
        header ? BOMInputStream.builder().setInputStream(bytes).get() : bytes, format.charset());
  }
}
