package io.levelfield.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** What a school's card says of the support it gets, its partner and the risks of its work. */
final class SupportText {
  private final Texts texts;

  SupportText(Texts texts) {
    this.texts = texts;
  }

  /** A line per programme: what the school gets, and since when it can show. */
  List<String> support(JsonNode rows) {
    List<String> lines = new ArrayList<>();
    for (JsonNode row : rows) {
      List<String> facts = facts(row);
      lines.add(
          row.path("programme").asText()
              + (facts.isEmpty() ? "" : ": " + String.join(", ", facts)));
    }
    return lines;
  }

  private List<String> facts(JsonNode row) {
    List<String> facts = new ArrayList<>();
    if (row.hasNonNull("first_year")) {
      facts.add(years(row));
    }
    if (row.hasNonNull("milestones_planned") && row.hasNonNull("milestones_met")) {
      facts.add(
          texts.say(
              "card.support-milestones",
              row.path("milestones_met").longValue(),
              row.path("milestones_planned").longValue()));
    }
    if (row.path("network").asBoolean()) {
      facts.add(texts.get("card.support-network"));
    }
    if (row.path("contests").asLong() > 0) {
      facts.add(texts.say("card.support-contests", row.path("contests").longValue()));
    }
    if (row.path("institutional").asBoolean()) {
      facts.add(texts.get("card.support-institutional"));
    }
    return facts;
  }

  private String years(JsonNode row) {
    String first = row.path("first_year").asText();
    if (!row.hasNonNull("last_year")) {
      return texts.say("card.support-since", first);
    }
    String last = row.path("last_year").asText();
    return first.equals(last)
        ? texts.say("card.support-year", first)
        : texts.say("card.support-years", first, last);
  }

  /** The partner, and why it is this one. */
  List<String> partner(JsonNode partner) {
    List<String> lines = new ArrayList<>();
    lines.add(
        partner.hasNonNull("partner_id")
            ? texts.say(
                "card.partner-cost",
                CardText.named(partner.path("name"), partner.path("partner_id")),
                partner.path("cost").doubleValue())
            : texts.get("card.no-partner"));
    partner.path("reasons").forEach(reason -> lines.add("  • " + reason.asText()));
    return lines;
  }

  /** The other schools of the school's network, and around which. */
  List<String> network(JsonNode network) {
    if (network.isEmpty()) {
      return List.of();
    }
    JsonNode centre = network.path(0);
    boolean ofAnother = centre.path("role").asText().equals("centre");
    List<String> others = new ArrayList<>();
    network.forEach(
        row -> {
          if (!(ofAnother && row.equals(centre))) {
            others.add(CardText.named(row.path("school_name"), row.path("school_id")));
          }
        });
    String all = String.join("; ", others);
    return List.of(
        ofAnother
            ? texts.say(
                "card.network",
                CardText.named(centre.path("school_name"), centre.path("school_id")),
                all)
            : texts.say("card.network-centre", all));
  }

  /** The schools that the school is the partner of. */
  List<String> helped(JsonNode schools) {
    List<String> helped = new ArrayList<>();
    schools.forEach(
        row -> helped.add(CardText.named(row.path("school_name"), row.path("school_id"))));
    return helped.isEmpty()
        ? List.of()
        : List.of(texts.say("card.helps", String.join("; ", helped)));
  }

  /** A line per foremost risk, the gravest first. */
  List<String> risks(JsonNode rows) {
    List<String> lines = new ArrayList<>();
    for (JsonNode row : rows) {
      lines.add(
          texts.say(
              row.path("by_cut").asBoolean() ? "card.risk-by-cut" : "card.risk-beside",
              row.path("condition_text").asText(),
              texts.get("risk_level." + row.path("level").asText()),
              row.path("score").doubleValue(),
              row.path("better").doubleValue(),
              row.path("beside").longValue() - 1));
    }
    return lines;
  }
}
