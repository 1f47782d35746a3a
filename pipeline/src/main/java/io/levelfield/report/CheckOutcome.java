package io.levelfield.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Optional;

/** What the inputs of a study came to, for the program that has them checked. */
public final class CheckOutcome {
  private CheckOutcome() {}

  /**
   * What {@link InputsSummary} tells a person, without its lists.
   *
   * @param questions to the schools
   * @param notes of a run without its groups
   * @param refusal why a run would not take the inputs
   */
  public static ObjectNode of(
      int exitCode,
      StudyData data,
      List<QualityFinding> questions,
      List<Message> notes,
      Optional<Message> refusal,
      Language language) {
    var texts = Texts.in(language);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("exit_code", exitCode);
    json.put("refusal", refusal.map(texts::of).orElse(null));
    json.put("schools", data.schools().size());
    json.put("results", data.tallies().size());
    json.put("rejects", data.rejects().size());
    json.put("questions", questions.size());
    ArrayNode told = json.putArray("notes");
    notes.forEach(note -> told.add(texts.of(note)));
    ArrayNode inputs = json.putArray("inputs");
    data.files().forEach(file -> inputs.add(input(file)));
    return json;
  }

  private static ObjectNode input(InputFile file) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("role", file.role());
    json.put("path", file.path());
    json.put("sha256", file.sha256());
    json.put("rows", file.rows());
    json.put("counted", file.counted());
    json.put("incomplete", file.incomplete());
    json.put("rejected", file.rejected());
    json.put("repeated", file.repeated());
    json.put("unknown_school", file.unknownSchool());
    json.put("totals", file.totals());
    json.put("not_taken", file.notTaken());
    json.put("left_out", file.leftOut());
    return json;
  }
}
