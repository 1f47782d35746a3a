package io.levelfield.ingest;

import io.levelfield.model.input.Span;
import io.levelfield.model.text.Message;
import io.levelfield.study.Range;
import io.levelfield.study.ResultsInput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads counts and means of published results, those that were suppressed included. */
final class FigureCells {
  private final Cells cells;
  private final Optional<Range> range;
  private final boolean readsSuppressed;
  private final Map<Integer, Span> suppressed = new HashMap<>();

  FigureCells(Cells cells, ResultsInput input) {
    this.cells = cells;
    range = input.range();
    readsSuppressed = input.suppressed() == ResultsInput.Suppressed.MIDPOINT;
  }

  /** Begins with a row. */
  void begin() {
    suppressed.clear();
  }

  /** How many figures of the row were suppressed. */
  long suppressed() {
    return suppressed.size();
  }

  /** What the row's figure in a column may be, where it was suppressed. */
  Optional<Span> span(Optional<String> column) {
    return Optional.ofNullable(suppressed.get(cells.shape().column(column)));
  }

  OptionalLong count(FieldBuffer row, Optional<String> column) throws BadCell {
    return count(row, cells.shape().column(column), Double.POSITIVE_INFINITY);
  }

  /** A count of some of the participants. */
  OptionalLong within(FieldBuffer row, Optional<String> column, OptionalLong participants)
      throws BadCell {
    int at = cells.shape().column(column);
    double most = participants.isPresent() ? participants.getAsLong() : Double.POSITIVE_INFINITY;
    OptionalLong count = count(row, at, most);
    if (count.isPresent() && count.getAsLong() > most) {
      throw cells.bad(
          row, at, Message.of("reject.more-than-participants", participants.getAsLong()));
    }
    return count;
  }

  private OptionalLong count(FieldBuffer row, int at, double most) throws BadCell {
    Optional<Bounds> bounds = bounds(row, at);
    if (bounds.isEmpty()) {
      return cells.count(row, at);
    }
    double middle = middle(row, at, bounds.get(), most);
    return OptionalLong.of((long) Math.min(Math.rint(middle), most));
  }

  OptionalDouble mean(FieldBuffer row, Optional<String> column) throws BadCell {
    int at = cells.shape().column(column);
    Optional<Bounds> bounds = bounds(row, at);
    OptionalDouble mean =
        bounds.isEmpty()
            ? cells.number(row, at)
            : OptionalDouble.of(
                middle(
                    row,
                    at,
                    bounds.get(),
                    range.map(Range::highest).orElse(Double.POSITIVE_INFINITY)));
    if (mean.isPresent() && range.isPresent() && !range.get().contains(mean.getAsDouble())) {
      throw cells.bad(row, at, Message.of("reject.outside-scale", range.get().toString()));
    }
    return mean;
  }

  private double middle(FieldBuffer row, int at, Bounds bounds, double most) throws BadCell {
    if (Double.isInfinite(bounds.highest()) && Double.isInfinite(most)) {
      throw cells.bad(row, at, Message.of("reject.suppressed-without-end"));
    }
    double middle = bounds.middle(most);
    suppressed.put(at, new Span(bounds.lowest(), 2 * middle - bounds.lowest()));
    return middle;
  }

  /** The bounds of a suppressed figure; absent where the cell holds a number or no value. */
  private Optional<Bounds> bounds(FieldBuffer row, int at) throws BadCell {
    if (at == Cells.ABSENT || row.isEmpty(at) || isNumber(row, at)) {
      return Optional.empty();
    }
    Optional<Bounds> bounds = Bounds.of(row.text(at));
    if (bounds.isPresent() && !readsSuppressed) {
      if (cells.missing(row, at)) {
        return Optional.empty();
      }
      throw cells.bad(row, at, Message.of("reject.suppressed", row.text(at)));
    }
    return bounds;
  }

  private boolean isNumber(FieldBuffer row, int at) {
    double number = Numbers.parse(row.chars(), row.start(at), row.end(at), cells.shape().style(at));
    return !Double.isNaN(number);
  }
}
