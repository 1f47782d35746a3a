package io.levelfield.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.SchoolYear;
import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Language;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.RunProblem;
import io.levelfield.report.StoredMessages;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything a run says of one school, as one tree: what the card shows and programs read. */
public final class SchoolCard {
  private static final String SCHOOL_ID = "school_id";

  private SchoolCard() {}

  /**
   * Puts the card together.
   *
   * @param asked the school's code, or a part of its name that no other school's has
   * @return {@code run}, {@code school} (its row of the table of schools), {@code labels}, {@code
   *     results} of the newest year, {@code dynamics} and {@code lists} over the years, {@code
   *     growth} of pupils, {@code similar_schools}, {@code support}, {@code partner}, {@code helps}
   *     whose partner it is, {@code network}, {@code risks}, {@code teachers} and {@code
   *     difficulties} of the newest year, {@code mentors} and {@code questions}
   * @throws RunProblem if the run knows no such school, or several
   */
  public static ObjectNode of(PublishedRun run, String asked, Language language) {
    List<ObjectNode> schools = run.rows("schools");
    Map<String, ObjectNode> byId = new HashMap<>();
    schools.forEach(school -> byId.put(school.path(SCHOOL_ID).asText(), school));
    String schoolId = SchoolAsked.id(schools, asked);
    ObjectNode school = byId.get(schoolId);
    var texts = Texts.in(language);
    ObjectNode card = JsonNodeFactory.instance.objectNode();
    card.set("run", manifest(run.manifest()));
    card.set("school", school);
    card.put("schools", schools.size());
    card.put("schools_with_index", ranked(run, school));
    SchoolYear.usual(
            schools.stream()
                .filter(s -> s.hasNonNull("context_year"))
                .map(s -> s.path("context_year").asInt()))
        .ifPresent(year -> card.put("usual_context_year", year));
    card.put("schools_in_need", schools.stream().filter(s -> s.hasNonNull("help_rank")).count());
    group(run, school, texts).ifPresent(group -> card.set("group", group));
    card.set("labels", labels(run, schoolId, texts));
    card.set("results", newest(run.rows("results", schoolId)));
    card.set("dynamics", array(run.rows("dynamics", schoolId)));
    card.set("lists", lists(run, schoolId, texts));
    card.set("growth", newest(counted(run.rows("growth_years", schoolId))));
    card.set("similar_schools", similar(run, schoolId));
    card.set("support", array(run.rows("support", schoolId)));
    partner(run, schoolId, texts).ifPresent(partner -> card.set("partner", partner));
    card.set(
        "helps",
        array(
            run.rows("partners").stream()
                .filter(row -> row.path("partner_id").asText().equals(schoolId))
                .toList()));
    card.set("network", network(run, schoolId));
    card.set("risks", foremost(newest(run.rows("risks", schoolId))));
    card.set("teachers", newest(run.rows("teachers", schoolId)));
    card.set(
        "difficulties",
        array(
            rows(newest(run.rows("difficulties", schoolId)))
                .filter(row -> row.path("difficulty").asBoolean())
                .toList()));
    card.set("mentors", array(run.rows("mentors", schoolId)));
    card.set("questions", array(run.rows("quality").stream().filter(of(schoolId)).toList()));
    return card;
  }

  private static Predicate<ObjectNode> of(String schoolId) {
    return row -> row.path(SCHOOL_ID).asText().equals(schoolId);
  }

  /** Schools the school's index is ranked among: those with one of the same year. */
  private static long ranked(PublishedRun run, ObjectNode school) {
    return run.rows("context").stream()
        .filter(row -> row.path("year").equals(school.path("context_year")))
        .count();
  }

  private static ObjectNode manifest(JsonNode manifest) {
    ObjectNode run = JsonNodeFactory.instance.objectNode();
    run.set("run_id", manifest.path("run_id"));
    run.set("study", manifest.path("configuration").path("study"));
    run.set("year", manifest.path("year"));
    run.set("configuration_sha256", manifest.path("configuration_sha256"));
    return run;
  }

  /** The school's group, whether the school is borderline, and what the groups are worth. */
  private static Optional<ObjectNode> group(PublishedRun run, ObjectNode school, Texts texts) {
    String code = texts.language() == Language.RU ? "_ru" : "_en";
    return run.rows("clusters", school.path(SCHOOL_ID).asText()).stream()
        .findFirst()
        .map(
            row -> {
              ObjectNode group = JsonNodeFactory.instance.objectNode();
              group.set("name", row.path("label" + code));
              group.set("membership", row.path("membership"));
              group.set("borderline", row.path("borderline"));
              group.put(
                  "by_adjusted_result",
                  row.path("name").asText().contains("result") && byAdjustedResult(run));
              group.put("against", againstGroup(school, texts));
              run.rows("cluster_validity").stream()
                  .filter(validity -> validity.path("chosen").asBoolean())
                  .findFirst()
                  .ifPresent(
                      chosen -> {
                        group.set("verdict", chosen.path("verdict"));
                        group.set("verdict_words", chosen.path("verdict" + code));
                      });
              return group;
            });
  }

