package io.levelfield.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.Language;
import io.levelfield.report.PublishedRun;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

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
   *     {@code groups}, {@code help}, {@code numbers} that moved, {@code indicators} and {@code
   *     questions}
   */
  public static ObjectNode of(PublishedRun before, PublishedRun after, Language language) {
    var comparison = new RunComparison(before, after, Texts.in(language));
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("before", run(before.manifest()));
    tree.set("after", run(after.manifest()));
    tree.set("versions", Leaves.differing(before.manifest(), after.manifest(), "versions"));
    tree.set("settings", Leaves.differing(before.manifest(), after.manifest(), "configuration"));
    tree.set("inputs", comparison.inputs());
    tree.set("schools", comparison.schools());
    tree.set(
        "lists",
        ListChanges.of(
            before.rows("identification"), after.rows("identification"), comparison.texts));
    Map<String, ObjectNode> then = byKey(before.rows("schools"), "school_id");
    Map<String, ObjectNode> now = byKey(after.rows("schools"), "school_id");
    tree.set("groups", comparison.groups(changed(then, now, "cluster_name")));
    tree.set("help", changed(then, now, "help_rank"));
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

  /** Files that came, went, or are not what they were. */
  private ArrayNode inputs() {
    SortedMap<String, ObjectNode> then = files(before);
    SortedMap<String, ObjectNode> now = files(after);
    Set<String> all = new TreeSet<>(then.keySet());
    all.addAll(now.keySet());
    ArrayNode changed = JsonNodeFactory.instance.arrayNode();
    for (String key : all) {
      ObjectNode old = then.get(key);
      ObjectNode own = now.get(key);
      if (old == null || own == null || !old.path("sha256").equals(own.path("sha256"))) {
        ObjectNode file = changed.addObject();
        JsonNode known = own == null ? old : own;
        file.set("role", known.path("role"));
        file.set("path", known.path("path"));
        file.put("change", old == null ? "added" : own == null ? "removed" : "changed");
        if (old != null) {
          file.set("rows_before", old.path("rows"));
        }
        if (own != null) {
          file.set("rows_after", own.path("rows"));
        }
      }
    }
    return changed;
  }

  private static SortedMap<String, ObjectNode> files(PublishedRun run) {
    List<ObjectNode> files = new ArrayList<>();
    run.manifest().path("inputs").forEach(file -> files.add((ObjectNode) file));
    return byKey(files, "role", "path");
  }

  private ObjectNode schools() {
    Map<String, ObjectNode> then = byKey(before.rows("schools"), "school_id");
    Map<String, ObjectNode> now = byKey(after.rows("schools"), "school_id");
    ObjectNode schools = JsonNodeFactory.instance.objectNode();
    schools.set("came", without(now, then));
    schools.set("went", without(then, now));
    return schools;
  }

  private static ArrayNode without(Map<String, ObjectNode> some, Map<String, ObjectNode> others) {
    ArrayNode missing = JsonNodeFactory.instance.arrayNode();
    some.forEach(
        (id, school) -> {
          if (!others.containsKey(id)) {
            missing.add(named(school));
          }
        });
    return missing;
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
    String column = "label_" + texts.language().locale().getLanguage();
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
    questions.put("new", now.stream().filter(asked -> !then.contains(asked)).count());
    questions.put("settled", then.stream().filter(asked -> !now.contains(asked)).count());
    return questions;
  }

  private static Set<JsonNode> asked(PublishedRun run) {
    return Set.copyOf(run.rows("quality"));
  }
}
