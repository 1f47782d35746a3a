package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.compare.ListChanges;
import io.levelfield.report.PublishedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What changed since the run before, of the same study and output directory.
 *
 * @param told which run that was, or that there is none
 * @param lists who came to the lists and who left them; no rows where none did
 */
public record RunChange(String told, Grid lists) {

  static RunChange of(RunTables tables, Words words) {
    Grid.Builder grid = Grid.of(words, "caption.runs", "label", "joined", "gone");
    Optional<PublishedRun> before = tables.run().before();
    if (before.isEmpty()) {
      return new RunChange(words.get("since.none"), grid.grid());
    }
    ListChanges.of(
            before.get().rows("identification"), tables.rows("identification"), words.texts())
        .forEach(list -> row(grid, list, words));
    Grid lists = grid.grid();
    String run = before.get().id();
    return new RunChange(
        lists.isEmpty() ? words.say("since.same", run) : words.say("since", run), lists);
  }

  private static void row(Grid.Builder grid, JsonNode list, Words words) {
    grid.row(
        list.path("name").asText(),
        YearChanges.schools(names(list.path("entered")), words),
        YearChanges.schools(names(list.path("left")), words));
  }

  private static List<String> names(JsonNode schools) {
    List<String> names = new ArrayList<>();
    for (JsonNode school : schools) {
      String name = school.path("name").asText("");
      names.add(name.isEmpty() ? school.path("school_id").asText() : name);
    }
    return names;
  }
}
