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
import java.nio.file.Files;
import java.util.List;
import org.apache.commons.io.function.IOIntConsumer;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * A run of whole records of a file, read by one task.
 *
 * @param source the file
 * @param offset first byte of the text
 * @param length bytes of the text; what is packed, or a sheet, is one part
 * @param firstLine number of the line the part begins on
 * @param above records before the first row of data: those above the header, and the header
 * @param form what a form says, which is one record; empty of others
 * @param tally is told of what is read
 */
record FilePart(
    FileSource source,
    long offset,
    long length,
    long firstLine,
    int above,
    List<String> form,
    ReadTally tally)
    implements Serializable {

  FilePart {
    form = List.copyOf(form);
  }

  /** A part of a file that is no form. */
  FilePart(FileSource source, long offset, long length, long firstLine, int above) {
    this(source, offset, length, firstLine, above, List.of(), ReadTally.NONE);
  }

  private static final int BUFFER_BYTES = 1 << 16;

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

  FilePart startingAfter(int records) {
    return new FilePart(source, offset, length, firstLine, records);
  }

  /** The part of which this tally is told. */
  FilePart told(ReadTally to) {
    return new FilePart(source, offset, length, firstLine, above, form, to);
  }

  /** Opens the part after its header, if it has one. */
  Records open(CsvFormat format) throws IOException {
    return open(format, count -> {});
  }

  /**
   * Opens the part after its header, if it has one.
   *
   * @param onRead told of the bytes of text each time that more are read, never one by one
   */
  Records open(CsvFormat format, IOIntConsumer onRead) throws IOException {
    Records records =
        switch (source.kind()) {
          case FORM -> new FormRecord(form, firstLine);
          case SHEET -> SheetRecords.open(source, format.numbers().decimal());
          case PLAIN, GZIP, ZIP -> text(format, onRead);
        };
    for (int i = 0; i < above; i++) {
      records.next();
    }
    return records;
  }

  private Records text(CsvFormat format, IOIntConsumer onRead) throws IOException {
    if (ByteRecords.canRead(format)) {
      return new ByteRecords(bytes(onRead), format, firstLine, offset == 0);
    }
    var fields = new FieldBuffer();
    InputStream marked = new BufferedInputStream(bytes(onRead), BUFFER_BYTES);
    InputStream bytes =
        offset == 0 ? BOMInputStream.builder().setInputStream(marked).get() : marked;
    CloseableIterator<FieldBuffer> records =
        csv(fields, format, new InputStreamReader(bytes, format.charset()));
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

  /** Records of CSV in characters. */
  static CloseableIterator<FieldBuffer> csv(FieldBuffer fields, CsvFormat format, Reader text) {
    return CsvReader.builder()
        .fieldSeparator(format.delimiter())
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(fields, text)
        .iterator();
  }

  /** The part's bytes. */
  private InputStream bytes(IOIntConsumer onRead) throws IOException {
    InputStream whole =
        source.packed()
            ? source.open()
            : Channels.newInputStream(Files.newByteChannel(source.file()).position(offset));
    return BoundedInputStream.builder()
        .setInputStream(whole)
        .setMaxCount(length)
        .setAfterRead(count -> onRead.accept(Math.max(0, count))) // -1 at the end
        .get();
  }
}
