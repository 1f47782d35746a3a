package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.study.Dialect;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much an archive or workbook may unpack to: some kilobytes can hold terabytes.
 *
 * @param ratio times its own size
 * @param megabytes in any case
 */
record Unpacking(int ratio, int megabytes) implements Serializable {
  static final long MEGABYTE = 1L << 20;

  /** As much is read whatever the ratio: a small table of equal rows is no bomb. */
  private static final int ALWAYS_MEGABYTES = 64;

  static Unpacking of(Dialect dialect) {
    return new Unpacking(dialect.unpackRatio(), dialect.unpackMegabytes());
  }

  /** What may still be unpacked of one archive, of all its files together. */
  final class Allowance {
    private final String name;
    private final long most;
    private long unpacked;

    private Allowance(Path archive) throws IOException {
      name = String.valueOf(archive.getFileName());
      long byRatio = Math.max(ALWAYS_MEGABYTES * MEGABYTE, ratio * Files.size(archive));
      most = Math.min(byRatio, megabytes * MEGABYTE);
    }

    /**
     * The content of one of its files, read under the allowance.
     *
     * @return a stream that throws {@link InputsRefused} where it is used up
     */
    InputStream guard(InputStream content) {
      return new FilterInputStream(content) {
        @Override
        public int read() throws IOException {
          int one = super.read();
          take(one < 0 ? 0 : 1);
          return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int n = super.read(bytes, offset, length);
          take(Math.max(n, 0));
          return n;
        }
      };
    }

    private void take(int bytes) {
      unpacked += bytes;
      if (unpacked > most) {
        throw new InputsRefused(
            most == megabytes * MEGABYTE
                ? Message.of("inputs.unpacks-to-more", name, megabytes)
                : Message.of("inputs.unpacks-to-times", name, most / MEGABYTE, ratio));
      }
    }
  }

  Allowance of(Path archive) throws IOException {
    return new Allowance(archive);
  }
}
