package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Where a figure of a table of results stands: one column, or one for each subject.
 *
 * @param column the same for every result of a row
 * @param bySubject present where it is not
 */
public record CountColumn(Optional<String> column, Optional<SubjectColumns> bySubject) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CountColumn of(JsonNode node) {
    if (node.isObject()) {
      return new CountColumn(Optional.empty(), Optional.of(SubjectColumns.of(node)));
    }
    if (!node.isValueNode() || node.isNull()) {
      throw new StudyProblem("", Message.of("study.column-name", node.toString()));
    }
    return new CountColumn(Optional.of(node.asText()), Optional.empty());
  }

  @JsonValue
  Object written() {
    return column.isPresent() ? column.get() : bySubject.orElseThrow();
  }

  /** File columns it names; none where a pattern finds them. */
  public List<String> named() {
    return column
        .map(List::of)
        .orElseGet(() -> List.copyOf(bySubject.orElseThrow().columns().values()));
  }

  boolean has(String name) {
    return column.filter(name::equals).isPresent()
        || bySubject.filter(columns -> columns.has(name)).isPresent();
  }
}
