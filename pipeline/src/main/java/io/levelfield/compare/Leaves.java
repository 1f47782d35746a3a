package io.levelfield.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of a tree by their paths, e.g. {@code identify.low_result.years}. */
final class Leaves {
  private Leaves() {}

  /** Values below a member of two trees that differ, by path; what one lacks is null there. */
  static ArrayNode differing(JsonNode before, JsonNode after, String member) {
    SortedMap<String, JsonNode> then = of(before.path(member));
    SortedMap<String, JsonNode> now = of(after.path(member));
    SortedSet<String> paths = new TreeSet<>(then.keySet());
    paths.addAll(now.keySet());
    ArrayNode differing = JsonNodeFactory.instance.arrayNode();
    for (String path : paths) {
      if (!then.getOrDefault(path, nothing()).equals(now.getOrDefault(path, nothing()))) {
        ObjectNode row = differing.addObject().put("name", path);
        row.set("before", then.getOrDefault(path, nothing()));
        row.set("after", now.getOrDefault(path, nothing()));
      }
    }
    return differing;
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.nullNode();
  }

  private static SortedMap<String, JsonNode> of(JsonNode tree) {
    SortedMap<String, JsonNode> leaves = new TreeMap<>();
    add(leaves, "", tree);
    return leaves;
  }

  private static void add(SortedMap<String, JsonNode> leaves, String path, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  add(
                      leaves,
                      path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                      member.getValue()));
    } else if (node.isArray() && node.path(0).isObject()) {
      for (int i = 0; i < node.size(); i++) {
        add(leaves, path + "[" + i + "]", node.path(i));
      }
    } else if (!node.isMissingNode()) {
      leaves.put(path, node);
    }
  }
}
