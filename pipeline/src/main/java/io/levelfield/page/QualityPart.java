package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the numbers rest on: the files, what of them was refused, what schools are asked.
 *
 * @param files rows of each input and what became of them
 * @param questions to schools
 * @param rejects rows that were refused
 * @param more what is not shown of both; empty where all is
 */
public record QualityPart(Grid files, Grid questions, Grid rejects, List<String> more) {
  /** As many as a page bears; the tables have all. */
  private static final int SHOWN = 100;

  static QualityPart of(RunTables tables, Words words) {
    List<ObjectNode> questions = tables.rows("quality");
    List<ObjectNode> rejects = tables.rows("rejects");
    return new QualityPart(
        files(tables, words),
        questions(questions, tables, words),
        rejects(rejects, words),
        Stream.of(
                more("more.questions", questions.size(), words),
                more("more.rejects", rejects.size(), words))
            .filter(text -> !text.isEmpty())
            .toList());
  }

  private static String more(String key, int rows, Words words) {
    return rows > SHOWN ? words.say(key, SHOWN, rows) : "";
  }

  private static Grid files(RunTables tables, Words words) {
    Grid.Builder grid =
        Grid.of(
            words,
            "caption.files",
            "file",
            "#rows",
            "#counted",
            "#rejected",
            "#repeated",
            "#unknown",
            "#without",
            "#left-out");
    for (JsonNode file : tables.run().manifest().path("inputs")) {
      grid.row(
          file.path("path").asText(),
          words.count(file.path("rows")),
          words.count(file.path("counted")),
          words.count(file.path("rejected")),
          words.count(file.path("repeated")),
          words.count(file.path("unknown_school")),
          words.count(file.path("not_taken").asLong() + file.path("incomplete").asLong()),
          words.count(file.path("left_out").asLong() + file.path("totals").asLong()));
    }
    return grid.grid();
  }

  private static Grid questions(List<ObjectNode> rows, RunTables tables, Words words) {
    Grid.Builder grid = Grid.of(words, "caption.questions", "school", "year", "question");
    rows.stream()
        .limit(SHOWN)
        .forEach(
            row -> {
              String id = row.path("school_id").asText();
              grid.row(
                  id.equals("*") ? words.get("all-schools") : tables.name(id),
                  words.text(row.path("year")),
                  words.text(row.path("question")));
            });
    return grid.grid();
  }

  private static Grid rejects(List<ObjectNode> rows, Words words) {
    Grid.Builder grid =
        Grid.of(words, "caption.rejects", "file", "#line", "column", "value", "reason");
    rows.stream()
        .limit(SHOWN)
        .forEach(
            row ->
                grid.row(
                    words.text(row.path("file")),
                    words.text(row.path("line")),
                    words.text(row.path("column")),
                    words.text(row.path("value")),
                    words.text(row.path("reason"))));
    return grid.grid();
  }
}
