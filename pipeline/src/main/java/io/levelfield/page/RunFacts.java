package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.report.PublishedRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Which run the page shows.
 *
 * @param study name of the study
 * @param year whose results are judged
 * @param made of which run and settings, in words
 * @param notes what readers must know
 */
public record RunFacts(String study, String year, String made, List<String> notes) {

  static RunFacts of(PublishedRun run, Words words) {
    JsonNode manifest = run.manifest();
    List<String> notes = new ArrayList<>();
    manifest.path("warnings").forEach(note -> notes.add(note.asText()));
    String made =
        words.say(
            "made",
            run.id(),
            manifest.path("configuration_sha256").asText(),
            manifest.path("versions").path("levelfield").asText());
    return new RunFacts(run.study(), manifest.path("year").asText(), made, notes);
  }
}
