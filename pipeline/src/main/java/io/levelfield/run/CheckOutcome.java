package io.levelfield.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.StudyLoader;
import io.levelfield.text.Texts;

/** What the inputs of a study came to, for the program that has them checked. */
public final class CheckOutcome {
  private CheckOutcome() {}

  /**
   * Tells of a check: counts, notes in the study's language, inputs as {@code run.json} has them.
   */
  public static ObjectNode of(int exitCode, InputCheck.Checked checked) {
    var texts = Texts.in(checked.language());
    StudyData data = checked.data();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("exit_code", exitCode);
    json.put("refusal", checked.refusal().map(texts::of).orElse(null));
    json.put("schools", data.schools().size());
    json.put("results", data.tallies().size());
    json.put("rejects", data.rejects().size());
    json.put("questions", checked.questions().size());
    ArrayNode notes = json.putArray("notes");
    checked.notes().forEach(note -> notes.add(texts.of(note)));
    json.set("inputs", StudyLoader.mapper().valueToTree(data.files()));
    return json;
  }
}
