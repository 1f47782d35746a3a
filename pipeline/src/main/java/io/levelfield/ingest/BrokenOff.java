package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Reject;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells of a file that ends in the middle of a row: an export or a copy that broke off leaves such
 * a one, and of the rows behind it nothing.
 */
final class BrokenOff {
  private static final int LONGEST_ROW = 1 << 16;

  private BrokenOff() {}

  /**
   * What a user is told if the last row has too few fields and no line end.
   *
   * @param path YAML path of the input
   * @param rejects of the file, in any order
   * @throws InputsRefused if the file cannot be read any more
   */
  static Optional<Message> of(String path, CsvFile file, List<Reject> rejects) {
    Optional<Reject> last = rejects.stream().max(Comparator.comparingLong(Reject::line));
    if (last.isEmpty() || !last.get().reason().code().equals("reject.ragged")) {
      return Optional.empty();
    }
    int fields = (Integer) last.get().reason().facts().get(0);
    int columns = (Integer) last.get().reason().facts().get(1);
    if (fields >= columns || fields != fieldsAtEnd(file)) {
      return Optional.empty();
    }
    String line = Long.toString(last.get().line());
    return Optional.of(Message.of("inputs.broken-off", path, file.name(), line, fields, columns));
  }

  /** Fields of what stands behind the last line end, by delimiters; 0 if nothing does. */
  private static int fieldsAtEnd(CsvFile file) {
    long bytes = FileSurvey.textBytes(List.of(file));
    try (InputStream text = file.source().open()) {
      text.skipNBytes(Math.max(0, bytes - LONGEST_ROW));
      String end = new String(text.readAllBytes(), StandardCharsets.ISO_8859_1);
      String row = end.substring(Math.max(end.lastIndexOf('\n'), end.lastIndexOf('\r')) + 1);
      return row.isEmpty()
          ? 0
          : 1 + (int) row.chars().filter(c -> c == file.format().delimiter()).count();
    } catch (IOException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", file.name(), FileFault.of(e)), e);
    }
  }
}
