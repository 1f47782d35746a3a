package io.levelfield.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A ready-made context index, by name: a fragment of a study with its sources. What the study says
 * itself comes first; of the preset's indicators those are taken that the study names, or all if it
 * names none.
 */
final class Preset {
  static final List<String> NAMES = List.of("isbsh", "icsea-like", "deprivation");

  private static final String INDICATORS = "indicators";

  private Preset() {}

  /**
   * Fills in what the preset gives.
   *
   * @param contextIndex of a study, changed in place
   * @throws StudyProblem if it names a preset there is none of
   */
  static void fillIn(ObjectNode contextIndex, ObjectMapper mapper) {
    JsonNode name = contextIndex.get("preset");
    if (name == null || name.isNull()) {
      return;
    }
    if (!NAMES.contains(name.asText())) {
      throw new StudyProblem(
          "context_index.preset",
          Message.of(
              "study.no-preset",
              name.asText(),
              Nearest.suggestion(name.asText(), NAMES),
              String.join(", ", NAMES)));
    }
    ObjectNode preset = read(name.asText(), mapper);
    boolean named =
        contextIndex.get(INDICATORS) instanceof ObjectNode indicators && !indicators.isEmpty();
    preset
        .properties()
        .forEach(
            entry -> {
              if (entry.getKey().equals(INDICATORS) && named) {
                indicators(
                    (ObjectNode) contextIndex.get(INDICATORS), (ObjectNode) entry.getValue());
              } else if (!contextIndex.hasNonNull(entry.getKey())) {
                contextIndex.set(entry.getKey(), entry.getValue());
              }
            });
  }

  private static void indicators(ObjectNode named, ObjectNode preset) {
    for (String key : List.copyOf(preset.propertyStream().map(e -> e.getKey()).toList())) {
      if (!named.has(key)) {
        continue;
      }
      ObjectNode merged = ((ObjectNode) preset.get(key)).deepCopy();
      if (named.get(key) instanceof ObjectNode own) {
        merged.setAll(own);
      }
      if (named.get(key).isNull() || named.get(key).isObject()) {
        named.set(key, merged);
      }
    }
  }

  private static ObjectNode read(String name, ObjectMapper mapper) {
    try (InputStream preset = Preset.class.getResourceAsStream("preset-" + name + ".yaml")) {
      return (ObjectNode) mapper.readTree(preset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
