package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.remote.RemotePaths;
import io.levelfield.study.Dialect;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Where the text of an input lies. It is recognised by what the file holds, whatever its name says.
 *
 * @param path the file
 * @param kind how its text is reached
 * @param member the file in an archive, or the sheet of a workbook or form; empty for others
 * @param unpacking how much may come of it, if it is packed
 */
record FileSource(String path, Kind kind, String member, Unpacking unpacking)
    implements Serializable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAGIC_BYTES = 4;

  /** How the text of a file is reached. */
  enum Kind {
    PLAIN,
    GZIP,
    ZIP,
    SHEET,
    FORM
  }

  static FileSource plain(Path file) {
    return plain(file, Unpacking.of(Dialect.sniffed()));
  }

  private static FileSource plain(Path file, Unpacking unpacking) {
    return new FileSource(file.toString(), Kind.PLAIN, "", unpacking);
  }

  /**
   * Recognises a file. Of a workbook it is not yet settled which sheet is read.
   *
   * @param name the file as the study names it, for messages
   * @throws InputsRefused if it is missing, or an archive whose text is not one file's
   */
  static FileSource of(Path file, String name, Unpacking unpacking) throws IOException {
    if (!Files.exists(file)) {
      throw new InputsRefused(missing(file, name));
    }
    if (!Files.isRegularFile(file)) {
      throw new InputsRefused(Message.of("inputs.is-directory", name));
    }
    byte[] start;
    try (InputStream bytes = Files.newInputStream(file)) {
      start = bytes.readNBytes(MAGIC_BYTES);
    }
    String magic = new String(start, StandardCharsets.ISO_8859_1);
    if (magic.startsWith("\u001f\u008b")) {
      return new FileSource(file.toString(), Kind.GZIP, "", unpacking);
    }
    if (magic.startsWith("PK\u0003\u0004") || magic.startsWith("PK\u0005\u0006")) {
      return ZipContents.of(file, name, unpacking)
          .map(member -> new FileSource(file.toString(), Kind.ZIP, member, unpacking))
          .orElseGet(() -> new FileSource(file.toString(), Kind.SHEET, "", unpacking));
    }
    return plain(file, unpacking);
  }

  FileSource withSheet(String sheet) {
    return new FileSource(path, kind, sheet, unpacking);
  }

  /** A sheet of a workbook that is a school's form. */
  FileSource withForm(String sheet) {
    return new FileSource(path, Kind.FORM, sheet, unpacking);
  }

  /**
   * The file.
   *
   * @throws UncheckedIOException if it is elsewhere, and its file system cannot be reached
   */
  Path file() {
    try {
      return RemotePaths.of(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean packed() {
    return kind == Kind.GZIP || kind == Kind.ZIP;
  }

  /**
   * The bytes of the text; a damaged archive is an exception, never an early end, and so is one
   * that unpacks to more than it may ({@link InputsRefused}).
   */
  InputStream open() throws IOException {
    return switch (kind) {
      case PLAIN -> Files.newInputStream(file());
      case GZIP ->
          unpacking
              .of(file())
              .guard(
                  GzipCompressorInputStream.builder()
                      .setInputStream(
                          new BufferedInputStream(Files.newInputStream(file()), BUFFER_BYTES))
                      .setDecompressConcatenated(true)
                      .get());
      case ZIP -> unpacking.of(file()).guard(ZipContents.open(file(), member));
      case SHEET, FORM -> throw new IllegalStateException("a sheet is no text");
    };
  }

  /** For the manifest: what stands before the dialect of the text. */
  String describe() {
    return switch (kind) {
      case PLAIN -> "";
      case GZIP -> "gzip ";
      case ZIP -> "zip '" + member + "' ";
      case SHEET, FORM -> "xlsx '" + member + "'";
    };
  }

  /** That there is no such file. */
  static Message missing(Path file, String name) {
    return Message.of("inputs.no-file", name, file.toAbsolutePath().toString());
  }
}