  /** Whether what names of groups say of results is said of adjusted ones alone. */
  private static boolean byAdjustedResult(PublishedRun run) {
    return run.rows("cluster_centres").stream()
        .anyMatch(centre -> centre.has("adjusted_result") && !centre.has("result"));
  }

  /** Labels that contradict the name of the school's group, in words. */
  private static String againstGroup(ObjectNode school, Texts texts) {
    List<String> codes = List.of(school.path("labels_against_group").asText("").split(" "));
    return Stream.of(Label.values())
        .filter(label -> codes.contains(label.code()))
        .map(texts::label)
        .collect(Collectors.joining(", "));
  }

  private static ArrayNode labels(PublishedRun run, String schoolId, Texts texts) {
    List<ObjectNode> rows = new ArrayList<>(run.rows("identification", schoolId));
    Map<String, Label> byCode = new HashMap<>();
    Stream.of(Label.values()).forEach(label -> byCode.put(label.code(), label));
    rows.sort(Comparator.comparing(row -> byCode.get(row.path("label").asText())));
    ArrayNode labels = JsonNodeFactory.instance.arrayNode();
    for (ObjectNode row : rows) {
      row.put("name", texts.label(byCode.get(row.path("label").asText())));
      row.set("reasons", sentences(row.remove("reasons_data"), texts));
      row.set("to_exit", sentences(row.remove("to_exit_data"), texts));
      row.remove(List.of(SCHOOL_ID, "school_name", "label_ru", "label_en"));
      labels.add(row);
    }
    return labels;
  }

  /** Reasons in the reader's language, whatever the study's. */
  private static ArrayNode sentences(JsonNode data, Texts texts) {
    ArrayNode sentences = JsonNodeFactory.instance.arrayNode();
    StoredMessages.read(data).forEach(reason -> sentences.add(texts.of(reason)));
    return sentences;
  }

  /** The lists that call for help on which the school has been, with their names. */
  private static ArrayNode lists(PublishedRun run, String schoolId, Texts texts) {
    List<ObjectNode> rows = run.rows("list_changes", schoolId);
    rows.removeIf(row -> !row.hasNonNull("exit"));
    Map<String, Label> byCode = new HashMap<>();
    Stream.of(Label.values()).forEach(label -> byCode.put(label.code(), label));
    rows.sort(Comparator.comparing(row -> byCode.get(row.path("label").asText())));
    rows.forEach(row -> row.put("name", texts.label(byCode.get(row.path("label").asText()))));
    return array(rows);
  }

  private static List<ObjectNode> counted(List<ObjectNode> growth) {
    return growth.stream().filter(row -> row.hasNonNull("share_positive")).toList();
  }

  /** The other schools of the school's network, its centre first. */
  private static ArrayNode network(PublishedRun run, String schoolId) {
    List<ObjectNode> rows = run.rows("networks");
    Set<JsonNode> own =
        rows.stream()
            .filter(of(schoolId))
            .map(row -> row.path("network"))
            .collect(Collectors.toSet());
    return array(
        rows.stream()
            .filter(row -> own.contains(row.path("network")))
            .filter(of(schoolId).negate())
            .sorted(Comparator.comparing(row -> !row.path("role").asText().equals("centre")))
            .toList());
  }

  private static ArrayNode foremost(ArrayNode risks) {
    return array(
        rows(risks)
            .filter(row -> row.hasNonNull("foremost"))
            .sorted(Comparator.comparingInt(row -> row.path("foremost").asInt()))
            .toList());
  }

  private static ArrayNode newest(List<ObjectNode> results) {
    int year = results.stream().mapToInt(row -> row.path("year").asInt()).max().orElse(0);
    return array(results.stream().filter(row -> row.path("year").asInt() == year).toList());
  }

  private static Stream<ObjectNode> rows(ArrayNode array) {
    List<ObjectNode> rows = new ArrayList<>();
    array.forEach(row -> rows.add((ObjectNode) row));
    return rows.stream();
  }

  private static ArrayNode similar(PublishedRun run, String schoolId) {
    List<ObjectNode> rows = run.rows("similar_schools", schoolId);
    rows.forEach(row -> row.set("name", row.remove("neighbour_name")));
    return array(rows);
  }

  private static Optional<ObjectNode> partner(PublishedRun run, String schoolId, Texts texts) {
    Optional<ObjectNode> partner = run.rows("partners", schoolId).stream().findFirst();
    partner.ifPresent(
        row -> {
          row.set("reasons", sentences(row.remove("reasons_data"), texts));
          row.set("name", row.remove("partner_name"));
        });
    return partner;
  }

  private static ArrayNode array(List<ObjectNode> rows) {
    return JsonNodeFactory.instance.arrayNode().addAll(rows);
  }
}
