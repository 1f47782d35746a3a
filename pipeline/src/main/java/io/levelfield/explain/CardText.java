package io.levelfield.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a school's card for people. */
public final class CardText {
  private final ObjectNode card;
  private final Texts texts;
  private final StringBuilder out = new StringBuilder();

  private CardText(ObjectNode card, Language language) {
    this.card = card;
    this.texts = Texts.in(language);
  }

  /** The card as text, ending with a line break. */
  public static String of(ObjectNode card, Language language) {
    var text = new CardText(card, language);
    text.head();
    text.labels();
    text.numbers();
    text.results();
    text.dynamics();
    text.similar();
    text.support();
    text.teachers();
    text.questions();
    return text.out.toString();
  }

  private void head() {
    JsonNode school = card.path("school");
    line(0, named(school.path("name"), school.path("school_id")));
    String place =
        Stream.of("municipality", "settlement")
            .filter(school::hasNonNull)
            .map(column -> settlement(school.path(column).asText()))
            .collect(Collectors.joining(", "));
    if (!place.isEmpty()) {
      line(0, place);
    }
    JsonNode run = card.path("run");
    line(
        0,
        texts.say(
            "card.run",
            run.path("study").asText(),
            run.path("year").asText(),
            run.path("run_id").asText(),
            run.path("configuration_sha256").asText()));
  }

  private String settlement(String word) {
    return switch (word) {
      case "rural" -> texts.get("card.rural");
      case "urban" -> texts.get("card.urban");
      default -> word;
    };
  }

  private void labels() {
    List<JsonNode> borne = new ArrayList<>();
    List<JsonNode> near = new ArrayList<>();
    card.path("labels")
        .forEach(label -> (label.path("formal").asBoolean() ? borne : near).add(label));
    section("card.labels");
    if (borne.isEmpty()) {
      line(1, texts.get("card.no-labels"));
    }
    borne.forEach(this::label);
    help();
    if (!near.isEmpty()) {
      section("card.near");
      near.forEach(this::label);
    }
  }

  private void help() {
    JsonNode rank = card.path("school").path("help_rank");
    if (rank.isNumber()) {
      line(1, texts.say("card.help", rank.longValue(), card.path("schools_in_need").longValue()));
    }
  }

  private void label(JsonNode label) {
    List<String> evidence = new ArrayList<>();
    boolean formal = label.path("formal").asBoolean();
    if (formal && !label.path("flag").asBoolean()) {
      evidence.add(texts.get("card.not-listed"));
    }
    if (formal && label.hasNonNull("strength")) {
      evidence.add(texts.get("strength." + label.path("strength").asText()));
    }
    if (label.hasNonNull("probability")) {
      evidence.add(texts.say("card.probability", label.path("probability").doubleValue()));
    }
    if (label.hasNonNull("robustness")) {
      String key = formal ? "card.robustness" : "card.robustness-absent";
      evidence.add(texts.say(key, label.path("robustness").doubleValue()));
    }
    if (formal && label.path("borderline").asBoolean()) {
      evidence.add(texts.get("card.borderline"));
    }
    line(
        1,
        label.path("name").asText()
            + (evidence.isEmpty() ? "" : " — " + String.join(", ", evidence)));
    label.path("reasons").forEach(reason -> line(2, "• " + reason.asText()));
    List<String> exit = new ArrayList<>();
    label.path("to_exit").forEach(step -> exit.add(step.asText()));
    if (formal && !exit.isEmpty()) {
      line(2, "→ " + String.join("; ", exit));
    }
  }

  private void numbers() {
    JsonNode school = card.path("school");
    section("card.numbers");
    say("card.result", school, "result");
    say("card.result-eb", school, "result_eb", "result_eb_se");
    if (school.hasNonNull("first_year")) {
      line(
          1,
          texts.say(
              school.hasNonNull("participants") ? "card.basis" : "card.basis-years",
              school.path("first_year").asText(),
              school.path("last_year").asText(),
              school.path("participants").longValue()));
    }
    context(school);
    say(
        "card.context-interval",
        school,
        "context_rank_low",
        "context_rank_high",
        "p_lowest_quarter");
    say("card.adjusted", school, "adjusted_result", "adjusted_low", "adjusted_high");
    if (card.hasNonNull("group")) {
      group(card.path("group"));
    }
    regression();
  }

  /** The index with its year, and whether other schools are judged by passports of another. */
  private void context(JsonNode school) {
    if (!school.hasNonNull("context_year")) {
      return;
    }
    String year = school.path("context_year").asText();
    line(
        1,
        texts.say(
            "card.context",
            school.path("context_index").doubleValue(),
            school.path("context_rank").doubleValue(),
            card.path("schools_with_index").longValue(),
            year));
    String usual = card.path("usual_context_year").asText();
    if (!usual.equals(year)) {
      line(2, texts.say("card.context-other-year", year, usual));
    }
  }

  private void group(JsonNode group) {
    line(1, texts.say("card.group", group.path("name").asText()));
    if (group.path("by_adjusted_result").asBoolean()) {
      line(2, texts.get("card.group-adjusted"));
    }
    if (!group.path("against").asText().isEmpty()) {
      line(2, texts.say("card.group-against", group.path("against").asText()));
    }
    if (group.path("borderline").asBoolean()) {
      say("card.group-borderline", group, "membership");
    }
    if (group.hasNonNull("verdict") && !group.path("verdict").asText().equals("hold")) {
      line(2, group.path("verdict_words").asText());
    }
  }

