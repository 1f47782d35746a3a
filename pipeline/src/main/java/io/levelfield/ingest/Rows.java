package io.levelfield.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Reject;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Walks the rows of a part, setting aside those that cannot be read. */
final class Rows {
  /** A part whose rows are nearly all bad is refused anyway; its list of rejects stops here. */
  private static final int MOST_REJECTS_LISTED = 100_000;

  private static final int TEXT_LENGTH = 300;

  private Rows() {}

  /** Takes one row. */
  interface Consumer {
    void accept(FieldBuffer row, long line) throws BadCell;
  }

  /**
   * Reads a part from its first data row to its last.
   *
   * @throws InputsRefused if the part is not CSV, or a stray quote swallowed rows
   */
  static PartLog read(FilePart part, CsvShape shape, Consumer consumer) {
    int columns = shape.header().size();
    long rows = 0;
    long rejected = 0;
    List<Reject> rejects = new ArrayList<>();
    try (FilePart.Records records = part.open(shape.format())) {
      while (next(records, shape)) {
        FieldBuffer row = records.fields();
        if (blank(row)) {
          continue;
        }
        if (row.multiLine() >= 0) {
          SwallowedRows.refuse(row, shape, records.line());
        }
        rows++;
        try {
          requireColumns(row, columns);
          consumer.accept(row, records.line());
        } catch (BadCell e) {
          rejected++;
          if (rejects.size() < MOST_REJECTS_LISTED) {
            rejects.add(
                new Reject(
                    shape.name(),
                    records.line(),
                    e.column(),
                    shortened(e.value()),
                    e.reason(),
                    row.raw(TEXT_LENGTH)));
          }
        }
      }
    } catch (IOException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", shape.name(), FileFault.of(e)), e);
    }
    return new PartLog(rows, rejected, rejects, Map.of());
  }

  private static boolean next(FilePart.Records records, CsvShape shape) {
    try {
      return records.next();
    } catch (CsvParseException e) {
      // The parser counts lines from the start of the part, so its own number would mislead.
      throw new InputsRefused(
          Message.of("inputs.no-csv", shape.name(), Long.toString(records.line())), e);
    }
  }

  private static String shortened(String value) {
    return value.length() <= TEXT_LENGTH ? value : value.substring(0, TEXT_LENGTH) + "…";
  }

  private static boolean blank(FieldBuffer row) {
    for (int i = 0; i < row.size(); i++) {
      if (!row.isEmpty(i)) {
        return false;
      }
    }
    return true;
  }

  /** Excel adds empty cells at the end of rows; anything else that does not fit is ragged. */
  private static void requireColumns(FieldBuffer row, int columns) throws BadCell {
    boolean fits = row.size() >= columns;
    for (int i = columns; i < row.size() && fits; i++) {
      fits = row.isEmpty(i);
    }
    if (!fits) {
      throw new BadCell("", "", Message.of("reject.ragged", row.size(), columns));
    }
  }
}
