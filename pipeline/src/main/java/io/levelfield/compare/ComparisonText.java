package io.levelfield.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes for people what differs between two runs. */
public final class ComparisonText {
  /** So many schools are named: of numbers that moved, those that moved most. */
  private static final int NAMED = 5;

  /** Probabilities that moved by less are not told, as half of a per cent changes nothing. */
  private static final double LEAST_PROBABILITY = 0.005;

  /** So many files are named: of forms there may be one a school. */
  private static final int FILES_NAMED = 20;

  private final ObjectNode tree;
  private final Texts texts;
  private final StringBuilder out = new StringBuilder();

  private ComparisonText(ObjectNode tree, Texts texts) {
    this.tree = tree;
    this.texts = texts;
  }

  /** The comparison as text, ending with a line break. */
  public static String of(ObjectNode tree, Language language) {
    var text = new ComparisonText(tree, Texts.in(language));
    text.runs();
    text.causes();
    int said = text.out.length();
    text.questionsOfData();
    text.schools();
    text.lists();
    text.certainty();
    text.groups();
    text.help();
    text.partners();
    text.numbers();
    text.indicators();
    text.questions();
    if (text.out.length() == said) {
      text.section("compare.same");
    } else if (tree.path("lists").isEmpty()) {
      text.section("compare.lists-same");
    }
    return text.out.toString();
  }

  private void runs() {
    for (String side : List.of("before", "after")) {
      JsonNode run = tree.path(side);
      line(
          0,
          texts.say(
              "compare." + side,
              run.path("study").asText(),
              run.path("year").asText(),
              run.path("run_id").asText()));
    }
  }

  private void causes() {
    section("compare.causes");
    List<String> causes = new ArrayList<>();
    tree.path("versions")
        .forEach(row -> causes.add(texts.say("compare.version", facts(row, "name"))));
    tree.path("settings")
        .forEach(row -> causes.add(texts.say("compare.setting", facts(row, "name"))));
    causes.addAll(files());
    if (causes.isEmpty()) {
      causes.add(texts.get("compare.no-causes"));
    }
    causes.forEach(cause -> line(1, cause));
  }

  /** Files that came, went or changed; one that is read for several inputs is told of once. */
  private List<String> files() {
    Set<String> files = new LinkedHashSet<>();
    for (JsonNode file : tree.path("inputs")) {
      files.add(
          texts.say(
              "compare.input-" + file.path("change").asText(),
              file.path("path").asText(),
              file.path("rows_before").longValue(),
              file.path("rows_after").longValue(),
              file.path("path_before").asText()));
    }
    List<String> named =
        files.stream().limit(FILES_NAMED).collect(Collectors.toCollection(ArrayList::new));
    if (named.size() < files.size()) {
      named.add(texts.say("compare.input-more", files.size() - named.size()));
    }
    return named;
  }

  private Object[] facts(JsonNode row, String name) {
    return new Object[] {
      row.path(name).asText(), value(row.path("before")), value(row.path("after"))
    };
  }

