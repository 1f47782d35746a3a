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
 * The end of a file that ends in the middle of a row: an export or a copy that broke off leaves
 * such a one, and of the rows behind it nothing.
 *
 * @param row its last row, which has too few fields and no line end
 * @param fields it has
 * @param columns of the header
 */
record BrokenOff(Reject row, int fields, int columns) {
  private static final int LONGEST_ROW = 1 << 16;

  /**
   * The end of a file that broke off; nothing of others.
   *
   * @param rejects of the file, in any order
   * @throws InputsRefused if the file cannot be read any more
   */
  static Optional<BrokenOff> of(CsvFile file, List<Reject> rejects) {
    return rejects.stream()
        .max(Comparator.comparingLong(Reject::line))
        .filter(last -> last.reason().code().equals("reject.ragged"))
        .map(BrokenOff::new)
        .filter(end -> end.fields < end.columns && end.fields == fieldsAtEnd(file));
  }

  private BrokenOff(Reject last) {
    this(last, (Integer) last.reason().facts().get(0), (Integer) last.reason().facts().get(1));
  }

  /**
   * What a user is told.
   *
   * @param path YAML path of the input
   */
  Message note(String path, CsvFile file) {
    String line = Long.toString(row.line());
    return Message.of("inputs.broken-off", path, file.name(), line, fields, columns);
  }

  /** The file's rejects with the reason of the last row, which is no fault of its school. */
  List<Reject> named(List<Reject> rejects) {
    Message reason = Message.of("reject.broken-off", fields, columns);
    return rejects.stream().map(own -> own.equals(row) ? own.with(reason) : own).toList();
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
