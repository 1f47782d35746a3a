package io.levelfield.forms;

import io.levelfield.study.Range;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a form asks.
 *
 * @param column name of the column it stands for
 * @param label in the language of the study
 * @param unit of the value
 * @param whole whether only whole numbers from 0 on are meant
 * @param range of values, where the study names one
 * @param atMost column of the same form whose value it cannot exceed
 * @param choices the only values, in their order; empty where any in the range will do
 */
record FormField(
    String column,
    String label,
    Unit unit,
    boolean whole,
    Optional<Range> range,
    Optional<String> atMost,
    List<Long> choices) {

  /** What a value is told in. */
  enum Unit {
    COUNT,
    PER_CENT,
    SHARE,
    SCORE,
    NUMBER;

    /** Its name in keys of texts. */
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  FormField {
    label = label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    choices = List.copyOf(choices);
  }

  /** How many there are. */
  static FormField count(String column, String label, Optional<String> atMost) {
    return new FormField(column, label, Unit.COUNT, true, Optional.empty(), atMost, List.of());
  }

  /** A number that need not be whole. */
  static FormField number(String column, String label, Unit unit, Optional<Range> range) {
    return new FormField(column, label, unit, false, range, Optional.empty(), List.of());
  }

  /** A score of which only some values are given. */
  FormField of(List<Long> values) {
    return new FormField(column, label, unit, whole, range, atMost, values);
  }
}
