package io.levelfield.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a school's card says of its teachers, their difficulties and who could help. */
final class TeachersText {
  /** Stands in the tables for all subjects, and for none. */
  private static final String ALL = "*";

  /** What a card says of all teachers, in its order. */
  private static final Map<String, String> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("risk_group", "card.teachers-risk-group");
    FIGURES.put("risk_group_trained", "card.teachers-trained");
    FIGURES.put("grew", "card.teachers-grew");
    FIGURES.put("association", "card.teachers-association");
    FIGURES.put("vacancies", "card.teachers-vacancies");
  }

  private final Texts texts;

  TeachersText(Texts texts) {
    this.texts = texts;
  }

  /**
   * Lines of the teachers: all of them, and how many of each subject are in the risk group.
   *
   * @param rows of the table of teachers, of the school's newest year
   */
  List<String> teachers(JsonNode rows) {
    List<String> lines = new ArrayList<>();
    List<String> bySubject = new ArrayList<>();
    for (JsonNode row : rows) {
      String subject = row.path("subject").asText();
      if (subject.equals(ALL)) {
        lines.add(all(row));
      } else if (row.hasNonNull("risk_group_share")) {
        bySubject.add(said("card.teachers-of-subject", row, "risk_group", subject));
      }
    }
    if (!bySubject.isEmpty()) {
      lines.add(texts.say("card.teachers-by-subject", String.join(", ", bySubject)));
    }
    return lines;
  }

  private String all(JsonNode row) {
    List<String> facts = new ArrayList<>();
    facts.add(texts.say("card.teachers-number", row.path("teachers").longValue()));
    FIGURES.forEach(
        (figure, key) -> {
          if (row.hasNonNull(figure + "_share")) {
            facts.add(said(key, row, figure, ""));
          }
        });
    return String.join(", ", facts);
  }

  private String said(String key, JsonNode row, String figure, String subject) {
    return texts.say(
        key,
        row.path(figure).longValue(),
        row.path(figure + "_of").longValue(),
        row.path(figure + "_share").doubleValue(),
        subject);
  }

  /**
   * Lines of the difficulties, each with the schools that could help.
   *
   * @param difficulties of the school's newest diagnostics
   * @param mentors rows of the table of mentors
   */
  List<String> difficulties(JsonNode difficulties, JsonNode mentors) {
    List<String> lines = new ArrayList<>();
    for (JsonNode row : difficulties) {
      String topic = named(row);
      lines.add(
          texts.say(
              "card.difficulty",
              topic,
              row.path("with_difficulty").longValue(),
              row.path("answers").longValue()));
      String helpers =
          stream(mentors)
              .filter(mentor -> named(mentor).equals(topic))
              .map(this::mentor)
              .collect(Collectors.joining("; "));
      if (!helpers.isEmpty()) {
        lines.add("  " + texts.say("card.mentors", helpers));
      }
    }
    return lines;
  }

  private String mentor(JsonNode row) {
    String name = CardText.named(row.path("mentor_name"), row.path("mentor_id"));
    return row.path("same_network").asBoolean() ? texts.say("card.mentor-of-network", name) : name;
  }

  private static String named(JsonNode row) {
    String subject = row.path("subject").asText();
    String topic = row.path("topic").asText();
    return subject.equals(ALL) ? topic : subject + ", " + topic;
  }

  private static Stream<JsonNode> stream(JsonNode rows) {
    List<JsonNode> all = new ArrayList<>();
    rows.forEach(all::add);
    return all.stream();
  }
}
