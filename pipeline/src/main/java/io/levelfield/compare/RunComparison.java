package io.levelfield.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.Language;
import io.levelfield.report.PublishedRun;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that differs between two runs, as one tree: what is shown and what programs read. */
public final class RunComparison {
  private final PublishedRun before;
  private final PublishedRun after;
  private final Texts texts;

  private RunComparison(PublishedRun before, PublishedRun after, Texts texts) {
    this.before = before;
    this.after = after;
    this.texts = texts;
  }

  /**
   * Sets two runs side by side.
   *
   * @return {@code before} and {@code after}, what may be the cause ({@code versions}, {@code
   *     settings}, {@code inputs}), {@code schools} that came and went, {@code lists} by label,
   *     {@code certainty} of what is said of a school in both, {@code groups}, {@code help}, {@code
   *     partners}, {@code numbers} that moved, {@code indicators} and {@code questions}
   */
  public static ObjectNode of(PublishedRun before, PublishedRun after, Language language) {
    var comparison = new RunComparison(before, after, Texts.in(language));
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("before", run(before.manifest()));
    tree.set("after", run(after.manifest()));
    tree.set("versions", Leaves.differing(before.manifest(), after.manifest(), "versions"));
    tree.set("settings", Leaves.differing(before.manifest(), after.manifest(), "configuration"));
    tree.set("inputs", InputChanges.of(before, after));
    tree.set("schools", comparison.schools());
    tree.set(
        "lists",
        ListChanges.of(
            before.rows("identification"), after.rows("identification"), comparison.texts));
    tree.set("certainty", comparison.certainty());
    Map<String, ObjectNode> then = byKey(before.rows("schools"), "school_id");
    Map<String, ObjectNode> now = byKey(after.rows("schools"), "school_id");
    tree.set("groups", comparison.groups(changed(then, now, "cluster_name")));
    tree.set("help", changed(then, now, "help_rank"));
    tree.set("partners", partners(changed(then, now, "partner_id"), then, now));
    ObjectNode numbers = tree.putObject("numbers");
    for (String column : List.of("result", "context_index", "adjusted_result")) {
      numbers.set(column, changed(then, now, column));
    }
    tree.set("indicators", comparison.indicators());
    tree.set("questions", comparison.questions());
    return tree;
  }

  private static ObjectNode run(JsonNode manifest) {
    ObjectNode run = JsonNodeFactory.instance.objectNode();
    run.set("run_id", manifest.path("run_id"));
    run.set("study", manifest.path("configuration").path("study"));
    run.set("year", manifest.path("year"));
    return run;
  }

  static SortedMap<String, ObjectNode> byKey(List<ObjectNode> rows, String... columns) {
    SortedMap<String, ObjectNode> byKey = new TreeMap<>();
    for (ObjectNode row : rows) {
      List<String> key = new ArrayList<>();
      for (String column : columns) {
        key.add(row.path(column).asText());
      }
      byKey.put(String.join("\t", key), row);
    }
    return byKey;
  }

  static SortedMap<String, ObjectNode> without(
      Map<String, ObjectNode> some, Map<String, ObjectNode> others) {
    SortedMap<String, ObjectNode> missing = new TreeMap<>(some);
    missing.keySet().removeAll(others.keySet());
    return missing;
  }

  private ObjectNode schools() {
    Map<String, ObjectNode> then = byKey(before.rows("schools"), "school_id");
    Map<String, ObjectNode> now = byKey(after.rows("schools"), "school_id");
    ObjectNode schools = JsonNodeFactory.instance.objectNode();
    schools.set("came", named(without(now, then)));
    schools.set("went", named(without(then, now)));
    return schools;
  }

  private static ArrayNode named(Map<String, ObjectNode> schools) {
    ArrayNode named = JsonNodeFactory.instance.arrayNode();
    schools.values().forEach(school -> named.add(named(school)));
    return named;
  }

  static ObjectNode named(JsonNode school) {
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    named.set("school_id", school.path("school_id"));
    named.set("name", school.has("name") ? school.path("name") : school.path("school_name"));
    return named;
  }

  /** Schools of both runs of which a column is not what it was. */
  private static ArrayNode changed(
      Map<String, ObjectNode> then, Map<String, ObjectNode> now, String column) {
    ArrayNode changed = JsonNodeFactory.instance.arrayNode();
    now.forEach(
        (id, school) -> {
          ObjectNode old = then.get(id);
          if (old != null && !old.path(column).equals(school.path(column))) {
            ObjectNode row = named(school);
            row.set("before", old.path(column));
            row.set("after", school.path(column));
            changed.add(row);
          }
        });
    return changed;
  }

