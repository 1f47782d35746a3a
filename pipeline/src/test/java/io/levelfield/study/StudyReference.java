package io.levelfield.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The tables of {@code docs/study.md}: every setting of the study's schema. */
final class StudyReference {
  private static final String BEGIN = "<!-- begin: made from the schema -->\n";
  private static final String END = "<!-- end: made from the schema -->\n";

  private static final String DIALECT = "`dialect` of any input";

  private StudyReference() {}

  /**
   * A setting.
   *
   * @param group path of what it belongs to; empty for the study itself
   * @param key its own name, {@code KEY} where the name is the user's
   * @param value what it is to be: a type or the values to choose from
   * @param meaning from the record
   * @param standard {@code required}, the default, or nothing where there is none
   */
  record Setting(String group, String key, String value, String meaning, String standard) {
    String path() {
      return group.isEmpty() ? key : group + "." + key;
    }
  }

  /** The page with its tables made anew. */
  static String replaceIn(String page, JsonNode schema) {
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    return page.substring(0, from) + tables(schema) + page.substring(to);
  }

  /** Every setting in the order of the records. */
  static List<Setting> settings(JsonNode schema) {
    List<Setting> settings = new ArrayList<>();
    collect("", schema, settings);
    return settings;
  }

  private static void collect(String group, JsonNode schema, List<Setting> settings) {
    Map<String, JsonNode> inner = new LinkedHashMap<>();
    List<String> required = texts(schema.path("required"));
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String key = property.getKey();
              JsonNode own = property.getValue();
              settings.add(
                  new Setting(
                      group,
                      key,
                      value(own),
                      own.path("description").asText(),
                      required.contains(key) ? "required" : standard(own)));
              String path = group.isEmpty() ? key : group + "." + key;
              inner.put(path, own);
              inner.put(path + "[]", own.path("items"));
              inner.put(path + ".KEY", own.path("additionalProperties"));
              own.path("anyOf").forEach(form -> inner.put(path + " ", form));
            });
    inner.forEach(
        (path, child) -> {
          if (child.has("properties")) {
            collect(path.strip(), child, settings);
          }
        });
  }

  private static String standard(JsonNode own) {
    return own.has("default")
        ? "`" + own.get("default").toString().replaceAll("\"|\\.0$", "").replace(",", ", ") + "`"
        : "";
  }

  private static String value(JsonNode own) {
    if (own.has("enum")) {
      return texts(own.get("enum")).stream()
          .map(constant -> "`" + constant + "`")
          .collect(Collectors.joining(", "));
    }
    if (own.has("const")) {
      return "`" + own.get("const").asText() + "`";
    }
    JsonNode constant = own.path("anyOf").path(1).path("const");
    if (constant.isTextual()) {
      return "whole number or `" + constant.asText() + "`";
    }
    if (own.path("anyOf").path(1).path("type").asText().equals("object")) {
      boolean number = own.path("anyOf").path(0).path("type").asText().equals("number");
      return number ? "number or settings" : "text or map";
    }
    if (own.has("anyOf")) {
      return own.findValue("properties") == null ? "value or list" : "value, list or settings";
    }
    return switch (own.path("type").asText()) {
      case "object" -> own.path("additionalProperties").isObject() ? "map" : "settings";
      case "array" -> "list";
      case "integer" -> "whole number";
      case "number" -> "number";
      default -> "text";
    };
  }

  private static String tables(JsonNode schema) {
    StringBuilder page = new StringBuilder();
    Map<String, List<Setting>> groups = new LinkedHashMap<>();
    settings(schema)
        .forEach(
            setting ->
                groups
                    .computeIfAbsent(heading(setting.group()), g -> new ArrayList<>())
                    .add(setting));
    groups.forEach(
        (heading, settings) -> {
          page.append("\n### ").append(heading);
          page.append("\n\n| setting | value | meaning | default |\n|---|---|---|---|\n");
          Map<String, Setting> told = new LinkedHashMap<>();
          // Of a dialect that some inputs give a default and others none, the default is told.
          settings.forEach(own -> told.putIfAbsent(key(heading, own), own));
          told.values().stream().map(StudyReference::row).forEach(page::append);
        });
    return page.append("\n").toString();
  }

  /** Settings of a dialect are told apart by their names, others by all that is said of them. */
  private static String key(String heading, Setting setting) {
    return heading.equals(DIALECT) ? setting.key() : row(setting);
  }

  /** Every input has the same settings of its dialect, which need be told once only. */
  private static String heading(String group) {
    if (group.endsWith(".dialect")) {
      return DIALECT;
    }
    return group.isEmpty() ? "The study" : "`" + group + "`";
  }

  private static String row(Setting setting) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            setting.key(),
            setting.value(),
            setting.meaning().replace("|", "\\|"),
            setting.standard());
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
