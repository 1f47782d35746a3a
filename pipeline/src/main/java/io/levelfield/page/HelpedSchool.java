package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.report.StoredMessages;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A school that needs help: how much speaks for it, why, what would end it, who helps.
 *
 * @param place in the table of schools
 * @param strength code of the strongest evidence; empty where it cannot be told
 * @param needs what help is needed for, with the evidence
 * @param reasons the first reason of each need
 * @param exit what would end the foremost need; empty where nothing of one year would
 * @param findings each need with all its reasons
 * @param partner name of the partner school; empty where there is none
 * @param withoutPartner why there is none, in words; empty where there is one or nobody says
 */
public record HelpedSchool(
    long rank,
    int place,
    String name,
    String municipality,
    String strength,
    List<String> needs,
    List<String> reasons,
    String exit,
    List<String> findings,
    String partner,
    String withoutPartner) {

  static List<HelpedSchool> of(List<ObjectNode> schools, RunTables tables, Words words) {
    Map<String, Map<String, ObjectNode>> evidence = new HashMap<>();
    for (ObjectNode row : tables.rows("identification")) {
      if (row.path("flag").asBoolean()) {
        evidence
            .computeIfAbsent(row.path("school_id").asText(), id -> new HashMap<>())
            .put(row.path("label").asText(), row);
      }
    }
    return schools.stream()
        .map(
            school ->
                of(
                    school,
                    evidence.getOrDefault(school.path("school_id").asText(), Map.of()),
                    tables,
                    words))
        .toList();
  }

  private static HelpedSchool of(
      ObjectNode school, Map<String, ObjectNode> evidence, RunTables tables, Words words) {
    String id = school.path("school_id").asText();
    List<String> needs = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    List<String> exits = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    for (Label label : NeedOfHelp.CALLING) {
      ObjectNode row = evidence.get(label.code());
      if (row != null) {
        needs.add(need(label, row, words));
        List<String> all = sentences(row.path("reasons_data"), words);
        findings.add(words.texts().need(label) + ": " + String.join("; ", ofSchool(row, words)));
        all.stream().limit(1).filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
        exits.add(String.join("; ", sentences(row.path("to_exit_data"), words)));
      }
    }
    return new HelpedSchool(
        school.path("help_rank").asLong(),
        tables.place(id).orElseThrow(),
        tables.name(id),
        school.path("municipality").asText(""),
        strength(evidence),
        needs,
        reasons,
        exits.stream().filter(exit -> !exit.isEmpty()).findFirst().orElse(""),
        findings,
        school.hasNonNull("partner_id") ? tables.name(school.path("partner_id").asText()) : "",
        school.hasNonNull("partner_id") ? "" : withoutPartner(id, tables, words));
  }

  private static String withoutPartner(String id, RunTables tables, Words words) {
    return tables.rows("partners").stream()
        .filter(row -> row.path("school_id").asText().equals(id))
        .flatMap(row -> sentences(row.path("reasons_data"), words).stream())
        .collect(Collectors.joining("; "));
  }

  /**
   * Reasons without how often chance lists schools of its size, which the probability allows for.
   */
  private static List<String> ofSchool(ObjectNode row, Words words) {
    return StoredMessages.read(row.path("reasons_data")).stream()
        .filter(reason -> !reason.code().equals("low.false-alarm"))
        .map(words.texts()::of)
        .toList();
  }

  private static List<String> sentences(JsonNode cell, Words words) {
    return StoredMessages.read(cell).stream().map(words.texts()::of).toList();
  }

  private static String need(Label label, ObjectNode row, Words words) {
    String code = row.path("strength").asText();
    double probability = row.path("probability").doubleValue();
    return Stream.of(Strength.values())
        .filter(strength -> Texts.code(strength).equals(code))
        .findFirst()
        .map(strength -> words.texts().need(label, strength, probability))
        .orElseGet(() -> words.texts().need(label));
  }

  private static String strength(Map<String, ObjectNode> evidence) {
    List<String> borne =
        NeedOfHelp.CALLING.stream()
            .map(label -> evidence.get(label.code()))
            .filter(Objects::nonNull)
            .map(row -> row.path("strength").asText())
            .toList();
    return Stream.of(Strength.CONFIRMED, Strength.LIKELY, Strength.WEAK)
        .map(Texts::code)
        .filter(borne::contains)
        .findFirst()
        .orElse("");
  }
}
