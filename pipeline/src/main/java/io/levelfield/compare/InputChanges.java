package io.levelfield.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.report.PublishedRun;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Files that came, went, stand elsewhere, or are not what they were. */
final class InputChanges {
  private InputChanges() {}

  static ArrayNode of(PublishedRun before, PublishedRun after) {
    SortedMap<String, ObjectNode> then = files(before);
    SortedMap<String, ObjectNode> now = files(after);
    SortedMap<String, ObjectNode> came = RunComparison.without(now, then);
    SortedMap<String, ObjectNode> went = RunComparison.without(then, now);
    Map<String, Deque<ObjectNode>> byContent = new HashMap<>();
    went.values()
        .forEach(old -> byContent.computeIfAbsent(content(old), c -> new ArrayDeque<>()).add(old));
    ArrayNode changed = JsonNodeFactory.instance.arrayNode();
    for (ObjectNode own : came.values()) {
      ObjectNode old = byContent.getOrDefault(content(own), new ArrayDeque<>()).poll();
      changed.add(file(old == null ? "added" : "moved", old, own));
    }
    went.values().stream()
        .filter(old -> byContent.get(content(old)).contains(old))
        .forEach(old -> changed.add(file("removed", old, null)));
    now.forEach(
        (key, own) -> {
          ObjectNode old = then.get(key);
          if (old != null && !content(old).equals(content(own))) {
            changed.add(file("changed", old, own));
          }
        });
    return changed;
  }

  private static SortedMap<String, ObjectNode> files(PublishedRun run) {
    List<ObjectNode> files = new ArrayList<>();
    run.manifest().path("inputs").forEach(file -> files.add((ObjectNode) file));
    return RunComparison.byKey(files, "role", "path");
  }

  private static String content(ObjectNode file) {
    return file.path("role").asText() + "\t" + file.path("sha256").asText();
  }

  /**
   * What happened to a file.
   *
   * @param old the file of the earlier run, null if there is none
   * @param own of the later one, null if there is none
   */
  private static ObjectNode file(String change, ObjectNode old, ObjectNode own) {
    JsonNode known = own == null ? old : own;
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.set("role", known.path("role"));
    file.set("path", known.path("path"));
    file.put("change", change);
    if (old != null) {
      file.set("path_before", old.path("path"));
      file.set("rows_before", old.path("rows"));
    }
    if (own != null) {
      file.set("rows_after", own.path("rows"));
    }
    return file;
  }
}
