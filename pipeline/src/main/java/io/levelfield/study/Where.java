package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of a file are taken: those whose cells match in every column named. Written as {@code
 * {column: value}}, {@code {column: [value, …]}} or {@code {column: {not: value}}}.
 *
 * @param columns what a row's cell must be, by file column
 */
public record Where(Map<String, Condition> columns) {

  /**
   * What a cell must be.
   *
   * @param values texts, and numbers, which match however they are written
   * @param not whether it must be none of them
   */
  public record Condition(List<Object> values, boolean not) {
    public Condition {
      values = List.copyOf(values);
    }

    @JsonValue
    Object written() {
      return not ? Map.of(NOT, values) : values;
    }
  }

  private static final String NOT = "not";

  public Where {
    columns = new LinkedHashMap<>(columns);
  }

  /** Takes every row. */
  static Where any() {
    return new Where(Map.of());
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Where of(JsonNode node) {
    if (!node.isObject()) {
      throw new StudyProblem("", Message.of("study.where-form", node.toString()));
    }
    Map<String, Condition> columns = new LinkedHashMap<>();
    node.properties()
        .forEach(entry -> columns.put(entry.getKey(), condition(entry.getKey(), entry.getValue())));
    return new Where(columns);
  }

  private static Condition condition(String column, JsonNode node) {
    if (!node.isObject()) {
      return new Condition(values(column, node), false);
    }
    if (node.size() != 1 || !node.has(NOT)) {
      throw new StudyProblem(column, Message.of("study.where-form", node.toString()));
    }
    return new Condition(values(column, node.get(NOT)), true);
  }

  private static List<Object> values(String column, JsonNode node) {
    List<Object> values = new ArrayList<>();
    for (JsonNode value : node.isArray() ? node : List.of(node)) {
      if (!value.isValueNode()) {
        throw new StudyProblem(column, Message.of("study.values", value.toString()));
      }
      // An empty value is YAML's way to write an empty cell.
      values.add(value.isNumber() ? value.numberValue() : value.isNull() ? "" : value.asText());
    }
    if (values.isEmpty()) {
      throw new StudyProblem(column, Message.of("study.values", node.toString()));
    }
    return values;
  }

  @JsonValue
  @Override
  public Map<String, Condition> columns() {
    return new LinkedHashMap<>(columns);
  }
}