  /** The same for every label, so said once. */
  private void regression() {
    for (JsonNode label : card.path("labels")) {
      if (label.hasNonNull("expected_regression")) {
        line(
            1,
            texts.say(
                "card.regression",
                label.path("expected_regression").doubleValue(),
                label.path("expected_regression_next_year").doubleValue()));
        return;
      }
    }
  }

  private void results() {
    JsonNode results = card.path("results");
    if (results.isEmpty()) {
      return;
    }
    section("card.results", results.path(0).path("year").asText());
    for (JsonNode row : results) {
      List<String> facts = new ArrayList<>();
      if (row.hasNonNull("participants")) {
        facts.add(texts.say("card.participants", row.path("participants").longValue()));
      }
      List<String> suppressed = List.of(row.path("suppressed").asText("").split(" "));
      if (row.hasNonNull("below_minimum") && row.hasNonNull("share_below")) {
        facts.add(
            texts.say(
                    "card.below",
                    row.path("below_minimum").longValue(),
                    row.path("share_below").doubleValue(),
                    row.path("share_low").doubleValue(),
                    row.path("share_high").doubleValue())
                + marked(suppressed.contains("below_minimum")));
      }
      if (row.hasNonNull("mean")) {
        facts.add(
            texts.say("card.mean", row.path("mean").doubleValue())
                + marked(suppressed.contains("mean")));
      }
      if (row.path("objectivity").asText().equals("unconfirmed")) {
        facts.add(texts.get("card.unconfirmed"));
      }
      String examination =
          Stream.of("procedure", "subject", "grade")
              .filter(row::hasNonNull)
              .map(column -> row.path(column).asText())
              .collect(Collectors.joining(" "));
      line(1, examination + ": " + String.join(", ", facts));
    }
  }

  private String marked(boolean suppressed) {
    return suppressed ? " " + texts.get("card.suppressed") : "";
  }

  private void similar() {
    if (card.path("similar_schools").isEmpty()) {
      return;
    }
    section("card.similar");
    for (JsonNode row : card.path("similar_schools")) {
      String name = named(row.path("name"), row.path("neighbour_id"));
      line(
          1,
          row.hasNonNull("result_difference")
              ? texts.say(
                  "card.neighbour",
                  name,
                  row.path("distance").doubleValue(),
                  row.path("result_difference").doubleValue(),
                  Math.abs(row.path("result_difference").doubleValue()),
                  card.path("school").path("school_id").asText())
              : texts.say("card.neighbour-unknown", name, row.path("distance").doubleValue()));
    }
    say(
        "card.similar-difference",
        card.path("school"),
        "similar_difference",
        "similar_low",
        "similar_high");
  }

  /** Years, lists and growth of pupils. */
  private void dynamics() {
    var lines = new DynamicsText(texts);
    if (card.path("dynamics").size() > 1) {
      section("card.dynamics");
      lines.years(card.path("dynamics")).forEach(text -> line(1, text));
      lines.lists(card.path("lists")).forEach(text -> line(1, text));
      lines.growth(card.path("growth")).forEach(text -> line(1, text));
    }
  }

  /** What the school gets, who helps it, and what its work suffers from. */
  private void support() {
    var lines = new SupportText(texts);
    sectionOf("card.support", lines.support(card.path("support")));
    List<String> partners = new ArrayList<>();
    if (card.hasNonNull("partner")) {
      partners.addAll(lines.partner(card.path("partner")));
    }
    partners.addAll(lines.helped(card.path("helps")));
    partners.addAll(lines.network(card.path("network")));
    if (card.hasNonNull("partner") && !card.path("network").isEmpty()) {
      partners.add(texts.get("page.js.partner-and-network"));
    }
    sectionOf("card.partner", partners);
    if (!card.path("risks").isEmpty()) {
      section("card.risks", card.path("risks").path(0).path("year").asText());
      lines.risks(card.path("risks")).forEach(text -> line(1, text));
    }
  }

  private void sectionOf(String key, List<String> lines) {
    if (!lines.isEmpty()) {
      section(key);
      lines.forEach(text -> line(1, text));
    }
  }

  private void teachers() {
    var lines = new TeachersText(texts);
    if (!card.path("teachers").isEmpty()) {
      section("card.teachers", card.path("teachers").path(0).path("year").asText());
      lines.teachers(card.path("teachers")).forEach(text -> line(1, text));
    }
    if (!card.path("difficulties").isEmpty()) {
      section("card.difficulties", card.path("difficulties").path(0).path("year").asText());
      lines
          .difficulties(card.path("difficulties"), card.path("mentors"))
          .forEach(text -> line(1, text));
    }
  }

  private void questions() {
    if (card.path("questions").isEmpty()) {
      return;
    }
    section("card.questions");
    for (JsonNode row : card.path("questions")) {
      String question = row.path("question").asText();
      String year = row.path("year").asText();
      boolean told = !row.hasNonNull("year") || question.contains(year);
      line(1, "• " + (told ? question : texts.say("card.question", question, year)));
    }
  }

  static String named(JsonNode name, JsonNode id) {
    return name.asText("").isEmpty() || name.isNull()
        ? id.asText()
        : name.asText() + " (" + id.asText() + ")";
  }

  /** A line of numbers from columns, unless the school lacks one of them. */
  private void say(String key, JsonNode row, String... columns) {
    if (Stream.of(columns).allMatch(row::hasNonNull)) {
      line(1, texts.say(key, Stream.of(columns).map(c -> row.path(c).doubleValue()).toArray()));
    }
  }

  private void section(String key, Object... facts) {
    out.append('\n');
    line(0, texts.say(key, facts));
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }
}
