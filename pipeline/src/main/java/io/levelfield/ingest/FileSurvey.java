package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A look at all of a file's bytes that settles what must be known before it is read in parallel:
 * whether it is UTF-8, and where records begin, so that parts never cut a record whatever its
 * quoted fields hold. Nothing waits for the hash until it is asked for.
 *
 * @param hash of the bytes as they lie on disk, SHA-256
 * @param bytes their number
 * @param encoding what the (unpacked) bytes say of the character set
 * @param parts runs of whole records in file order; the first begins with the header
 */
record FileSurvey(
    CompletableFuture<String> hash, long bytes, Encoding encoding, List<FilePart> parts) {

  private static final Logger LOG = LoggerFactory.getLogger(FileSurvey.class);

  /** A file up to this size, such as a district's, is one part. */
  private static final long SMALL_FILE = 16L << 20;

  /** Bytes in a part at most: the larger the part, the fewer partial tallies have to be merged. */
  private static final long LARGEST_PART = 512L << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  FileSurvey {
    parts = List.copyOf(parts);
  }

  /**
   * What bytes say of the character set.
   *
   * @param utf8 whether they are valid UTF-8
   * @param partlyUtf8 whether they are not, though part of them is Russian text in UTF-8
   * @param likeDos whether most letters are such as only IBM866 has
   * @param firstBadLine the first line that is no UTF-8
   */
  record Encoding(boolean utf8, boolean partlyUtf8, boolean likeDos, long firstBadLine) {}

  /** Surveys files. */
  interface Surveyor {

    /**
     * Surveys a file.
     *
     * @param name the file as the study names it, for messages
     * @param uncutLines the first part has at least so many lines
     */
    FileSurvey of(FileSource source, String name, char delimiter, long uncutLines)
        throws IOException;
  }

  static FileSurvey of(FileSource source, String name, char delimiter, long uncutLines)
      throws IOException {
    return of(source, name, delimiter, partBytes(Files.size(source.file())), uncutLines);
  }

  /** Parts of equal size, as many for every core. */
  static long partBytes(long fileBytes) {
    if (fileBytes <= SMALL_FILE) {
      return SMALL_FILE;
    }
    int cores = Runtime.getRuntime().availableProcessors();
    long rounds = (fileBytes - 1) / (LARGEST_PART * cores) + 1;
    return (fileBytes - 1) / (rounds * cores) + 1;
  }

  /**
   * Surveys a file.
   *
   * @param name the file as the study names it, for messages
   * @param partBytes size after which a new part begins with the next record
   * @param uncutLines the first part has at least so many lines
   * @throws InputsRefused if an archive is damaged, a character is none of a text, or a quoted
   *     field is never closed
   */
  static FileSurvey of(
      FileSource source, String name, char delimiter, long partBytes, long uncutLines)
      throws IOException {
    return of(source, name, delimiter, partBytes, uncutLines, hash(source));
  }

  /** The same with the hash on its way. */
  static FileSurvey of(
      FileSource source,
      String name,
      char delimiter,
      long partBytes,
      long uncutLines,
      CompletableFuture<String> hash)
      throws IOException {
    long bytes = Files.size(source.file());
    if (source.kind() == FileSource.Kind.PLAIN && bytes > SMALL_FILE) {
      Optional<List<FilePart>> parts = PlainSurvey.parts(source, partBytes, uncutLines);
      if (parts.isPresent()) {
        return new FileSurvey(hash, bytes, new Encoding(true, false, false, 0), parts.get());
      }
    }
    var utf8 = new Utf8Check(BUFFER_BYTES);
    var boundaries =
        new RecordBoundaries(delimiter, source.packed() ? Long.MAX_VALUE : partBytes, uncutLines);
    long badLine = read(source, name, utf8, boundaries);
    if (boundaries.control() >= 0) {
      throw new InputsRefused(
          Message.of(
              "inputs.control-character",
              name,
              Long.toString(boundaries.controlLine()),
              Integer.toString(boundaries.control())));
    }
    if (boundaries.inQuotes()) {
      throw new InputsRefused(
          Message.of("inputs.open-quote", name, Long.toString(boundaries.quoteLine())));
    }
    return new FileSurvey(
        hash,
        bytes,
        new Encoding(utf8.valid(), utf8.partly(), utf8.likeDos(), badLine),
        boundaries.parts(source));
  }

  /** Reads the content to its end; gives the first line that is no UTF-8. */
  private static long read(
      FileSource source, String name, Utf8Check utf8, RecordBoundaries boundaries)
      throws IOException {
    long badLine = 0;
    try (InputStream content = source.open()) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        if (utf8.feed(buffer, n)) {
          badLine = boundaries.lineAt(buffer, utf8.firstBad());
        }
        boundaries.feed(buffer, n);
      }
    } catch (IOException e) {
      if (!source.packed()) {
        throw e;
      }
      readToFault(source, boundaries);
      throw new InputsRefused(Message.of("inputs.damaged-archive", name, boundaries.line() - 1), e);
    }
    return utf8.finish() ? boundaries.line() : badLine;
  }

  /**
   * Follows lines to the fault of an archive, which a piece read at once hid with its beginning.
   */
  private static void readToFault(FileSource source, RecordBoundaries boundaries) {
    byte[] one = new byte[1];
    try (InputStream content = source.open()) {
      content.skipNBytes(boundaries.position());
      while (content.read(one) >= 0) {
        boundaries.feed(one, 1);
      }
    } catch (IOException e) {
      LOG.debug("{} can be read to line {}", source.path(), boundaries.line(), e);
    }
  }

  /** Bytes of text in the files, which a walk over them reads. */
  static long textBytes(List<CsvFile> files) {
    return files.stream()
        .flatMap(file -> file.survey().parts().stream())
        .mapToLong(FilePart::length)
        .sum();
  }

  /** Surveys a sheet of a workbook, which is one part. */
  static FileSurvey ofSheet(FileSource source) throws IOException {
    return new FileSurvey(
        hash(source),
        Files.size(source.file()),
        new Encoding(true, false, false, 0),
        List.of(new FilePart(source, 0, Files.size(source.file()), 1, 1)));
  }

  /**
   * Surveys a sheet of a form.
   *
   * @param values what it says
   * @param bytes of the workbook
   * @param line row of the sheet that it is told by
   */
  static FileSurvey ofForm(FileSource source, List<String> values, long bytes, long line) {
    return new FileSurvey(
        hash(source),
        bytes,
        new Encoding(true, false, false, 0),
        List.of(new FilePart(source, 0, bytes, line, 0, values, ReadTally.NONE)));
  }

  /** Hashing costs as much as all the rest, and so has a thread of its own. */
  static CompletableFuture<String> hash(FileSource source) {
    return CompletableFuture.supplyAsync(() -> sha256(source.file()));
  }

  /**
   * Hash of the bytes, waited for.
   *
   * @throws UncheckedIOException if the file could not be read to its end
   */
  String sha256() {
    return sha256(hash);
  }

  /** The same of a hash on its way. */
  static String sha256(CompletableFuture<String> hash) {
    try {
      return hash.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException unread ? unread : e;
    }
  }

  /** In pieces as large as the hash is quick: small ones take longer to fetch than to hash. */
  private static String sha256(Path file) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return Hex.encodeHexString(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with data that begins after so many records. */
  FileSurvey startingAfter(int records) {
    List<FilePart> started = new ArrayList<>(parts);
    started.set(0, parts.get(0).startingAfter(records));
    return new FileSurvey(hash, bytes, encoding, started);
  }

  boolean utf8() {
    return encoding.utf8();
  }
}
