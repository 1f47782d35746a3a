package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import java.util.OptionalInt;

/**
 * How many groups there are to be: a whole number, or {@code auto} to let the data decide.
 *
 * @param number empty for {@code auto}
 */
public record GroupCount(OptionalInt number) {
  private static final String AUTO = "auto";

  public GroupCount {
    if (number.isPresent() && number.getAsInt() < 1) {
      throw new StudyProblem("", Message.of("study.at-least", 1, number.getAsInt()));
    }
  }

  static GroupCount of(int number) {
    return new GroupCount(OptionalInt.of(number));
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static GroupCount of(JsonNode node) {
    if (node.isTextual() && node.asText().equals(AUTO)) {
      return new GroupCount(OptionalInt.empty());
    }
    if (!node.isInt()) {
      throw new StudyProblem("", Message.of("study.whole-or-auto", node.toString()));
    }
    return of(node.intValue());
  }

  @JsonValue
  Object written() {
    return number.isPresent() ? number.getAsInt() : AUTO;
  }
}
