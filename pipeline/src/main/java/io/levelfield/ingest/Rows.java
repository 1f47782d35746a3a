package io.levelfield.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.input.RowCounts;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.io.function.IOIntConsumer;

/** Walks the rows of a part, setting aside those that cannot be read. */
final class Rows {
  /** A part whose rows are nearly all bad is refused anyway; its list of rejects stops here. */
  private static final int MOST_REJECTS_LISTED = 100_000;

  private static final int TEXT_LENGTH = 300;

  /** Several words; a code is one. */
  private static final Pattern WORDS = Pattern.compile("\\P{N}*\\p{L}{3}\\P{N}*[\\s:].+");

  /** What stands before and behind a decimal comma; a code with zeros at its start does not. */
  private static final Pattern WHOLE_PART = Pattern.compile("[-−+]?(?:0|[1-9]\\d{0,5})");

  private static final Pattern FRACTION = Pattern.compile("\\d{1,10}\\s*%?");

  private Rows() {}

  /** Takes one row. */
  interface Consumer {

    /**
     * Takes a row that can be read.
     *
     * @param lost told of cells that are lost though the row is not
     * @return the account in which it ends
     * @throws BadCell if the row cannot be taken
     */
    RowAccount accept(FieldBuffer row, long line, java.util.function.Consumer<BadCell> lost)
        throws BadCell;
  }

  /** Takes rows that are like others before them, from their bytes. */
  interface Quick {

    /**
     * Takes a row that counts, as a {@link Consumer} would.
     *
     * @return whether it was taken; otherwise it is to be read in full
     */
    boolean take(ByteRecords row);
  }

  /**
   * Reads a part from its first data row to its last.
   *
   * @throws InputsRefused if the part is not CSV, or a stray quote swallowed rows
   */
  static PartLog read(FilePart part, CsvShape shape, Consumer consumer) {
    return read(part, shape, row -> false, consumer);
  }

  /**
   * Reads a part from its first data row to its last.
   *
   * @param quick takes most rows, where they are read as they stand
   * @throws InputsRefused if the part is not CSV, or a stray quote swallowed rows
   */
  static PartLog read(FilePart part, CsvShape shape, Quick quick, Consumer consumer) {
    RowPlan plan = shape.plan();
    boolean plain = plan.isPlain();
    var taken = new TakenRows(shape, consumer);
    try (FilePart.Records records = part.open(shape.format(), taken.tellingOf(part))) {
      while ((plain && records instanceof ByteRecords bytes)
          ? taken.nextInFull(bytes, quick)
          : taken.next(records)) {
        FieldBuffer row = records.fields();
        if (blank(row)) {
          taken.leaveBlank();
          continue;
        }
        if (row.multiLine() >= 0) {
          SwallowedRows.refuse(row, shape, records.line());
        }
        if (plain) {
          taken.asItStands(row, records.line());
        } else {
          taken.asPlanned(row, records.line());
        }
      }
    } catch (IOException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", shape.name(), FileFault.of(e)), e);
    }
    taken.tellRest(part);
    return new PartLog(taken.counts(), taken.longRows, taken.rejects);
  }

  private static final class Count {
    private long rows;
  }

  /** Accounts of rows, and what was wrong with them. */
  private static final class TakenRows {
    private final CsvShape shape;
    private final Consumer consumer;
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<RowAccount, Count> rows = new EnumMap<>(RowAccount.class);
    private final List<BadCell> lost = new ArrayList<>();
    private final java.util.function.Consumer<BadCell> lose = lost::add;
    private long read;
    private long counted; // apart, as nearly every row is
    private long results;
    private long incomplete;
    private boolean longRows;
    private long bytesTold;
    private long rowsTold;

    TakenRows(CsvShape shape, Consumer consumer) {
      this.shape = shape;
      this.consumer = consumer;
      for (RowAccount account : RowAccount.values()) {
        rows.put(account, new Count());
      }
    }

    /**
     * Goes on to the next record that is to be read in full. A method of its own, as the JVM
     * compiles it with all that it calls: what is done in full is not among that.
     */
    boolean nextInFull(ByteRecords records, Quick quick) {
      while (next(records)) {
        if (!quick.take(records)) {
          return true;
        }
        counted++;
        results++;
      }
      return false;
    }

    /** Goes on to the next record, if there is one. */
    boolean next(FilePart.Records records) {
      boolean found = Rows.next(records, shape);
      read += found ? 1 : 0;
      return found;
    }

    /** Tells the part's tally of rows whenever more bytes are read. */
    IOIntConsumer tellingOf(FilePart part) {
      return bytes -> tell(part.tally(), bytes);
    }

    /** Tells of what is left when the part is: of a sheet all, as its bytes are no text. */
    void tellRest(FilePart part) {
      tell(part.tally(), part.length() - bytesTold);
    }

    private void tell(ReadTally tally, long bytes) {
      tally.add(bytes, read - rowsTold);
      bytesTold += bytes;
      rowsTold = read;
    }

    /** A blank line is no row. */
    void leaveBlank() {
      read--;
    }

    void asItStands(FieldBuffer row, long line) {
      RowAccount account;
      try {
        requireColumns(row);
        account = consumer.accept(row, line, lose);
        results += account == RowAccount.COUNTED ? 1 : 0;
      } catch (BadCell e) {
        lost.clear(); // the row is
        BadCell told = orTotal(e, row);
        reject(told, row, line, told.account());
        account = told.account();
      }
      end(account, row, line);
    }

