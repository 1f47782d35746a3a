package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.report.HelpedSchool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A letter to a school: what was found, how sure it is, what is offered, what is asked. It speaks
 * of figures, conditions and support, and calls the school nothing.
 *
 * @param subject what it is about
 * @param opening why it is written
 * @param findings what was found, a sentence each
 * @param sure how sure that is; empty where nothing was found
 * @param strengths what the school can build on
 * @param offers what support is offered
 * @param exits what would change the finding
 * @param questions about the school's data
 * @param source which rows of which tables the figures are from
 */
public record Letter(
    String school,
    String municipality,
    String subject,
    String opening,
    List<String> findings,
    String sure,
    List<String> strengths,
    List<String> offers,
    List<String> exits,
    List<String> questions,
    String source) {

  /**
   * Letters to all schools that need help, the one most in need first, then to those only asked.
   */
  static List<Letter> of(RunTables tables, Words words) {
    Map<String, HelpedSchool> helped = new HashMap<>();
    tables.helped(words).forEach(school -> helped.put(school.schoolId(), school));
    Map<String, List<ObjectNode>> questions = bySchool(tables.rows("quality"));
    List<ObjectNode> schools = new ArrayList<>(tables.inNeed());
    tables.rows("schools").stream()
        .filter(school -> !school.hasNonNull("help_rank"))
        .filter(school -> questions.containsKey(school.path("school_id").asText()))
        .forEach(schools::add);
    return schools.stream()
        .map(
            school -> {
              String id = school.path("school_id").asText();
              return letter(
                  school, helped.get(id), questions.getOrDefault(id, List.of()), tables, words);
            })
        .toList();
  }

  private static Map<String, List<ObjectNode>> bySchool(List<ObjectNode> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row.path("school_id").asText()));
  }

  /**
   * @param help null where the school is only asked
   */
  private static Letter letter(
      ObjectNode school,
      HelpedSchool help,
      List<ObjectNode> questions,
      RunTables tables,
      Words words) {
    String id = school.path("school_id").asText();
    boolean helps = help != null;
    return new Letter(
        tables.name(id),
        school.path("municipality").asText(""),
        words.get(helps ? "letter.subject" : "letter.subject-questions"),
        words.get(helps ? "letter.opening" : "letter.opening-questions"),
        helps ? help.findings() : List.of(),
        helps ? sure(help, words) : "",
        helps ? strengths(school, words) : List.of(),
        helps ? offers(help, words) : List.of(),
        helps && !help.exit().isEmpty() ? List.of(help.exit()) : List.of(),
        questions.stream().map(row -> question(row, tables, words)).toList(),
        words.say("letter.source", id, tables.run().id()));
  }

  private static String sure(HelpedSchool help, Words words) {
    if (help.strength().isEmpty()) {
      return "";
    }
    return words.get("letter.sure-" + (help.uneven() ? "uneven" : help.strength()));
  }

  private static String question(ObjectNode row, RunTables tables, Words words) {
    String question = tables.withoutDirectories(row.path("question").asText());
    String year = row.path("year").asText();
    return !row.hasNonNull("year") || question.contains(year)
        ? question
        : words.say("letter.question", year, question);
  }

  private static List<String> strengths(ObjectNode school, Words words) {
    List<String> strengths = new ArrayList<>();
    JsonNode low = school.path("adjusted_low");
    if (low.isNumber() && low.doubleValue() > 0) {
      strengths.add(words.say("letter.above", school.path("adjusted_result").doubleValue()));
    }
    JsonNode similar = school.path("similar_low");
    if (similar.isNumber() && similar.doubleValue() > 0) {
      strengths.add(words.say("letter.similar", school.path("similar_difference").doubleValue()));
    }
    return strengths;
  }

  private static List<String> offers(HelpedSchool help, Words words) {
    List<String> offers = new ArrayList<>();
    if (!help.partner().isEmpty()) {
      offers.add(words.say("letter.partner", help.partner()));
    }
    if (!help.foremost().isEmpty()) {
      offers.add(words.say("letter.risks", help.foremost()));
    }
    offers.add(words.get("letter.plan"));
    return offers;
  }
}
