package io.levelfield.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The values of two trees by their paths, e.g. {@code identify.low_result.years}. */
final class Leaves {
  private final ArrayNode rows = JsonNodeFactory.instance.arrayNode();

  private Leaves() {}

  /**
   * Values below a member of two trees that differ, by path; what one lacks is null there. An
   * element of a list that one lacks, such as an input, is one value.
   */
  static ArrayNode differing(JsonNode before, JsonNode after, String member) {
    var leaves = new Leaves();
    leaves.compare("", before.path(member), after.path(member));
    return leaves.rows;
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (orNull(before).equals(orNull(after))) {
      return; // a setting that an earlier version did not have is none
    }
    if (isEach(before, after, JsonNode::isObject)) {
      NavigableSet<String> names = new TreeSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name));
      }
    } else if (isEach(before, after, JsonNode::isArray) && holdsObjects(before, after)) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        String element = path + "[" + i + "]";
        if (before.has(i) && after.has(i)) {
          compare(element, before.path(i), after.path(i));
        } else {
          add(element, before.path(i), after.path(i));
        }
      }
    } else {
      add(path, before, after);
    }
  }

  /** Whether both are of a kind, or one is and the other is not there. */
  private static boolean isEach(JsonNode before, JsonNode after, Predicate<JsonNode> kind) {
    return (kind.test(before) || before.isMissingNode())
        && (kind.test(after) || after.isMissingNode());
  }

  private static boolean holdsObjects(JsonNode before, JsonNode after) {
    return before.path(0).isObject() || after.path(0).isObject();
  }

  private void add(String path, JsonNode before, JsonNode after) {
    ObjectNode row = rows.addObject().put("name", path);
    row.set("before", orNull(before));
    row.set("after", orNull(after));
  }

  private static JsonNode orNull(JsonNode value) {
    return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
  }
}
