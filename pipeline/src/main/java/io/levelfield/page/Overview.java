package io.levelfield.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.report.HelpedSchool;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What matters, in plain words: who needs help, how sure that is, why, what next, what changed.
 *
 * @param headline the answer in one line
 * @param lead how sure it is, and what was not judged
 * @param help the schools that need help first
 * @param more how many others there are; empty where all are shown
 * @param next what the authority may do with it
 * @param years what the newest year changed of the lists
 * @param since what changed since the run before
 */
public record Overview(
    String headline,
    List<String> lead,
    List<Place> help,
    String more,
    List<String> next,
    Grid years,
    RunChange since) {

  /**
   * A school that needs help.
   *
   * @param row its place in the table of schools, by which programs know it
   */
  public record Place(HelpedSchool school, int row) {}

  /** As many as a head reads; the others stand in the table of schools. */
  private static final int SHOWN = 10;

  /** Questions that all that follows hangs on, and what is said before them. */
  private static final Map<String, String> OF_ALL =
      Map.of(
          "missing-schools", "lead.incomplete",
          "reversed", "lead.reversed",
          "unit-jump", "lead.other-unit");

  static Overview of(RunTables tables, Words words) {
    List<ObjectNode> inNeed = tables.inNeed();
    List<HelpedSchool> help = tables.helped(words);
    return new Overview(
        headline(tables, words, inNeed.size()),
        lead(tables, words, help),
        help.stream()
            .limit(SHOWN)
            .map(school -> new Place(school, tables.place(school.schoolId()).orElseThrow()))
            .toList(),
        help.size() > SHOWN ? words.say("help.more", help.size() - SHOWN) : "",
        next(tables, words, inNeed),
        YearChanges.ofYears(tables, words),
        RunChange.of(tables, words));
  }

  private static String headline(RunTables tables, Words words, int inNeed) {
    if (unknown(tables).equals(NeedOfHelp.ROOTS)) {
      return words.get("headline.unknown");
    }
    return inNeed == 0
        ? words.say("headline.none", tables.rows("schools").size())
        : words.say("headline", inNeed, tables.rows("schools").size());
  }

  /** What of that which calls for help could be judged of no school. */
  private static List<Label> unknown(RunTables tables) {
    return NeedOfHelp.ROOTS.stream()
        .filter(
            label -> tables.rows("schools").stream().noneMatch(s -> s.hasNonNull(label.column())))
        .toList();
  }

  private static List<String> lead(RunTables tables, Words words, List<HelpedSchool> help) {
    List<String> lead = new ArrayList<>();
    for (ObjectNode row : tables.rows("quality")) {
      String said = OF_ALL.get(row.path("rule").asText());
      if (said != null) {
        lead.add(words.say(said, row.path("question").asText()));
      }
    }
    if (!help.isEmpty()) {
      lead.add(
          words.say(
              "lead.sure",
              count(help, Strength.CONFIRMED),
              count(help, Strength.LIKELY),
              count(help, Strength.WEAK)));
    }
    List<Label> unknown = unknown(tables);
    if (!unknown.isEmpty() && unknown.size() < NeedOfHelp.ROOTS.size()) {
      lead.add(words.say("lead.not-judged", words.texts().need(unknown.get(0))));
    }
    double likely = tables.likely();
    String near = near(tables, likely);
    if (!near.isEmpty()) {
      lead.add(words.say("lead.near", near, likely));
    }
    long unconfirmed =
        tables.rows("results").stream()
            .filter(row -> row.path("objectivity").asText().equals("unconfirmed"))
            .map(row -> row.path("school_id").asText())
            .distinct()
            .count();
    if (unconfirmed > 0) {
      lead.add(words.say("lead.unconfirmed", unconfirmed));
    }
    return lead;
  }

  /** Schools of no list whose results are likely to be low, the likeliest first. */
  private static String near(RunTables tables, double likely) {
    Set<String> inNeed =
        tables.inNeed().stream()
            .map(school -> school.path("school_id").asText())
            .collect(Collectors.toSet());
    return tables.rows("identification").stream()
        .filter(row -> row.path("label").asText().equals(Label.LOW_RESULT.code()))
        .filter(row -> !row.path("flag").asBoolean())
        .filter(row -> row.path("probability").asDouble() >= likely)
        .filter(row -> !inNeed.contains(row.path("school_id").asText()))
        .sorted(
            Comparator.comparingDouble((ObjectNode row) -> -row.path("probability").asDouble())
                .thenComparing(row -> row.path("school_id").asText()))
        .limit(SHOWN)
        .map(row -> tables.name(row.path("school_id").asText()))
        .collect(Collectors.joining(", "));
  }

  private static long count(List<HelpedSchool> help, Strength strength) {
    return help.stream().filter(school -> school.strength().equals(Texts.code(strength))).count();
  }

  private static List<String> next(RunTables tables, Words words, List<ObjectNode> inNeed) {
    List<String> next = new ArrayList<>();
    long paired = inNeed.stream().filter(school -> school.hasNonNull("partner_id")).count();
    if (paired > 0) {
      next.add(words.say("next.partners", paired, inNeed.size()));
    }
    tables.rows("shared_risks").stream()
        .filter(row -> row.path("schools").asInt() > 1)
        .sorted((a, b) -> b.path("schools").asInt() - a.path("schools").asInt())
        .limit(2)
        .forEach(
            row ->
                next.add(
                    words.say(
                        "next.risk",
                        row.path("condition_text").asText(),
                        row.path("schools").asInt(),
                        named(row.path("school_ids").asText(), tables))));
    int questions = tables.rows("quality").size();
    if (questions > 0) {
      next.add(words.say("next.questions", questions));
    }
    return next;
  }

  private static String named(String codes, RunTables tables) {
    return String.join(", ", Stream.of(codes.split(" ")).map(tables::name).toList());
  }
}
