package io.levelfield.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/**
 * A workbook on disk that is the same to the byte for the same sheets: the library notes the time
 * of writing, so its parts are packed again without it.
 */
public final class WorkbookFile {
  private static final String PROPERTIES = "docProps/core.xml";

  /** The earliest time that an archive can note. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** Packing takes most of the time; more of it saves little. */
  private static final int PACKED_FAST = Deflater.BEST_SPEED;

  private WorkbookFile() {}

  /**
   * Writes a workbook.
   *
   * @param sheets fills it
   */
  public static void write(Path file, Consumer<Workbook> sheets) throws IOException {
    Path unpacked = file.resolveSibling("." + file.getFileName() + ".unpacked");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unpacked));
          var workbook = new Workbook(out, "Levelfield", null)) {
        workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
        sheets.accept(workbook);
      }
      pack(unpacked, file);
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  private static void pack(Path unpacked, Path file) throws IOException {
    try (var in = new ZipFile(unpacked.toFile());
        var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.setLevel(PACKED_FAST);
      for (ZipEntry part : in.stream().toList()) {
        ZipEntry copy = new ZipEntry(part.getName());
        copy.setTimeLocal(NO_TIME);
        out.putNextEntry(copy);
        try (InputStream content = in.getInputStream(part)) {
          if (part.getName().equals(PROPERTIES)) {
            out.write(withoutTime(content.readAllBytes()));
          } else {
            content.transferTo(out);
          }
        }
        out.closeEntry();
      }
    }
  }

  private static byte[] withoutTime(byte[] properties) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
