package io.levelfield.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.LocalText;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Reasons that a table keeps as keys with their facts, for readers in any language. */
public final class StoredMessages {
  private StoredMessages() {}

  /**
   * Reads a cell of such a column.
   *
   * @param cell may be absent or empty
   * @return in the order in which they were written
   * @throws RunProblem if the cell is no list of reasons
   */
  public static List<Message> read(JsonNode cell) {
    List<Message> messages = new ArrayList<>();
    if (cell == null || cell.isNull() || cell.isMissingNode()) {
      return messages;
    }
    try {
      Json.parse(cell.asText()).forEach(reason -> messages.add(message(reason)));
    } catch (JsonProcessingException e) {
      throw new RunProblem(
          Message.of("run.unreadable", "identification", e.getOriginalMessage()), e);
    }
    return messages;
  }

  private static Message message(JsonNode data) {
    List<Object> facts = new ArrayList<>();
    data.path("facts").forEach(fact -> facts.add(fact(fact)));
    return new Message(data.path("code").asText(), facts);
  }

  private static Object fact(JsonNode fact) {
    if (fact.has("code")) {
      return message(fact);
    }
    if (fact.isObject()) {
      return new LocalText(fact.path("ru").asText(), fact.path("en").asText());
    }
    return fact.isNumber() ? fact.numberValue() : fact.asText();
  }
}
