package io.levelfield.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.identify.Label;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page's programs draw from: tables column by column, and the words they need. */
final class PageData {
  private static final List<String> SCHOOLS =
      List.of(
          "name",
          "municipality",
          "settlement",
          "result",
          "result_eb",
          "result_eb_se",
          "participants",
          "first_year",
          "last_year",
          "context_index",
          "context_year",
          "context_rank",
          "context_rank_low",
          "context_rank_high",
          "p_lowest_quarter",
          "expected_result",
          "adjusted_result",
          "adjusted_low",
          "adjusted_high",
          "similar_difference",
          "similar_low",
          "similar_high",
          "cluster",
          "help_rank",
          "partner_id");

  private static final List<String> RESULTS =
      List.of("school_id", "exam", "participants", "below_minimum", "share_below", "mean");

  private static final List<String> GROWTH =
      List.of(
          "school_id",
          "year",
          "method",
          "share_positive",
          "share_positive_low",
          "share_positive_high",
          "counted",
          "results");

  /** Texts of the console's card that the page's card says too, numbers and all. */
  private static final List<String> OF_CARD =
      List.of("growth", "growth-rank", "similar-difference");

  /** Columns of the other tables. */
  private static final Map<String, List<String>> TABLES =
      Map.of(
          "identification",
          List.of(
              "school_id",
              "label",
              "flag",
              "formal",
              "probability",
              "strength",
              "borderline",
              "reasons",
              "to_exit",
              "robustness"),
          "similar_schools",
          List.of("school_id", "neighbour_id", "distance", "result_difference"),
          "dynamics",
          List.of(
              "school_id", "year", "result", "result_eb", "result_eb_se", "participants", "labels"),
          "partners",
          List.of("school_id", "partner_id", "second_best_id", "cost", "reasons"),
          "networks",
          List.of("school_id", "network", "role", "centre_id", "kilometres", "minutes"),
          "support",
          List.of("school_id", "programme", "first_year", "last_year"),
          "quality",
          List.of("school_id", "year", "question"));

  private final RunTables tables;
  private final Words words;
  private final Columns columns;

  private PageData(RunTables tables, Words words) {
    this.tables = tables;
    this.words = words;
    this.columns = new Columns(tables);
  }

  static ObjectNode of(RunTables tables, Words words) {
    return new PageData(tables, words).data();
  }

  private ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("language", words.language());
    data.set("words", spoken());
    ObjectNode parts = data.putObject("tables");
    parts.set("schools", columns.schools(SCHOOLS));
    TABLES.keySet().stream()
        .sorted()
        .forEach(name -> parts.set(name, columns.of(tables.rows(name), TABLES.get(name))));
    parts.set(
        "risks",
        columns.of(
            tables.newestOfEach("risks").stream()
                .filter(row -> row.hasNonNull("foremost"))
                .toList(),
            List.of("school_id", "year", "condition_text", "level_text", "foremost")));
    parts.set(
        "growth",
        columns.of(
            tables.newest("growth_years").stream()
                .filter(row -> row.hasNonNull("share_positive"))
                .toList(),
            GROWTH));
    results(parts);
    data.set("groups", groups());
    ArrayNode labels = data.putArray("labels");
    Stream.of(Label.values()).map(Label::code).forEach(labels::add);
    return data;
  }

  private ObjectNode spoken() {
    ObjectNode spoken = JsonNodeFactory.instance.objectNode();
    Texts texts = words.texts();
    texts.under("page.js.").forEach(spoken::put);
    Stream.of(Label.values())
        .forEach(label -> spoken.put("label." + label.code(), texts.label(label)));
    texts.under("strength.").forEach((code, word) -> spoken.put("strength." + code, word));
    Map<String, String> card = texts.under("card.");
    OF_CARD.forEach(key -> spoken.put("card." + key, card.get(key)));
    spoken.put("below_one_percent", texts.get("below_one_percent"));
    spoken.put("rural", texts.get("card.rural"));
    spoken.put("urban", texts.get("card.urban"));
    return spoken;
  }

  /** Results of the judged year, and the examinations they are of. */
  private void results(ObjectNode parts) {
    List<ObjectNode> models = ofJudgedYear("outcome_models");
    models.forEach(row -> row.put("exam", exam(row)));
    List<String> exams = models.stream().map(PageData::exam).toList();
    List<ObjectNode> judged = ofJudgedYear("results");
    judged.forEach(row -> row.put("exam", exams.indexOf(exam(row))));
    parts.set("exams", columns.of(models, List.of("exam", "variance_within")));
    parts.set("results", columns.of(judged, RESULTS));
  }

  private List<ObjectNode> ofJudgedYear(String table) {
    return tables.rows(table).stream()
        .filter(row -> row.path("year").asInt() == tables.year())
        .toList();
  }

  private static String exam(ObjectNode row) {
    return Stream.of("procedure", "subject", "grade")
        .filter(row::hasNonNull)
        .map(column -> row.path(column).asText())
        .collect(Collectors.joining(" "));
  }

  private ArrayNode groups() {
    ArrayNode groups = JsonNodeFactory.instance.arrayNode();
    for (ObjectNode centre : tables.rows("cluster_centres")) {
      groups
          .addObject()
          .put("number", centre.path("cluster").asInt())
          .put("code", centre.path("name").asText())
          .put("name", centre.path("label_" + words.language()).asText());
    }
    return groups;
  }
}
