package io.levelfield.ingest;

import io.levelfield.study.Where;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which records of a file are taken, as the study's {@code where} says. */
final class RowFilter implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What the cell of a column must be. */
  private record Condition(int column, Set<String> texts, List<Double> numbers, boolean not)
      implements Serializable {}

  private final List<Condition> conditions = new ArrayList<>();
  private final NumberStyle style;

  /** Takes every record. */
  RowFilter() {
    style = NumberStyle.ANY;
  }

  /**
   * @param header of the file, which has the columns named
   */
  RowFilter(Where where, List<String> header, CsvFormat format) {
    style = format.numbers();
    for (Map.Entry<String, Where.Condition> entry : where.columns().entrySet()) {
      var texts = new HashSet<String>();
      var numbers = new ArrayList<Double>();
      for (Object value : entry.getValue().values()) {
        if (value instanceof Number number) {
          numbers.add(number.doubleValue());
        } else {
          texts.add(Spelling.folded(value.toString()));
        }
      }
      conditions.add(
          new Condition(
              ColumnNames.at(header, entry.getKey()), texts, numbers, entry.getValue().not()));
    }
  }

  boolean takesAll() {
    return conditions.isEmpty();
  }

  boolean takes(FieldBuffer row) {
    for (Condition condition : conditions) {
      if (matches(row, condition) == condition.not()) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(FieldBuffer row, Condition condition) {
    int column = condition.column();
    if (condition.texts().contains(Spelling.folded(row.text(column)))) {
      return true;
    }
    if (condition.numbers().isEmpty() || row.isEmpty(column)) {
      return false;
    }
    double number = Numbers.parse(row.chars(), row.start(column), row.end(column), style);
    return condition.numbers().contains(number);
  }
}
