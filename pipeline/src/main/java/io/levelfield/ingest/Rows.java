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
    RowPlan plan = shape.plan();
    boolean plain = plan.isPlain();
    var taken = new TakenRows(shape);
    try (FilePart.Records records = part.open(shape.format())) {
      while (next(records, shape)) {
        FieldBuffer row = records.fields();
        if (blank(row)) {
          continue;
        }
        if (row.multiLine() >= 0) {
          SwallowedRows.refuse(row, shape, records.line());
        }
        taken.rows++;
        try {
          requireColumns(row, plan.fileColumns());
          if (plain) {
            consumer.accept(row, records.line());
          } else if (plan.takes(row)) {
            taken.each(row, records.line(), consumer);
          } else {
            taken.leftOut++;
          }
        } catch (BadCell e) {
          taken.rejected++;
          taken.reject(e, row, records.line());
        }
      }
    } catch (IOException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", shape.name(), FileFault.of(e)), e);
    }
    return new PartLog(taken.rows, taken.rejected, taken.leftOut, false, taken.rejects, Map.of());
  }

  /** Counts of rows, and those set aside. */
  private static final class TakenRows {
    private final CsvShape shape;
    private final List<Reject> rejects = new ArrayList<>();
    private long rows;
    private long rejected;
    private long leftOut;

    TakenRows(CsvShape shape) {
      this.shape = shape;
    }

    /** A row of several results loses those that cannot be read, and counts once as rejected. */
    void each(FieldBuffer row, long line, Consumer consumer) {
      List<BadCell> bad = new ArrayList<>();
      for (int result = 0; result < shape.plan().results(); result++) {
        try {
          shape.plan().make(row, result);
          consumer.accept(row, line);
        } catch (BadCell e) {
          BadCell told = e.in(shape.plan().nameInFile(e.column(), result));
          if (bad.stream().noneMatch(told::sameAs)) {
            bad.add(told);
          }
        }
      }
      row.cut(shape.plan().fileColumns(), 0);
      rejected += bad.isEmpty() ? 0 : 1;
      bad.forEach(e -> reject(e, row, line));
    }

    void reject(BadCell e, FieldBuffer row, long line) {
      if (rejects.size() < MOST_REJECTS_LISTED) {
        rejects.add(
            new Reject(
                shape.name(),
                line,
                e.column(),
                shortened(e.value()),
                e.reason(),
                row.raw(TEXT_LENGTH)));
      }
    }
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
