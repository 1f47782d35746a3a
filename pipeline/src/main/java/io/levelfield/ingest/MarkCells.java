package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.study.ResultsInput;
import io.levelfield.study.SubjectColumns;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads how often each mark was given. */
final class MarkCells {
  private final Cells cells;
  private final double failingMark;
  private final double topMark;
  private final double[] marks;
  private final int[] places;

  /**
   * @throws InputsRefused if the file has no column for any mark
   */
  MarkCells(Cells cells, ResultsInput input) {
    this.cells = cells;
    failingMark = input.failingMark();
    topMark = input.topMark();
    SubjectColumns columns = input.columns().marks().orElseThrow();
    Map<Double, Integer> byMark = new TreeMap<>();
    columns
        .in(cells.shape().header())
        .forEach(
            (mark, column) -> {
              if (mark.matches("\\d{1,3}")) {
                byMark.put(Double.valueOf(mark), cells.shape().column(column));
              }
            });
    if (byMark.isEmpty()) {
      throw new InputsRefused(
          Message.of(
              "inputs.no-column-of-pattern",
              cells.shape().name(),
              columns.pattern().orElse(""),
              String.join(", ", cells.shape().header())));
    }
    marks = byMark.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    places = byMark.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /** What a row says; nothing where no mark was given. An empty cell beside others is none. */
  Optional<PublishedFigures> figures(FieldBuffer row, OptionalLong participants) throws BadCell {
    double[] figures = new double[marks.length];
    int decimals = 0;
    for (int i = 0; i < marks.length; i++) {
      figures[i] = cells.number(row, places[i]).orElse(0);
      if (figures[i] < 0) {
        throw cells.bad(row, places[i], Message.of("reject.negative-count"));
      }
      decimals = Math.max(decimals, decimals(row.text(places[i])));
    }
    boolean none = Arrays.stream(figures).allMatch(figure -> figure == 0);
    if (participants.orElse(1) == 0 || (none && participants.isEmpty())) {
      return Optional.empty();
    }
    if (none && Arrays.stream(places).allMatch(place -> cells.missing(row, place))) {
      return Optional.empty();
    }
    Optional<MarkCounts> counts = MarkCounts.of(marks, figures, decimals, participants);
    if (counts.isEmpty()) {
      throw cells.bad(row, places[0], contradiction(figures, participants));
    }
    return Optional.of(figures(counts.get()));
  }

  private PublishedFigures figures(MarkCounts counts) {
    return PublishedFigures.of(
        OptionalLong.of(counts.participants()),
        OptionalLong.of(counts.atMost(failingMark)),
        OptionalLong.of(counts.atLeast(topMark)),
        OptionalDouble.of(counts.mean()),
        counts.sd());
  }

  private static Message contradiction(double[] figures, OptionalLong participants) {
    double sum = Arrays.stream(figures).sum();
    return participants.isPresent()
        ? Message.of("reject.marks-do-not-sum", sum, participants.getAsLong())
        : Message.of("reject.shares-without-participants", sum);
  }

  private static int decimals(String text) {
    int mark = Math.max(text.indexOf('.'), text.indexOf(','));
    int digits = 0;
    while (mark >= 0
        && mark + 1 + digits < text.length()
        && Character.isDigit(text.charAt(mark + 1 + digits))) {
      digits++;
    }
    return digits;
  }
}
