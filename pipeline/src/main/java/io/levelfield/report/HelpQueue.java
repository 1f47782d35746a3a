package io.levelfield.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the schools of the queue from the tables of a run; who is in it, and where, they say. */
final class HelpQueue {
  private static final String SCHOOL_ID = "school_id";

  private final Texts texts;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Map<String, ObjectNode>> evidence = new HashMap<>();
  private final Map<String, List<ObjectNode>> partners;
  private final Map<String, List<ObjectNode>> questions;
  private final Map<String, List<ObjectNode>> risks;

  HelpQueue(RunRows tables, Texts texts) {
    this.texts = texts;
    for (ObjectNode school : tables.rows("schools")) {
      names.put(school.path(SCHOOL_ID).asText(), school.path("name").asText(""));
    }
    for (ObjectNode row : tables.rows("identification")) {
      if (row.path("flag").asBoolean()) {
        evidence
            .computeIfAbsent(row.path(SCHOOL_ID).asText(), id -> new HashMap<>())
            .put(row.path("label").asText(), row);
      }
    }
    this.partners = bySchool(tables.rows("partners"), row -> true);
    this.questions = bySchool(tables.rows("quality"), row -> true);
    this.risks = bySchool(tables.newestOfEach("risks"), row -> row.hasNonNull("foremost"));
  }

  private static Map<String, List<ObjectNode>> bySchool(
      List<ObjectNode> rows, Predicate<ObjectNode> wanted) {
    return rows.stream()
        .filter(wanted)
        .collect(Collectors.groupingBy(row -> row.path(SCHOOL_ID).asText()));
  }

  /** Rows of schools that need help, the one most in need first. */
  static List<ObjectNode> of(List<ObjectNode> schools) {
    return schools.stream()
        .filter(school -> school.hasNonNull("help_rank"))
        .sorted(Comparator.comparingLong(school -> school.path("help_rank").asLong()))
        .toList();
  }

  List<HelpedSchool> tell(List<ObjectNode> queue) {
    return queue.stream().map(this::tell).toList();
  }

  private HelpedSchool tell(ObjectNode school) {
    String id = school.path(SCHOOL_ID).asText();
    Map<String, ObjectNode> own = evidence.getOrDefault(id, Map.of());
    Set<String> strengths = strengths(own);
    List<String> needs = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    List<String> exits = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    for (Label label : NeedOfHelp.CALLING) {
      ObjectNode row = own.get(label.code());
      if (row != null) {
        needs.add(need(label, row));
        sentences(row.path("reasons_data")).stream()
            .limit(1)
            .filter(reason -> !reasons.contains(reason))
            .forEach(reasons::add);
        String name = strengths.size() > 1 ? texts.need(label) + certainty(row) : texts.need(label);
        findings.add(name + ": " + String.join("; ", ofSchool(row)));
        exits.add(String.join("; ", sentences(row.path("to_exit_data"))));
      }
    }
    String strength = strengths.stream().findFirst().orElse("");
    String foremost = foremost(id);
    boolean paired = school.hasNonNull("partner_id");
    return new HelpedSchool(
        school.path("help_rank").asLong(),
        id,
        name(id),
        school.path("municipality").asText(""),
        strength,
        strengths.size() > 1,
        needs,
        reasons,
        exits.stream().filter(exit -> !exit.isEmpty()).findFirst().orElse(""),
        findings,
        foremost,
        next(id, strength, foremost),
        paired ? name(school.path("partner_id").asText()) : "",
        paired ? "" : withoutPartner(id));
  }

  private String name(String id) {
    String name = names.getOrDefault(id, "");
    return name.isEmpty() ? id : name;
  }

  private String foremost(String id) {
    return risks.getOrDefault(id, List.of()).stream()
        .sorted(Comparator.comparingInt(row -> row.path("foremost").asInt()))
        .map(row -> row.path("condition_text").asText())
        .collect(Collectors.joining(", "));
  }

  /** First what would make the finding surer, then what to work on. */
  private List<String> next(String id, String strength, String foremost) {
    List<String> next = new ArrayList<>();
    if (strength.equals(Texts.code(Strength.WEAK))) {
      next.add(texts.get("help.next.weak"));
    }
    int asked = questions.getOrDefault(id, List.of()).size();
    if (asked > 0) {
      next.add(texts.say("help.next.questions", asked));
    }
    if (!foremost.isEmpty()) {
      next.add(texts.say("help.next.risks", foremost));
    }
    return next;
  }

  private String withoutPartner(String id) {
    return partners.getOrDefault(id, List.of()).stream()
        .flatMap(row -> sentences(row.path("reasons_data")).stream())
        .collect(Collectors.joining("; "));
  }

  /**
   * Reasons without how often chance lists schools of its size, which the probability allows for.
   */
  private List<String> ofSchool(ObjectNode row) {
    return StoredMessages.read(row.path("reasons_data")).stream()
        .filter(reason -> !reason.code().equals("low.false-alarm"))
        .map(texts::of)
        .toList();
  }

  private List<String> sentences(JsonNode cell) {
    return StoredMessages.read(cell).stream().map(texts::of).toList();
  }

  private String need(Label label, ObjectNode row) {
    String code = row.path("strength").asText();
    double probability = row.path("probability").doubleValue();
    return Stream.of(Strength.values())
        .filter(strength -> Texts.code(strength).equals(code))
        .findFirst()
        .map(strength -> texts.need(label, strength, probability))
        .orElseGet(() -> texts.need(label));
  }

  private String certainty(ObjectNode row) {
    String strength = row.path("strength").asText();
    return strength.isEmpty() ? "" : " (" + texts.get("strength." + strength) + ")";
  }

  /** Codes of how strong the evidence of the needs is, the strongest first. */
  private static Set<String> strengths(Map<String, ObjectNode> evidence) {
    List<String> borne =
        NeedOfHelp.CALLING.stream()
            .map(label -> evidence.get(label.code()))
            .filter(Objects::nonNull)
            .map(row -> row.path("strength").asText())
            .toList();
    return Stream.of(Strength.CONFIRMED, Strength.LIKELY, Strength.WEAK)
        .map(Texts::code)
        .filter(borne::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
