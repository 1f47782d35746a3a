package io.levelfield.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** What a school's card says of its years, its lists and the growth of its pupils. */
final class DynamicsText {
  private final Texts texts;

  DynamicsText(Texts texts) {
    this.texts = texts;
  }

  /** A line per year, and one of the change a year where it is known. */
  List<String> years(JsonNode rows) {
    List<String> lines = new ArrayList<>();
    for (JsonNode row : rows) {
      if (row.hasNonNull("result")) {
        lines.add(row.path("year").asText() + ": " + String.join(", ", facts(row)));
      }
    }
    JsonNode last = rows.path(rows.size() - 1);
    if (last.hasNonNull("slope") && last.hasNonNull("slope_se")) {
      lines.add(
          texts.say(
              "card.slope", last.path("slope").doubleValue(), last.path("slope_se").doubleValue()));
    }
    return lines;
  }

  private List<String> facts(JsonNode row) {
    List<String> facts = new ArrayList<>();
    facts.add(texts.say("card.result-of-year", row.path("result").doubleValue()));
    if (row.hasNonNull("change") && row.hasNonNull("expected_change")) {
      facts.add(
          texts.say(
              "card.change-expected",
              row.path("change").doubleValue(),
              row.path("expected_change").doubleValue()));
    } else if (row.hasNonNull("change")) {
      facts.add(texts.say("card.change", row.path("change").doubleValue()));
    }
    return facts;
  }

  /** A line per list that calls for help: since when, and how far it is to the exit. */
  List<String> lists(JsonNode rows) {
    List<String> lines = new ArrayList<>();
    for (JsonNode row : rows) {
      String stay =
          texts.say(
              "card.list",
              row.path("name").asText(),
              texts.get("list_change." + row.path("change").asText()),
              row.path("years_listed").longValue());
      lines.add(
          row.path("exit").asBoolean()
              ? texts.say("card.list-exit", stay)
              : texts.say("card.list-to-exit", stay, row.path("years_to_exit").longValue()));
    }
    return lines;
  }

  /** Pupils who do better than before, by their own results of two years. */
  List<String> growth(JsonNode rows) {
    List<String> lines = new ArrayList<>();
    for (JsonNode row : rows) {
      lines.add(
          texts.say(
              row.path("method").asText().equals("rank-change")
                  ? "card.growth-rank"
                  : "card.growth",
              row.path("year").asText(),
              row.path("share_positive").doubleValue(),
              row.path("share_positive_low").doubleValue(),
              row.path("share_positive_high").doubleValue(),
              row.path("counted").longValue(),
              row.path("results").longValue()));
    }
    return lines;
  }
}
