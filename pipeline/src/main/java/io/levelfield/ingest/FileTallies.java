package io.levelfield.ingest;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;

/** Tallies of some schools by one file, as bytes that nobody need read to pass them on. */
final class FileTallies {
  private final byte[] bytes;

  /**
   * @param bytes that {@link SchoolTallies#write} wrote
   */
  FileTallies(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  static FileTallies of(Map<String, SchoolTallies> schools) {
    try (var bytes = UnsynchronizedByteArrayOutputStream.builder().get();
        var out = new DataOutputStream(bytes)) {
      SchoolTallies.write(schools, out);
      return new FileTallies(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands on the tallies of each school. */
  void read(BiConsumer<String, SchoolTallies> each) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      SchoolTallies.read(in, each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FileTallies merge(FileTallies other) {
    Map<String, SchoolTallies> all = new HashMap<>();
    read((school, own) -> all.merge(school, own, SchoolTallies::merge));
    other.read((school, own) -> all.merge(school, own, SchoolTallies::merge));
    return of(all);
  }
}
