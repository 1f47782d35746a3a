package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.RowAccount;
import io.levelfield.study.Dialect;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.InEnglish;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file as inputs are read.
 *
 * @param file how it was recognised
 * @param rows texts of its rows
 * @param lines on which they begin
 */
record ReadFile(CsvFile file, List<List<String>> rows, List<Long> lines) {
  static final Path CASES = Path.of("src/test/resources/cases");

  static ReadFile of(Path path, String dialect, String... wanted) {
    CsvFile file =
        CsvFile.open(path, path.getFileName().toString(), dialect(dialect), List.of(wanted));
    List<List<String>> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    for (FilePart part : file.survey().parts()) {
      Rows.read(
          part,
          file.shape(),
          (row, line, lost) -> {
            rows.add(row.texts().subList(0, file.header().size()));
            lines.add(line);
            return RowAccount.COUNTED;
          });
    }
    return new ReadFile(file, rows, lines);
  }

  /** What a user is told of a file that cannot be read. */
  static String refused(Path path, String dialect, String... wanted) {
    InputsRefused refused =
        catchThrowableOfType(InputsRefused.class, () -> of(path, dialect, wanted));
    return refused == null ? "" : InEnglish.told(refused);
  }

  List<String> notes() {
    return InEnglish.of(file.notes());
  }

  /** A dialect as a study writes it. */
  private static Dialect dialect(String settings) {
    try {
      return StudyLoader.mapper().readValue("{" + settings + "}", Dialect.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(String text) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** An archive of files with this text. */
  static byte[] zip(String text, String... names) {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
