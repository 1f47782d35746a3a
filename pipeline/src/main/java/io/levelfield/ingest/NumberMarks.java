package io.levelfield.ingest;

import io.levelfield.ingest.NumberForms.Form;
import io.levelfield.ingest.NumberForms.Place;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settles what the marks of numbers mean, column by column, from the forms that occur. */
final class NumberMarks {
  private static final List<Form> COMMA_DECIMAL = List.of(Form.COMMA, Form.POINT_GROUPS);
  private static final List<Form> POINT_DECIMAL = List.of(Form.POINT, Form.COMMA_GROUPS);

  private NumberMarks() {}

  /**
   * Settles the files of one input.
   *
   * @param files the files' shapes
   * @param forms by file, then column
   * @param shares columns whose plausible values lie between 0 and 1
   * @return the shapes with a style for each column that needs one of its own
   * @throws InputsRefused if cells contradict each other, or allow two readings
   */
  static List<CsvShape> settled(
      List<CsvShape> files, List<Map<String, NumberForms>> forms, Set<String> shares) {
    List<CsvShape> settled = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      CsvShape shape = files.get(i);
      Map<String, NumberForms> own = forms.get(i);
      for (Map.Entry<String, NumberForms> column : own.entrySet()) {
        if (column.getValue().isTelling()) {
          NumberStyle style = style(shape, column.getKey(), own);
          boolean hundredths =
              column.getValue().has(Form.PERCENT)
                  && isShare(column.getKey(), forms, shares.contains(column.getKey()));
          shape = shape.with(column.getKey(), hundredths ? style.withHundredths() : style);
        }
      }
      settled.add(shape);
    }
    return settled;
  }

  private static NumberStyle style(CsvShape shape, String column, Map<String, NumberForms> file) {
    NumberStyle given = shape.format().numbers();
    NumberForms forms = file.get(column);
    Optional<Place> comma = first(forms, COMMA_DECIMAL);
    Optional<Place> point = first(forms, POINT_DECIMAL);
    if (given.decimal() != NumberStyle.EITHER || given.thousands() != NumberStyle.NONE) {
      return given;
    }
    if (comma.isPresent() && point.isPresent()) {
      throw new InputsRefused(
          Message.of("inputs.marks-contradict", told(column), at(comma.get()), at(point.get())));
    }
    if (comma.isPresent()) {
      return new NumberStyle(',', '.', false);
    }
    if (point.isPresent()) {
      return new NumberStyle('.', ',', false);
    }
    Optional<Place> open = forms.of(Form.COMMA_THREE).or(() -> forms.of(Form.POINT_THREE));
    if (open.isEmpty()) {
      return given;
    }
    boolean elsewhereComma =
        file.values().stream().anyMatch(f -> first(f, COMMA_DECIMAL).isPresent());
    boolean elsewherePoint =
        file.values().stream().anyMatch(f -> first(f, POINT_DECIMAL).isPresent());
    if (elsewhereComma != elsewherePoint) {
      return elsewhereComma ? new NumberStyle(',', '.', false) : new NumberStyle('.', ',', false);
    }
    // Three digits behind every point are decimals; beside whole numbers they may be thousands.
    if (forms.has(Form.COMMA_THREE) || forms.has(Form.WHOLE)) {
      throw new InputsRefused(
          Message.of("inputs.mark-either", told(column), at(open.get()), open.get().text()));
    }
    return given;
  }

  /**
   * Whether per cent stand beside shares: by the range, or as all other numbers are from 0 to 1.
   */
  private static boolean isShare(
      String column, List<Map<String, NumberForms>> forms, boolean byRange) {
    if (byRange) {
      return true;
    }
    boolean share = false;
    boolean beyond = false;
    for (Map<String, NumberForms> file : forms) {
      if (file.containsKey(column)) {
        share |= file.get(column).has(Form.SHARE);
        beyond |= file.get(column).has(Form.BEYOND);
      }
    }
    if (share && beyond) {
      Place percent = place(column, forms, Form.PERCENT);
      Place fraction = place(column, forms, Form.SHARE);
      Place other = place(column, forms, Form.BEYOND);
      throw new InputsRefused(
          Message.of("inputs.percent-mixed", told(column), at(percent), at(fraction), at(other)));
    }
    return share;
  }

  private static Place place(String column, List<Map<String, NumberForms>> forms, Form form) {
    return forms.stream()
        .filter(file -> file.containsKey(column))
        .flatMap(file -> file.get(column).of(form).stream())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Place> first(NumberForms forms, List<Form> wanted) {
    return wanted.stream().flatMap(form -> forms.of(form).stream()).findFirst();
  }

  /** A column made of several is named after what it holds. */
  private static String told(String column) {
    return column.replace("\0", "");
  }

  private static Message at(Place place) {
    return Message.of("inputs.place", place.file(), Long.toString(place.line()), place.text());
  }
}
