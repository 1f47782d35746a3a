package io.levelfield.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.LocalText;
import io.levelfield.model.text.Message;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reasons as cells: in words, and for readers in another language as keys with their facts. */
final class Sentences {
  private Sentences() {}

  /** In words, one after another; empty where there are none. */
  static Optional<String> words(List<Message> reasons, Texts texts) {
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(reasons.stream().map(texts::of).collect(Collectors.joining("; ")));
  }

  /** Keys of the sentences with their facts; empty where there are none. */
  static Optional<String> data(List<Message> reasons) {
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    reasons.forEach(reason -> data.add(data(reason)));
    return data.isEmpty() ? Optional.empty() : Optional.of(Json.line(data));
  }

  private static ObjectNode data(Message reason) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("code", reason.code());
    ArrayNode facts = data.putArray("facts");
    for (Object fact : reason.facts()) {
      if (fact instanceof LocalText text) {
        facts.addObject().put("ru", text.ru()).put("en", text.en());
      } else if (fact instanceof Message part) {
        facts.add(data(part));
      } else {
        facts.addPOJO(fact);
      }
    }
    return data;
  }
}
