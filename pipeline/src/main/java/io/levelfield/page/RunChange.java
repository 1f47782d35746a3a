package io.levelfield.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.report.PublishedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    var earlier = new RunTables(before.get());
    ListChanges.verdicts()
        .forEach(
            label -> {
              Set<String> now = listed(tables, label.code());
              Set<String> then = listed(earlier, label.code());
              List<String> joined = names(now, then, tables);
              List<String> gone = names(then, now, earlier);
              if (!joined.isEmpty() || !gone.isEmpty()) {
                grid.row(
                    words.texts().label(label),
                    ListChanges.schools(joined, words),
                    ListChanges.schools(gone, words));
              }
            });
    Grid lists = grid.grid();
    String run = before.get().id();
    return new RunChange(
        lists.isEmpty() ? words.say("since.same", run) : words.say("since", run), lists);
  }

  private static Set<String> listed(RunTables tables, String label) {
    return tables.rows("identification").stream()
        .filter(row -> row.path("flag").asBoolean() && row.path("label").asText().equals(label))
        .map((ObjectNode row) -> row.path("school_id").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> names(Set<String> of, Set<String> without, RunTables tables) {
    List<String> codes = new ArrayList<>(of);
    codes.removeAll(without);
    return codes.stream().map(tables::name).toList();
  }
}
