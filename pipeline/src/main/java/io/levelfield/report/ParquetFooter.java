package io.levelfield.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Parquet's writer lists the encodings of a column in the order of identity hashes, which differs
 * from JVM to JVM, and metadata in that of a hash map. Here the footer is written again with them
 * in order, so that equal tables are equal files.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">File format</a>: the footer is
 *     followed by its length, four bytes little-endian, and the mark {@code PAR1}
 */
final class ParquetFooter {
  private static final int MARK_BYTES = 4;
  private static final int TAIL_BYTES = Integer.BYTES + MARK_BYTES;

  private ParquetFooter() {}

  static void inOrder(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer tail = read(channel, channel.size() - TAIL_BYTES, TAIL_BYTES);
      int length = tail.getInt();
      byte[] mark = new byte[MARK_BYTES];
      tail.get(mark);
      long start = channel.size() - TAIL_BYTES - length;
      var footer =
          Util.readFileMetaData(new ByteArrayInputStream(read(channel, start, length).array()));
      sort(footer);
      var bytes = new ByteArrayOutputStream();
      Util.writeFileMetaData(footer, bytes);
      ByteBuffer written =
          ByteBuffer.allocate(bytes.size() + TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      written.put(bytes.toByteArray()).putInt(bytes.size()).put(mark).flip();
      channel.truncate(start).position(start);
      while (written.hasRemaining()) {
        channel.write(written);
      }
    }
  }

  private static void sort(FileMetaData footer) {
    footer.getKey_value_metadata().sort(Comparator.comparing(KeyValue::getKey));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        Collections.sort(column.getMeta_data().getEncodings());
        if (column.getMeta_data().isSetEncoding_stats()) {
          Collections.sort(column.getMeta_data().getEncoding_stats());
        }
      }
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new IOException("the Parquet file ends too early");
      }
    }
    return bytes.flip();
  }
}
