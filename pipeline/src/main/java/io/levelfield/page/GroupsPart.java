package io.levelfield.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The groups of schools and the proof of them.
 *
 * @param verdict what the groups are worth; empty where there are none
 * @param meaning what results are in the names of groups; empty where they are plain results
 * @param groups each with what is typical of it
 * @param numbers how many groups the numbers speak for
 * @param agreement whether other ways of grouping agree
 * @param transitions who went from group to group with the newest year
 */
public record GroupsPart(
    String verdict,
    String meaning,
    List<Group> groups,
    Grid numbers,
    Grid agreement,
    Grid transitions) {

  /**
   * A group.
   *
   * @param number by which the page's programs colour it
   * @param typical name of the school in its middle
   * @param stable how often resamples find it again, in words
   */
  public record Group(
      int number, String name, String size, String typical, String stable, String centre) {}

  static GroupsPart of(RunTables tables, Words words) {
    return new GroupsPart(
        chosen(tables).map(row -> row.path("verdict_" + words.language()).asText()).orElse(""),
        adjusted(tables) ? words.get("groups.adjusted") : "",
        tables.rows("cluster_centres").stream().map(row -> group(row, words)).toList(),
        numbers(tables, words),
        agreement(tables, words),
        transitions(tables, words));
  }

  private static Optional<ObjectNode> chosen(RunTables tables) {
    return tables.rows("cluster_validity").stream()
        .filter(row -> row.path("chosen").asBoolean())
        .findFirst();
  }

  /** Whether the groups are made of results less what the circumstances let one expect. */
  private static boolean adjusted(RunTables tables) {
    return tables.rows("cluster_centres").stream().anyMatch(row -> row.has("adjusted_result_z"));
  }

  private static Group group(ObjectNode row, Words words) {
    String name = row.path("medoid_name").asText("");
    String typical = name.isEmpty() || name.equals("null") ? row.path("medoid_id").asText() : name;
    StringBuilder centre = new StringBuilder();
    row.fieldNames()
        .forEachRemaining(
            column -> {
              if (column.endsWith("_z")) {
                String feature = column.substring(0, column.length() - 2);
                centre.append(centre.isEmpty() ? "" : "; ");
                centre.append(
                    words.say(
                        "group.centre", feature(feature, words), row.path(column).asDouble()));
              }
            });
    return new Group(
        row.path("cluster").asInt(),
        row.path("label_" + words.language()).asText(),
        words.count(row.path("size")),
        typical,
        words.say("group.stable", row.path("jaccard").asDouble()),
        centre.toString());
  }

  private static String feature(String key, Words words) {
    return words.texts().under("page.feature.").getOrDefault(key, key);
  }

  private static Grid numbers(RunTables tables, Words words) {
    Grid.Builder grid =
        Grid.of(
            words, "caption.numbers", "#k", "#silhouette", "#null-p", "#gap", "#davies", "chosen");
    for (ObjectNode row : tables.rows("cluster_validity")) {
      grid.row(
          words.count(row.path("k")),
          words.number(row.path("silhouette")),
          words.number(row.path("silhouette_null_p")),
          words.number(row.path("gap")),
          words.number(row.path("davies_bouldin")),
          row.path("chosen").asBoolean() ? words.get("chosen") : "");
    }
    return grid.grid();
  }

  private static Grid agreement(RunTables tables, Words words) {
    Grid.Builder grid = Grid.of(words, "caption.agreement", "method", "#ari", "#schools");
    for (ObjectNode row : tables.rows("cluster_agreement")) {
      String method = words.get("method." + row.path("method").asText());
      String feature = row.path("feature").asText();
      grid.row(
          feature.equals("*") ? method : method + ": " + feature(feature, words),
          words.number(row.path("ari")),
          words.count(row.path("schools")));
    }
    return grid.grid();
  }

  private static Grid transitions(RunTables tables, Words words) {
    Grid.Builder grid = Grid.of(words, "caption.transitions", "from", "to", "#schools");
    for (ObjectNode row : tables.newestTo("cluster_transitions", "to_year")) {
      if (row.path("schools").asInt() > 0
          && row.path("from_cluster").asInt() != row.path("to_cluster").asInt()) {
        grid.row(
            group(tables, row.path("from_cluster").asInt(), words),
            group(tables, row.path("to_cluster").asInt(), words),
            words.count(row.path("schools")));
      }
    }
    return grid.grid();
  }

  private static String group(RunTables tables, int number, Words words) {
    return tables.rows("cluster_centres").stream()
        .filter(row -> row.path("cluster").asInt() == number)
        .map(row -> row.path("label_" + words.language()).asText())
        .findFirst()
        .orElse(Integer.toString(number));
  }
}
