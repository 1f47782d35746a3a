package io.levelfield.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.identify.Label;
import io.levelfield.report.StoredMessages;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which schools entered and left the lists of labels from one run to another, and why. */
public final class ListChanges {
  private final Texts texts;

  /** Rows of the listed schools, by label and school. */
  private final SortedMap<String, SortedMap<String, ObjectNode>> then;

  private final SortedMap<String, SortedMap<String, ObjectNode>> now;

  /** Rows of the later run, listed or not, by school and label. */
  private final SortedMap<String, ObjectNode> judged;

  private ListChanges(List<ObjectNode> before, List<ObjectNode> after, Texts texts) {
    this.texts = texts;
    then = listed(before);
    now = listed(after);
    judged = RunComparison.byKey(after, "school_id", "label");
  }

  /**
   * Compares the lists.
   *
   * @param before rows of the table {@code identification} of the earlier run
   * @param after the same of the later one
   * @return a member per list that is not what it was, in the order of labels
   */
  public static ArrayNode of(List<ObjectNode> before, List<ObjectNode> after, Texts texts) {
    return new ListChanges(before, after, texts).tree();
  }

  private static SortedMap<String, SortedMap<String, ObjectNode>> listed(List<ObjectNode> rows) {
    SortedMap<String, SortedMap<String, ObjectNode>> lists = new TreeMap<>();
    for (ObjectNode row : rows) {
      if (row.path("flag").asBoolean()) {
        lists
            .computeIfAbsent(row.path("label").asText(), label -> new TreeMap<>())
            .put(row.path("school_id").asText(), row);
      }
    }
    return lists;
  }

  private ArrayNode tree() {
    ArrayNode lists = JsonNodeFactory.instance.arrayNode();
    for (Label label : Label.values()) {
      SortedMap<String, ObjectNode> old = then.getOrDefault(label.code(), new TreeMap<>());
      SortedMap<String, ObjectNode> own = now.getOrDefault(label.code(), new TreeMap<>());
      if (!old.keySet().equals(own.keySet())) {
        ObjectNode list = lists.addObject().put("label", label.code());
        list.put("name", texts.label(label));
        list.put("before", old.size());
        list.put("after", own.size());
        list.set("entered", entered(own, old));
        list.set("left", left(old, own));
      }
    }
    return lists;
  }

  private ArrayNode entered(
      SortedMap<String, ObjectNode> own, SortedMap<String, ObjectNode> before) {
    ArrayNode entered = JsonNodeFactory.instance.arrayNode();
    own.forEach(
        (school, row) -> {
          if (!before.containsKey(school)) {
            ObjectNode named = RunComparison.named(row);
            named.set("reasons", sentences(row));
            entered.add(named);
          }
        });
    return entered;
  }

  /** Those that left, with why they were listed and what is said of them now. */
  private ArrayNode left(SortedMap<String, ObjectNode> before, SortedMap<String, ObjectNode> own) {
    ArrayNode left = JsonNodeFactory.instance.arrayNode();
    before.forEach(
        (school, row) -> {
          if (!own.containsKey(school)) {
            ObjectNode named = RunComparison.named(row);
            named.set("reasons_before", sentences(row));
            ObjectNode since = judged.get(school + "\t" + row.path("label").asText());
            if (since != null) {
              named.set("reasons", sentences(since));
            }
            left.add(named);
          }
        });
    return left;
  }

  private ArrayNode sentences(ObjectNode row) {
    ArrayNode words = JsonNodeFactory.instance.arrayNode();
    StoredMessages.read(row.path("reasons_data")).forEach(m -> words.add(texts.of(m)));
    return words;
  }
}
