package io.levelfield.run;

import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Every combination of the values that settings are varied over. */
final class SettingGrid {
  /** Each is a whole analysis: more than these nobody reads. */
  static final int MOST = 50;

  private SettingGrid() {}

  /**
   * The combinations, those of the last setting next to each other.
   *
   * @param varied {@code key=value,value…}; commas within brackets and quotes part no values
   * @return overrides for each combination
   * @throws VariationProblem if one is not of this form, or there are more than {@link #MOST}
   */
  static List<List<String>> of(List<String> varied) {
    List<List<String>> grid = List.of(List.of());
    for (String setting : varied) {
      int equals = setting.indexOf('=');
      List<String> values = equals < 1 ? List.of() : values(setting.substring(equals + 1));
      if (values.isEmpty() || values.stream().anyMatch(String::isEmpty)) {
        throw new VariationProblem(Message.of("vary.form", setting));
      }
      if ((long) grid.size() * values.size() > MOST) {
        throw new VariationProblem(Message.of("vary.too-many", MOST));
      }
      List<List<String>> longer = new ArrayList<>();
      for (List<String> start : grid) {
        for (String value : values) {
          List<String> overrides = new ArrayList<>(start);
          overrides.add(setting.substring(0, equals + 1) + value);
          longer.add(overrides);
        }
      }
      grid = longer;
    }
    return grid;
  }

  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0 && !quoted) {
        values.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    values.add(text.substring(from).strip());
    return values;
  }
}
