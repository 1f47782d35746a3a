package io.levelfield.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Random damage to the bytes of a file, of what is packed in it, or of both. */
public final class Damage {
  private static final int MOST_CHANGES = 3;
  private static final int LONGEST_PIECE = 40;

  /** What is inserted: bytes that mean something to a reader, and cells that programs mangle. */
  private static final List<byte[]> INSERTED =
      List.of(
          new byte[] {0},
          new byte[] {(byte) 0xFF},
          new byte[] {(byte) 0xD0},
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {0x1F, (byte) 0x8B, 8},
          utf8("PK\u0003\u0004"),
          utf8("\u001a"),
          utf8("\""),
          utf8("\"\""),
          utf8("=\""),
          utf8("\n"),
          utf8("\r"),
          utf8("\r\n"),
          utf8("\n\n"),
          utf8("\u2028"),
          utf8(";"),
          utf8(","),
          utf8("\t"),
          utf8("\nsep=;\n"),
          utf8("1e400"),
          utf8("-1e400"),
          utf8("1E+999999999"),
          utf8("9".repeat(400)),
          utf8("0." + "0".repeat(400) + "1"),
          utf8("9223372036854775808"),
          utf8("2147483648"),
          utf8("NaN"),
          utf8("4,5E+11"),
          utf8("01.фев"),
          utf8("фев.45"),
          utf8("12.05.2023"),
          utf8("44927"),
          utf8("2023/2099"),
          utf8("Итого"),
          utf8("#REF!"),
          utf8("\u00a0"),
          utf8("\u202e"),
          utf8("\ud83d\ude00"),
          utf8("-"),
          utf8("%"),
          utf8("<"),
          utf8("</c>"),
          utf8("&#0;"),
          utf8("&x;"));

  private final Random random;

  public Damage(Random random) {
    this.random = random;
  }

  /** The file with damage to its own bytes or to those of what is packed in it. */
  public byte[] damaged(byte[] file) {
    if (random.nextInt(3) == 0) {
      return changed(file);
    }
    try {
      if (startsWith(file, 0x1F, 0x8B)) {
        return gzip(changed(new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes()));
      }
      return startsWith(file, 'P', 'K') ? zipChanged(file) : changed(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean startsWith(byte[] file, int first, int second) {
    return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  /** The archive with one of its members changed. */
  private byte[] zipChanged(byte[] file) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    int at = random.nextInt(members.size());
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
      int member = 0;
      for (Map.Entry<String, byte[]> entry : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(member++ == at ? changed(entry.getValue()) : entry.getValue());
      }
    }
    return packed.toByteArray();
  }

  private byte[] changed(byte[] content) {
    byte[] changed = content;
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      changed = changedOnce(changed);
    }
    return changed;
  }

  private byte[] changedOnce(byte[] content) {
    int from = random.nextInt(content.length + 1);
    int to = Math.min(content.length, from + random.nextInt(LONGEST_PIECE));
    byte[] piece = Arrays.copyOfRange(content, from, to);
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> replaced(content, from, to, new byte[0]);
      case 3, 4 -> replaced(content, to, to, piece);
      case 5, 6 -> replaced(content, random.nextInt(content.length + 1), piece);
      case 7 -> flipped(content, from);
      case 8 -> {
        random.nextBytes(piece);
        yield replaced(content, from, to, piece);
      }
      case 9 -> Arrays.copyOf(content, from);
      default -> replaced(content, from, INSERTED.get(random.nextInt(INSERTED.size())));
    };
  }

  private byte[] flipped(byte[] content, int at) {
    byte[] flipped = content.clone();
    if (at < flipped.length) {
      flipped[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return flipped;
  }

  private static byte[] replaced(byte[] content, int at, byte[] inserted) {
    return replaced(content, at, at, inserted);
  }

  private static byte[] replaced(byte[] content, int from, int to, byte[] by) {
    byte[] replaced = new byte[content.length - (to - from) + by.length];
    System.arraycopy(content, 0, replaced, 0, from);
    System.arraycopy(by, 0, replaced, from, by.length);
    System.arraycopy(content, to, replaced, from + by.length, content.length - to);
    return replaced;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
