package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What the authority does next, and how far its programme is.
 *
 * @param indicators of the programme in the newest year
 * @param gaps between the most and the least successful schools by year
 * @param effects what each programme did to results, in words
 */
public record SupportPart(List<Indicator> indicators, Grid gaps, List<String> effects) {

  /**
   * An indicator of the programme.
   *
   * @param value a share, yes or no, or a dash
   * @param interval of a share
   * @param status code beside the plan
   * @param said the status in words
   * @param reason where the figure comes from, or why there is none
   */
  public record Indicator(
      String number,
      String name,
      String year,
      String value,
      String interval,
      String target,
      String status,
      String said,
      String reason) {}

  static SupportPart of(RunTables tables, Words words) {
    return new SupportPart(
        tables.newest("indicators").stream().map(row -> indicator(row, words)).toList(),
        gaps(tables, words),
        tables.rows("effect").stream()
            .filter(row -> row.path("kind").asText().equals("overall"))
            .map(
                row ->
                    words.say(
                        "effect", row.path("programme").asText(), row.path("conclusion").asText()))
            .toList());
  }

  private static Indicator indicator(ObjectNode row, Words words) {
    boolean fact = row.path("denominator").asInt() == 1 && !row.hasNonNull("low");
    return new Indicator(
        row.path("number").asText(),
        row.path("name").asText(),
        row.path("year").asText(),
        value(row.path("value"), fact, words),
        row.hasNonNull("low")
            ? words.say("interval", row.path("low").asDouble(), row.path("high").asDouble())
            : "",
        value(row.path("target"), fact, words),
        row.path("status").asText(),
        words.text(row.path("status_text")),
        words.text(row.path("reason")));
  }

  private static String value(JsonNode cell, boolean fact, Words words) {
    if (fact && cell.isNumber()) {
      return words.get(cell.asDouble() > 0 ? "yes" : "no");
    }
    return words.share(cell);
  }

  /** The indicators as a table. */
  Grid grid(Words words) {
    Grid.Builder grid =
        Grid.of(
            words, "caption.note-indicators", "number", "indicator", "#value", "#target", "status");
    indicators.forEach(
        row ->
            grid.row(
                row.number(),
                row.name(),
                row.interval().isEmpty() ? row.value() : row.value() + " (" + row.interval() + ")",
                row.target(),
                row.said()));
    return grid.grid();
  }

  private static Grid gaps(RunTables tables, Words words) {
    Grid.Builder grid =
        Grid.of(words, "caption.gaps", "year", "#gap-schools", "#low-high", "#true");
    for (ObjectNode row : tables.rows("gaps")) {
      grid.row(
          row.path("year").asText(),
          words.number(row.path("p90_p10")),
          row.hasNonNull("p90_p10_low")
              ? words.say(
                  "range", row.path("p90_p10_low").asDouble(), row.path("p90_p10_high").asDouble())
              : words.text(row.path("p90_p10_low")),
          words.number(row.path("p90_p10_true")));
    }
    return grid.grid();
  }
}
