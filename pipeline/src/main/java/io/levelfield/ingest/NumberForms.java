package io.levelfield.ingest;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which ways of writing numbers occur in a column, with the first place of each. What a mark means
 * is told from all cells of a column, never from one.
 */
final class NumberForms implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int GROUP = 3;

  /** From here on a whole number has more digits. */
  private static final double[] LEAST = {0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};

  /** A way of writing a number. */
  enum Form {
    /** A point that can only be a decimal mark. */
    POINT,
    /** A comma that can only be a decimal mark. */
    COMMA,
    /** Points that can only stand between thousands. */
    POINT_GROUPS,
    /** Commas that can only stand between thousands. */
    COMMA_GROUPS,
    /** One point with three digits behind it, which may be either. */
    POINT_THREE,
    /** One comma with three digits behind it. */
    COMMA_THREE,
    /** No mark at all, above 1. */
    WHOLE,
    /** With a sign of per cent. */
    PERCENT,
    /** Without one, from 0 to 1. */
    SHARE,
    /** Without one, beyond. */
    BEYOND
  }

  /**
   * Where a form was first seen.
   *
   * @param file the file as the study names it
   * @param line the line its record begins on
   * @param text the cell
   */
  record Place(String file, long line, String text) implements Serializable {}

  private final Map<Form, Place> places = new EnumMap<>(Form.class);

  Optional<Place> of(Form form) {
    return Optional.ofNullable(places.get(form));
  }

  boolean has(Form form) {
    return places.containsKey(form);
  }

  /** Whether a form occurs by which what others mean could be told otherwise than by default. */
  boolean isTelling() {
    return has(Form.COMMA_THREE)
        || has(Form.POINT_THREE)
        || has(Form.COMMA_GROUPS)
        || has(Form.POINT_GROUPS)
        || has(Form.PERCENT)
        || (has(Form.COMMA) && has(Form.POINT));
  }

  /** Takes over what another part of the file saw; the earlier place stays. */
  void merge(NumberForms other) {
    other.places.forEach(
        (form, place) -> places.merge(form, place, (a, b) -> a.line() <= b.line() ? a : b));
  }

  /**
   * Notes a cell; one that is no number is passed over. Called for every number of a fold, so it
   * makes no garbage once a form is known.
   *
   * @param chars holds the text at {@code from} (inclusive) to {@code to} (exclusive), stripped
   * @param value as the cell reads by default, NaN where it does not
   * @param file the file as the study names it
   */
  void see(char[] chars, int from, int to, double value, String file, long line) {
    if (isPlainInteger(to - from, value) && (value > 1 ? has(Form.WHOLE) : has(Form.SHARE))) {
      return; // as nearly always; nothing new
    }
    int points = 0;
    int commas = 0;
    int mark = -1;
    boolean percent = false;
    boolean digits = false;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c == '.' || c == ',') {
        points += c == '.' ? 1 : 0;
        commas += c == ',' ? 1 : 0;
        mark = i;
      } else if (c == '%') {
        percent = true;
      } else if (c >= '0' && c <= '9') {
        digits = true;
      } else if (!isFiller(c)) {
        return;
      }
    }
    if (!digits) {
      return; // a point or dots alone stand for no value
    }
    if (points + commas == 0 && !percent && value > 1) {
      note(Form.WHOLE, file, line, chars, from, to);
    }
    if (points + commas > 0) {
      note(marks(chars, from, to, points, commas, mark), file, line, chars, from, to);
    }
    if (percent) {
      note(Form.PERCENT, file, line, chars, from, to);
    } else if (!Double.isNaN(value)) {
      note(value >= 0 && value <= 1 ? Form.SHARE : Form.BEYOND, file, line, chars, from, to);
    }
  }

  /** Whether a text of this length that reads as the value has room for its digits only. */
  private static boolean isPlainInteger(int length, double value) {
    return length < LEAST.length && value >= LEAST[length - 1] && value < LEAST[length];
  }

  private static boolean isFiller(char c) {
    return c == '-' || c == '+' || c == ' ' || c == '\u00a0' || c == '\u202f';
  }

  private void note(Form form, String file, long line, char[] chars, int from, int to) {
    if (!places.containsKey(form)) {
      places.put(form, new Place(file, line, new String(chars, from, to - from)));
    }
  }

  /** What the marks of a number say of themselves. */
  private static Form marks(char[] chars, int from, int to, int points, int commas, int lastMark) {
    if (points > 0 && commas > 0) {
      return chars[lastMark] == '.' ? Form.COMMA_GROUPS : Form.POINT_GROUPS;
    }
    boolean comma = commas > 0;
    if (points + commas > 1) {
      return comma ? Form.COMMA_GROUPS : Form.POINT_GROUPS;
    }
    int first = chars[from] == '-' || chars[from] == '+' ? from + 1 : from;
    int last = to;
    while (last > lastMark + 1 && !(chars[last - 1] >= '0' && chars[last - 1] <= '9')) {
      last--;
    }
    int before = lastMark - first;
    boolean three =
        last - lastMark - 1 == GROUP && before >= 1 && before <= GROUP && chars[first] != '0';
    if (comma) {
      return three ? Form.COMMA_THREE : Form.COMMA;
    }
    return three ? Form.POINT_THREE : Form.POINT;
  }

  /** The same with lines counted on from the beginning of the file. */
  NumberForms shifted(long lines) {
    var shifted = new NumberForms();
    places.forEach(
        (form, place) ->
            shifted.places.put(form, new Place(place.file(), place.line() + lines, place.text())));
    return shifted;
  }
}
