package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.IOUtils;

/** What a zip archive holds: one file that is read in its stead, or a workbook. */
final class ZipContents {
  private static final String WORKBOOK = "xl/workbook.xml";

  /** All texts of a workbook, which are held in memory while it is read. */
  private static final String TEXTS = "xl/sharedStrings.xml";

  /** As an object each takes more than in the file: up to three times as much if it is short. */
  private static final int TEXTS_IN_MEMORY = 3;

  private static final int NAMES_SHOWN = 10;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  /** Windows writes names of files in an archive in the character set of DOS. */
  private static final Charset OF_NAMES = Charset.forName("IBM866");

  private ZipContents() {}

  /**
   * Looks into an archive.
   *
   * @param name the file as the study names it, for messages
   * @return the one file in it; nothing where the archive is a workbook
   * @throws InputsRefused if it is damaged or locked, unpacks to too much, or holds anything else
   */
  static Optional<String> of(Path file, String name, Unpacking unpacking) throws IOException {
    List<ZipArchiveEntry> entries;
    try {
      requireEnd(file);
      try (ZipFile zip = zip(file)) {
        entries = Collections.list(zip.getEntries());
      }
      if (has(entries, WORKBOOK)) {
        requireReadable(file, entries, unpacking.of(file));
      }
    } catch (IOException e) {
      throw new InputsRefused(
          Message.of("inputs.damaged-zip", name, Long.toString(Files.size(file))), e);
    }
    for (String kind : List.of("xl/workbook.bin", "content.xml")) {
      if (has(entries, kind)) {
        throw new InputsRefused(
            Message.of(kind.startsWith("xl/") ? "inputs.is-xlsb" : "inputs.is-ods", name));
      }
    }
    if (has(entries, WORKBOOK)) {
      return Optional.empty();
    }
    List<ZipArchiveEntry> files =
        entries.stream()
            .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
            .toList();
    if (files.size() != 1) {
      throw new InputsRefused(
          Message.of(
              files.isEmpty() ? "inputs.zip-empty" : "inputs.zip-of-several", name, names(files)));
    }
    if (files.get(0).getGeneralPurposeBit().usesEncryption()) {
      throw new InputsRefused(Message.of("inputs.zip-locked", name, names(files)));
    }
    return Optional.of(files.get(0).getName());
  }

  private static boolean has(List<ZipArchiveEntry> entries, String member) {
    return entries.stream().anyMatch(entry -> entry.getName().equals(member));
  }

  private static String names(List<ZipArchiveEntry> files) {
    String shown =
        String.join(", ", files.stream().limit(NAMES_SHOWN).map(ZipArchiveEntry::getName).toList());
    return files.size() > NAMES_SHOWN ? shown + ", …" : shown;
  }

  private static ZipFile zip(Path file) throws IOException {
    SeekableByteChannel bytes = Files.newByteChannel(file);
    try {
      return ZipFile.builder().setSeekableByteChannel(bytes).setCharset(OF_NAMES).get();
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** Refuses an archive that does not end where it says it does. */
  private static void requireEnd(Path file) throws IOException {
    try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
      int length = (int) Math.min(bytes.size(), END_BYTES + LONGEST_COMMENT);
      byte[] end = new byte[length];
      IOUtils.readFully(bytes.position(bytes.size() - length), ByteBuffer.wrap(end));
      for (int at = length - END_BYTES; at >= 0; at--) {
        if (end[at] == 'P' && end[at + 1] == 'K' && end[at + 2] == 5 && end[at + 3] == 6) {
          int comment = (end[at + 20] & 0xFF) | (end[at + 21] & 0xFF) << 8;
          if (at + END_BYTES + comment == length) {
            return;
          }
        }
      }
      throw new ZipException("no end of the archive where the file ends");
    }
  }

  /** Refuses a workbook that is damaged, or whose texts memory does not hold. */
  private static void requireReadable(
      Path file, List<ZipArchiveEntry> entries, Unpacking.Allowance allowance) throws IOException {
    for (ZipArchiveEntry entry : entries) {
      try (InputStream content = allowance.guard(open(file, entry.getName()))) {
        String name = String.valueOf(file.getFileName());
        var references = new CellReferences();
        long bytes = content.transferTo(references);
        if (references.beyondLastColumn()) {
          throw new InputsRefused(Message.of("inputs.beyond-last-column", name, entry.getName()));
        }
        if (entry.getName().equals(TEXTS)) {
          requireTextsFit(name, bytes, Runtime.getRuntime().maxMemory());
        }
      }
    }
  }

  /**
   * Refuses a workbook whose texts are too many.
   *
   * @param bytes of them in the file
   * @param memory of this program, in bytes
   */
  static void requireTextsFit(String name, long bytes, long memory) {
    if (bytes > memory / TEXTS_IN_MEMORY) {
      throw new InputsRefused(
          Message.of(
              "inputs.workbook-texts",
              name,
              bytes / Unpacking.MEGABYTE,
              memory / Unpacking.MEGABYTE));
    }
  }

  /** Opens a file of an archive; content that is not what was packed is an exception. */
  static InputStream open(Path file, String member) throws IOException {
    ZipFile zip = zip(file);
    try {
      ZipArchiveEntry entry = zip.getEntry(member);
      return new Checked(zip.getInputStream(entry), zip, entry);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** Compares length and checksum with what the archive says of them. */
  private static final class Checked extends FilterInputStream {
    private final ZipFile zip;
    private final ZipArchiveEntry entry;
    private final CRC32 checksum = new CRC32();
    private long length;

    Checked(InputStream content, ZipFile zip, ZipArchiveEntry entry) {
      super(content);
      this.zip = zip;
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
      int n = super.read(bytes, offset, most);
      if (n >= 0) {
        checksum.update(bytes, offset, n);
        length += n;
      } else if (length != entry.getSize()) {
        throw new EOFException("shorter than the archive says");
      } else if (checksum.getValue() != entry.getCrc()) {
        throw new ZipException("not what was packed");
      }
      return n;
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        zip.close();
      }
    }
  }
}
