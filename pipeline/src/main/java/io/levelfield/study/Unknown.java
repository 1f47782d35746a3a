package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a value that stands in the file means 'unknown'. Written as one value, a list of values, or
 * {@code {values: […], when_empty: column}}.
 *
 * @param values cell texts that are codes for 'unknown', e.g. 99
 * @param whenEmpty a column of the same file; where it is empty, this indicator is unknown too
 */
public record Unknown(List<String> values, Optional<String> whenEmpty) {

  public Unknown {
    values = List.copyOf(values);
  }

  static Unknown never() {
    return new Unknown(List.of(), Optional.empty());
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Unknown of(JsonNode node) {
    if (!node.isObject()) {
      return new Unknown(texts(node, ""), Optional.empty());
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!key.equals("values") && !key.equals("when_empty")) {
                throw new StudyProblem(
                    key, Message.of("study.unknown-key", Message.NONE, "values, when_empty"));
              }
            });
    JsonNode column = node.path("when_empty");
    boolean none = column.isMissingNode() || column.isNull();
    if (!none && !column.isTextual()) {
      throw new StudyProblem("when_empty", Message.of("study.column-name", column.toString()));
    }
    return new Unknown(
        node.has("values") ? texts(node.get("values"), "values") : List.of(),
        none ? Optional.empty() : Optional.of(column.asText()));
  }

  private static List<String> texts(JsonNode node, String path) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : node.isArray() ? node : List.of(node)) {
      if (!value.isValueNode()) {
        throw new StudyProblem(path, Message.of("study.values", value.toString()));
      }
      texts.add(value.asText());
    }
    return texts;
  }
}
