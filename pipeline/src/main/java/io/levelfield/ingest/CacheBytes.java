package io.levelfield.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;

/** Bytes as the cache keeps them: packed, behind a hash (SHA-256) that tells damage. */
final class CacheBytes {
  private static final int HASH_BYTES = 32;

  private CacheBytes() {}

  static byte[] packed(byte[] bytes) throws IOException {
    var out = UnsynchronizedByteArrayOutputStream.builder().get();
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var packing = new DeflaterOutputStream(out, deflater)) {
      packing.write(bytes);
    } finally {
      deflater.end();
    }
    byte[] content = out.toByteArray();
    byte[] packed = Arrays.copyOf(DigestUtils.sha256(content), HASH_BYTES + content.length);
    System.arraycopy(content, 0, packed, HASH_BYTES, content.length);
    return packed;
  }

  /**
   * The bytes that were packed.
   *
   * @throws IOException if what is kept is damaged
   */
  static byte[] unpacked(byte[] packed) throws IOException {
    byte[] content = Arrays.copyOfRange(packed, Math.min(HASH_BYTES, packed.length), packed.length);
    byte[] hash = Arrays.copyOf(packed, HASH_BYTES);
    if (!MessageDigest.isEqual(hash, DigestUtils.sha256(content))) {
      throw new IOException("the hash is another");
    }
    try (var in = new InflaterInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    }
  }
}