  /** How certain it is what a label says of a school that it lists, or does not, in both runs. */
  private ArrayNode certainty() {
    Map<String, ObjectNode> then = byKey(before.rows("identification"), "label", "school_id");
    Map<String, ObjectNode> now = byKey(after.rows("identification"), "label", "school_id");
    ArrayNode changed = JsonNodeFactory.instance.arrayNode();
    now.forEach(
        (key, own) -> {
          ObjectNode old = then.get(key);
          if (old != null
              && old.path("flag").equals(own.path("flag"))
              && !(old.path("strength").equals(own.path("strength"))
                  && old.path("probability").equals(own.path("probability")))) {
            ObjectNode row = named(own);
            row.set("label", own.path("label"));
            row.set("label_name", own.path("label_" + locale()));
            row.set("listed", own.path("flag"));
            row.set("strength_before", old.path("strength"));
            row.set("strength_after", own.path("strength"));
            row.set("before", old.path("probability"));
            row.set("after", own.path("probability"));
            changed.add(row);
          }
        });
    return changed;
  }

  /** Adds the names of partners. */
  private static ArrayNode partners(
      ArrayNode changed, Map<String, ObjectNode> then, Map<String, ObjectNode> now) {
    for (JsonNode row : changed) {
      ObjectNode own = (ObjectNode) row;
      own.set("partner_before", school(own.path("before"), then));
      own.set("partner_after", school(own.path("after"), now));
    }
    return changed;
  }

  private static JsonNode school(JsonNode code, Map<String, ObjectNode> schools) {
    ObjectNode known = schools.get(code.asText());
    return known == null ? JsonNodeFactory.instance.nullNode() : named(known);
  }

  /** Adds the names of groups as people know them; a school may stand in none. */
  private ArrayNode groups(ArrayNode changed) {
    for (JsonNode row : changed) {
      ObjectNode own = (ObjectNode) row;
      own.set("label_before", group(before, own.path("before")));
      own.set("label_after", group(after, own.path("after")));
    }
    return changed;
  }

  private JsonNode group(PublishedRun run, JsonNode code) {
    String column = "label_" + locale();
    return run.rows("cluster_centres").stream()
        .filter(centre -> centre.path("name").equals(code))
        .map(centre -> centre.path(column))
        .findFirst()
        .orElse(code);
  }

  /** Indicators of the programme whose figure or status changed, by year. */
  private ArrayNode indicators() {
    Map<String, ObjectNode> then = byKey(before.rows("indicators"), "number", "year");
    ArrayNode changed = JsonNodeFactory.instance.arrayNode();
    for (ObjectNode row : after.rows("indicators")) {
      ObjectNode old = then.get(row.path("number").asText() + "\t" + row.path("year").asText());
      if (old != null
          && !(old.path("value").equals(row.path("value"))
              && old.path("status").equals(row.path("status")))) {
        ObjectNode own = changed.addObject();
        own.set("number", row.path("number"));
        own.set("year", row.path("year"));
        own.set("value_before", old.path("value"));
        own.set("value_after", row.path("value"));
        own.set("status_before", old.path("status"));
        own.set("status_after", row.path("status"));
      }
    }
    return changed;
  }

  private ObjectNode questions() {
    Set<JsonNode> then = asked(before);
    Set<JsonNode> now = asked(after);
    ObjectNode questions = JsonNodeFactory.instance.objectNode();
    questions.set("new", without(now, then));
    questions.set("settled", without(then, now));
    return questions;
  }

  private static ArrayNode without(Set<JsonNode> some, Set<JsonNode> others) {
    ArrayNode missing = JsonNodeFactory.instance.arrayNode();
    for (JsonNode asked : some) {
      if (!others.contains(asked)) {
        ObjectNode named = named(asked);
        named.set("year", asked.path("year"));
        named.set("question", asked.path("question"));
        missing.add(named);
      }
    }
    return missing;
  }

  private static Set<JsonNode> asked(PublishedRun run) {
    return new LinkedHashSet<>(run.rows("quality"));
  }

  private String locale() {
    return texts.language().locale().getLanguage();
  }
}