    /** A row of several results loses those that cannot be read. */
    void asPlanned(FieldBuffer row, long line) {
      try {
        requireColumns(row);
      } catch (BadCell e) {
        reject(e, row, line, e.account());
        end(e.account(), row, line);
        return;
      }
      end(shape.plan().takes(row) ? results(row, line) : RowAccount.LEFT_OUT, row, line);
    }

    private RowAccount results(FieldBuffer row, long line) {
      RowAccount ended = RowAccount.LEFT_OUT;
      for (int result = 0; result < shape.plan().results(); result++) {
        RowAccount own;
        try {
          shape.plan().make(row, result);
          own = consumer.accept(row, line, lose);
          results += own == RowAccount.COUNTED ? 1 : 0;
        } catch (BadCell e) {
          BadCell seen = orTotal(e, row);
          own = seen.account();
          BadCell told = seen.in(shape.plan().nameInFile(e.column(), result));
          if (lost.stream().noneMatch(told::sameAs)) {
            lost.add(told);
          }
        }
        ended = own.compareTo(ended) < 0 ? own : ended;
      }
      row.cut(shape.plan().fileColumns(), 0);
      return ended;
    }

    private void end(RowAccount account, FieldBuffer row, long line) {
      if (account == RowAccount.COUNTED) {
        counted++;
      } else {
        rows.get(account).rows++;
      }
      if (!lost.isEmpty()) {
        boolean spoilt = lost.stream().anyMatch(cell -> cell.account() != RowAccount.REPEATED);
        incomplete += spoilt && account == RowAccount.COUNTED ? 1 : 0;
        lost.forEach(cell -> reject(cell, row, line, account));
        lost.clear();
      }
    }

    /**
     * A row without a school's code that speaks of a total somewhere is one, and one with a single
     * cell, of several words, that names no school is a remark, such as who made the table.
     */
    private BadCell orTotal(BadCell e, FieldBuffer row) {
      boolean ofNoSchool =
          e.account() == RowAccount.UNKNOWN_SCHOOL || shape.plan().namesNoSchool(row);
      if (ofNoSchool && e.account() != RowAccount.TOTAL && isRemark(row)) {
        return new BadCell(
            e.column(), e.value(), Message.of("reject.remark"), RowAccount.NOT_TAKEN);
      }
      if (shape.plan().namesNoSchool(row)) {
        for (int i = 0; i < Math.min(row.size(), shape.plan().fileColumns()); i++) {
          if (!shape.plan().hides(i) && TotalWords.total(row.text(i))) {
            return new BadCell(
                e.column(), row.text(i), Message.of("reject.total-by-word"), RowAccount.TOTAL);
          }
        }
      }
      return e;
    }

    private boolean isRemark(FieldBuffer row) {
      String only = "";
      for (int i = 0; i < Math.min(row.size(), shape.plan().fileColumns()); i++) {
        if (!row.isEmpty(i)) {
          if (!only.isEmpty()) {
            return false;
          }
          only = row.text(i);
        }
      }
      return WORDS.matcher(only).matches() && !TotalWords.total(only);
    }

    /** The row's fields; in a row that has slipped, nobody knows which of them are hidden. */
    private String raw(BadCell e, FieldBuffer row) {
      return e.column().isEmpty() && shape.plan().hidesSome()
          ? RowPlan.HIDDEN
          : row.raw(TEXT_LENGTH, shape.plan());
    }

    /** Lists what is wrong, with the account in which the row ends. */
    private void reject(BadCell e, FieldBuffer row, long line, RowAccount account) {
      if (rejects.size() < MOST_REJECTS_LISTED) {
        rejects.add(
            new Reject(
                shape.name(),
                line,
                "",
                e.column(),
                shape.plan().hides(e.column()) ? RowPlan.HIDDEN : shortened(e.value()),
                e.reason(),
                raw(e, row),
                account,
                shape.plan().school(row)));
      }
    }

    /** Excel adds empty cells at the end of rows; anything else that does not fit is ragged. */
    private void requireColumns(FieldBuffer row) throws BadCell {
      int columns = shape.plan().fileColumns();
      boolean fits = row.size() >= columns;
      for (int i = columns; i < row.size() && fits; i++) {
        fits = row.isEmpty(i);
      }
      if (!fits) {
        throw new BadCell(
            "",
            "",
            mayBeCut(row)
                ? Message.of("reject.ragged-by-comma", row.size(), columns)
                : Message.of("reject.ragged", row.size(), columns));
      }
      if (row.size() > columns && !longRows) {
        longRows = mayBeCut(row);
      }
    }

    /** Whether there are fields too many, of which two may be one number with a decimal comma. */
    private boolean mayBeCut(FieldBuffer row) {
      return row.size() > shape.plan().fileColumns()
          && shape.format().delimiter() == ','
          && holdsPair(row);
    }

    RowCounts counts() {
      Map<RowAccount, Long> byAccount = new EnumMap<>(RowAccount.class);
      rows.forEach((account, count) -> byAccount.put(account, count.rows));
      byAccount.put(RowAccount.COUNTED, counted);
      return new RowCounts(read, byAccount, incomplete, results);
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

  /** Whether two fields side by side may be one number with a decimal comma. */
  private static boolean holdsPair(FieldBuffer row) {
    for (int i = 1; i < row.size(); i++) {
      if (WHOLE_PART.matcher(row.text(i - 1)).matches()
          && FRACTION.matcher(row.text(i)).matches()) {
        return true;
      }
    }
    return false;
  }
}
