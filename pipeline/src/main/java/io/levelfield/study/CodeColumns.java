package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a code stands: one file column, or several whose cells are joined by a hyphen. Written as a
 * column's name or a list of them.
 *
 * @param columns at least one, in the order in which their cells are joined
 */
public record CodeColumns(List<String> columns) {
  /** Stands between the cells that make a code. */
  public static final char SEPARATOR = '-';

  public CodeColumns {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new StudyProblem("", Message.of("study.no-column"));
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CodeColumns of(JsonNode node) {
    List<String> columns = new ArrayList<>();
    for (JsonNode column : node.isArray() ? node : List.of(node)) {
      if (!column.isValueNode() || column.isNull()) {
        throw new StudyProblem("", Message.of("study.column-name", column.toString()));
      }
      columns.add(column.asText());
    }
    return new CodeColumns(columns);
  }

  @JsonValue
  Object written() {
    return joined() ? columns : columns.get(0);
  }

  /** Whether the code is put together from several columns. */
  public boolean joined() {
    return columns.size() > 1;
  }

  /** What the code is called in messages: its column, or all of them. */
  public String name() {
    return String.join(" + ", columns);
  }
}
