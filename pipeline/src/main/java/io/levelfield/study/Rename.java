package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Other names for what files call an examination, by the name in the files, which is matched in
 * either case.
 */
public record Rename(
    @JsonPropertyDescription("Procedures by their names in the files, e.g. {ГИА-9: ОГЭ}.")
        Map<String, String> procedure,
    @JsonPropertyDescription(
            "Subjects by their names in the files, or by those that the study gives to columns,"
                + " e.g. {Матем.: Математика}.")
        Map<String, String> subject) {

  public Rename {
    procedure = procedure == null ? Map.of() : new LinkedHashMap<>(procedure);
    subject = subject == null ? Map.of() : new LinkedHashMap<>(subject);
    requireNames("procedure", procedure);
    requireNames("subject", subject);
  }

  /** Everything is called as in the files. */
  static Rename nothing() {
    return new Rename(null, null);
  }

  private static void requireNames(String property, Map<String, String> names) {
    names.forEach(
        (in, name) -> {
          if (name == null || name.isBlank()) {
            throw new StudyProblem(property + "." + in, Message.of("study.no-name"));
          }
        });
  }
}