  private String value(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return texts.get("compare.none");
    }
    return value.isNumber()
        ? texts.say("compare.number", value.doubleValue())
        : value.isTextual() ? value.asText() : value.path("path").asText(value.toString());
  }

  private void schools() {
    for (String kind : List.of("came", "went")) {
      JsonNode schools = tree.path("schools").path(kind);
      if (!schools.isEmpty()) {
        section("compare.schools-" + kind, schools.size());
        schools.forEach(school -> line(1, named(school)));
      }
    }
  }

  private void lists() {
    if (tree.path("lists").isEmpty()) {
      return;
    }
    section("compare.lists");
    for (JsonNode list : tree.path("lists")) {
      line(
          1,
          texts.say(
              "compare.list",
              list.path("name").asText(),
              list.path("before").longValue(),
              list.path("after").longValue()));
      list.path("entered").forEach(school -> entry("+", school, "reasons", "compare.because"));
      for (JsonNode school : list.path("left")) {
        entry("-", school, "reasons_before", "compare.was");
        String now = now(school);
        if (!now.isEmpty()) {
          line(3, texts.say("compare.now", now));
        }
      }
    }
  }

  private void entry(String mark, JsonNode school, String reasons, String key) {
    line(2, mark + " " + named(school));
    if (!school.path(reasons).isEmpty()) {
      line(3, texts.say(key, joined(school.path(reasons))));
    }
  }

  /** What is said of a school that left a list; where nothing is, its numbers that moved. */
  private String now(JsonNode school) {
    if (!school.path("reasons").isEmpty()) {
      return joined(school.path("reasons"));
    }
    JsonNode id = school.path("school_id");
    if (of(tree.path("schools").path("went"), id).isPresent()) {
      return texts.get("compare.gone");
    }
    List<String> moved = new ArrayList<>();
    tree.path("numbers")
        .properties()
        .forEach(
            column ->
                of(column.getValue(), id)
                    .ifPresent(
                        row ->
                            moved.add(
                                texts.say("compare.number-" + column.getKey(), movement(row)))));
    return String.join("; ", moved);
  }

  /** The row of a school. */
  private static Optional<JsonNode> of(JsonNode rows, JsonNode school) {
    for (JsonNode row : rows) {
      if (row.path("school_id").equals(school)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** Of schools that stay on a list or off it: first those with another word for it. */
  private void certainty() {
    Map<String, List<JsonNode>> labels = new TreeMap<>();
    int all = 0;
    for (JsonNode row : tree.path("certainty")) {
      if (isSaidOtherwise(row) || distance(row) >= LEAST_PROBABILITY) {
        labels.computeIfAbsent(row.path("label_name").asText(), name -> new ArrayList<>()).add(row);
        all++;
      }
    }
    if (all == 0) {
      return;
    }
    section("compare.certainty", all);
    labels.forEach(
        (label, own) -> {
          line(1, texts.say("compare.certainty-label", label, own.size()));
          own.stream()
              .sorted(
                  Comparator.comparing(ComparisonText::isSaidOtherwise)
                      .reversed()
                      .thenComparing(
                          Comparator.comparingDouble(ComparisonText::distance).reversed()))
              .limit(NAMED)
              .forEach(row -> line(2, texts.say("compare.certainty-school", certain(row))));
        });
  }

  private static boolean isSaidOtherwise(JsonNode row) {
    return !row.path("strength_before").equals(row.path("strength_after"));
  }

  private Object[] certain(JsonNode row) {
    Object[] moved = movement(row);
    String now =
        isSaidOtherwise(row) ? texts.say("compare.certainty-now", strength(row, "after")) : "";
    return new Object[] {moved[0], moved[1], moved[2], strength(row, "before"), now};
  }

  private String strength(JsonNode row, String side) {
    String strength = row.path("strength_" + side).asText("");
    return row.path("strength_" + side).isNull() || strength.isEmpty()
        ? texts.get("compare.none")
        : texts.get("strength." + strength);
  }

  private void partners() {
    JsonNode rows = tree.path("partners");
    if (rows.isEmpty()) {
      return;
    }
    section("compare.partners", rows.size());
    for (JsonNode row : rows) {
      line(
          1,
          texts.say(
              "compare.moved",
              named(row),
              partner(row.path("partner_before")),
              partner(row.path("partner_after"))));
    }
  }

  private String partner(JsonNode school) {
    return school.path("school_id").isTextual() ? named(school) : texts.get("compare.none");
  }

  /** Schools that went from one group to another, together: where names change, all of one go. */
  private void groups() {
    JsonNode rows = tree.path("groups");
    if (rows.isEmpty()) {
      return;
    }
    section("compare.groups", rows.size());
    Map<String, List<String>> schools = new TreeMap<>();
    for (JsonNode row : rows) {
      String moved =
          texts.say(
              "compare.group", value(row.path("label_before")), value(row.path("label_after")));
      schools.computeIfAbsent(moved, m -> new ArrayList<>()).add(named(row));
    }
    schools.forEach(
        (moved, own) -> {
          String first = String.join(", ", own.subList(0, Math.min(NAMED, own.size())));
          line(1, texts.say("compare.group-schools", moved, own.size(), first, own.size() - NAMED));
        });
  }

  private void help() {
    JsonNode rows = tree.path("help");
    if (rows.isEmpty()) {
      return;
    }
    section("compare.help", rows.size());
    for (JsonNode row : rows) {
      line(
          1,
          texts.say(
              "compare.moved", named(row), value(row.path("before")), value(row.path("after"))));
    }
  }

  private void numbers() {
    tree.path("numbers")
        .properties()
        .forEach(
            column -> {
              if (!column.getValue().isEmpty()) {
                section("compare." + column.getKey(), column.getValue().size());
                most(column.getValue()).forEach(row -> line(1, moved(row)));
              }
            });
  }

  private static List<JsonNode> most(JsonNode rows) {
    List<JsonNode> moved = new ArrayList<>();
    rows.forEach(moved::add);
    moved.sort(Comparator.comparingDouble(ComparisonText::distance).reversed());
    return moved.subList(0, Math.min(NAMED, moved.size()));
  }

  /** A number that came or went moved most. */
  private static double distance(JsonNode row) {
    return row.path("before").isNumber() && row.path("after").isNumber()
        ? Math.abs(row.path("after").doubleValue() - row.path("before").doubleValue())
        : Double.POSITIVE_INFINITY;
  }

  private String moved(JsonNode row) {
    return texts.say("compare.moved", movement(row));
  }

  /** The school and its two numbers. */
  private Object[] movement(JsonNode row) {
    var moved = MovedNumber.of(row.path("before"), row.path("after"), texts);
    return new Object[] {named(row), moved.before(), moved.after()};
  }

  private void indicators() {
    if (tree.path("indicators").isEmpty()) {
      return;
    }
    section("compare.indicators");
    for (JsonNode row : tree.path("indicators")) {
      var moved = MovedNumber.of(row.path("value_before"), row.path("value_after"), texts);
      line(
          1,
          texts.say(
              "compare.indicator",
              row.path("number").asText(),
              row.path("year").asText(),
              moved.before(),
              moved.after(),
              status(row.path("status_before")),
              status(row.path("status_after"))));
    }
  }

  private String status(JsonNode code) {
    return texts.get("target_status." + code.asText());
  }

  /** First of all, as what all lists rest on may be in doubt. */
  private void questionsOfData() {
    List<JsonNode> asked = questions("new", true);
    List<JsonNode> settled = questions("settled", true);
    if (asked.size() + settled.size() > 0) {
      section("compare.of-data");
      asked.forEach(own -> line(1, "+ " + own.path("question").asText()));
      settled.forEach(own -> line(1, "- " + own.path("question").asText()));
    }
  }

  private void questions() {
    List<JsonNode> asked = questions("new", false);
    List<JsonNode> settled = questions("settled", false);
    if (asked.size() + settled.size() > 0) {
      section("compare.questions", asked.size(), settled.size());
      questions("+", asked);
      questions("-", settled);
    }
  }

  private void questions(String mark, List<JsonNode> questions) {
    for (JsonNode asked : questions.subList(0, Math.min(NAMED, questions.size()))) {
      line(1, mark + " " + named(asked));
      line(2, asked.path("question").asText());
    }
    if (questions.size() > NAMED) {
      line(1, texts.say("compare.questions-more", mark, questions.size() - NAMED));
    }
  }

  /** Questions that are new or settled: about the data as a whole, or to schools. */
  private List<JsonNode> questions(String kind, boolean ofData) {
    List<JsonNode> questions = new ArrayList<>();
    for (JsonNode own : tree.path("questions").path(kind)) {
      if (own.path("school_id").asText().equals(QualityFinding.SEVERAL) == ofData) {
        questions.add(own);
      }
    }
    return questions;
  }

  private static String joined(JsonNode sentences) {
    List<String> all = new ArrayList<>();
    sentences.forEach(sentence -> all.add(sentence.asText()));
    return all.stream().collect(Collectors.joining("; "));
  }

  private static String named(JsonNode school) {
    String name = school.path("name").asText("");
    String id = school.path("school_id").asText();
    return name.isEmpty() || school.path("name").isNull() ? id : name + " (" + id + ")";
  }

  private void section(String key, Object... facts) {
    out.append('\n');
    line(0, texts.say(key, facts));
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }
}
