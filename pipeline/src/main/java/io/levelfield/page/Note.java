package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.report.HelpedSchool;
import java.util.List;

/**
 * The analytical note for the head of the authority, each figure with the table it is from.
 *
 * @param basis what it rests on
 * @param help the schools that need help first, with what for and their partner
 * @param more how many others there are; empty where all are shown
 * @param groups their size and what they are worth
 */
public record Note(String basis, Grid help, String more, Grid groups) {
  /** What fits two pages; the others stand in the table of schools. */
  private static final int SHOWN = 30;

  static Note of(RunTables tables, Words words) {
    List<HelpedSchool> helped = tables.helped(words);
    Grid.Builder help =
        Grid.of(words, "caption.note-help", "#rank", "school", "need", "why", "partner");
    helped.stream()
        .limit(SHOWN)
        .forEach(
            school ->
                help.row(
                    words.count(school.rank()),
                    school.name(),
                    String.join("; ", school.needs()),
                    String.join("; ", school.reasons()),
                    partner(school, words)));
    Grid.Builder groups = Grid.of(words, "caption.note-groups", "group", "#schools", "typical");
    GroupsPart.of(tables, words)
        .groups()
        .forEach(group -> groups.row(group.name(), group.size(), group.typical()));
    return new Note(
        basis(tables, words),
        help.grid(),
        helped.size() > SHOWN ? words.say("help.more", helped.size() - SHOWN) : "",
        groups.grid());
  }

  private static String partner(HelpedSchool school, Words words) {
    if (!school.partner().isEmpty()) {
      return school.partner();
    }
    return school.withoutPartner().isEmpty()
        ? words.get("no")
        : words.say("no-partner", school.withoutPartner());
  }

  private static String basis(RunTables tables, Words words) {
    long read = 0;
    long counted = 0;
    for (JsonNode file : tables.run().manifest().path("inputs")) {
      read += file.path("rows").asLong();
      counted += file.path("counted").asLong();
    }
    return words.say(
        "note.basis",
        tables.rows("schools").size(),
        tables.rows("results").size(),
        Integer.toString(tables.year()),
        read,
        counted);
  }
}
