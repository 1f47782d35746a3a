package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.support.ProgrammeIndicator;
import io.levelfield.report.RunRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What everyone may see, of the newest year; made from the tables for everyone and from no others.
 *
 * @param exams results of each examination, all schools first
 * @param indicators of the programme
 */
public record PublicPart(Words words, String style, List<Grid> exams, Grid indicators) {

  private static final Set<String> FACTS =
      Stream.of(ProgrammeIndicator.values())
          .filter(indicator -> indicator.kind() == ProgrammeIndicator.Kind.FACT)
          .map(ProgrammeIndicator::number)
          .collect(Collectors.toSet());

  static PublicPart of(RunRows tables, Words words) {
    return new PublicPart(
        words,
        Assets.ofPublic(),
        exams(newest(tables.rows("public_results")), words),
        indicators(newest(tables.rows("public_indicators")), words));
  }

  private static List<ObjectNode> newest(List<ObjectNode> rows) {
    int year = rows.stream().mapToInt(row -> row.path("year").asInt()).max().orElse(0);
    return rows.stream().filter(row -> row.path("year").asInt() == year).toList();
  }

  private static List<Grid> exams(List<ObjectNode> rows, Words words) {
    Map<String, List<ObjectNode>> byExam = new LinkedHashMap<>();
    rows.forEach(row -> byExam.computeIfAbsent(exam(row), e -> new ArrayList<>()).add(row));
    List<Grid> exams = new ArrayList<>();
    byExam.forEach(
        (exam, own) -> {
          Grid.Builder grid =
              Grid.of(
                  words, "public.caption", "school", "#participants", "#below", "#mean", "remark");
          own.forEach(row -> result(grid, row, words));
          Grid made = grid.grid();
          exams.add(new Grid(exam, made.heads(), made.rows()));
        });
    return exams;
  }

  private static String exam(ObjectNode row) {
    return Stream.of("procedure", "subject", "grade", "year")
        .filter(row::hasNonNull)
        .map(column -> row.path(column).asText())
        .collect(Collectors.joining(" "));
  }

  private static void result(Grid.Builder grid, ObjectNode row, Words words) {
    List<String> hidden = List.of(row.path("hidden").asText("").split(" "));
    String name = row.path("school_name").asText("");
    grid.row(
        row.hasNonNull("school_name") ? name : row.path("school_id").asText(),
        hidden.contains("participants") ? hidden(words) : words.count(row.path("participants")),
        shareBelow(row, hidden, words),
        hidden.contains("mean") ? hidden(words) : words.number(row.path("mean")),
        row.hasNonNull("objectivity") ? words.get("public.unconfirmed") : "");
  }

  private static String shareBelow(ObjectNode row, List<String> hidden, Words words) {
    if (row.hasNonNull("share_below")) {
      return words.share(row.path("share_below"));
    }
    return bounds(row, hidden.contains("below_minimum"), words);
  }

  /** What is said of a figure in place of itself. */
  private static String bounds(ObjectNode row, boolean hidden, Words words) {
    JsonNode least = row.path("share_at_least");
    JsonNode most = row.path("share_at_most");
    if (least.isNumber()) {
      return words.say("public.at-least", least.doubleValue());
    }
    if (most.isNumber()) {
      return words.say("public.at-most", most.doubleValue());
    }
    return hidden ? hidden(words) : words.number(most);
  }

  private static String hidden(Words words) {
    return words.get("public.hidden");
  }

  private static Grid indicators(List<ObjectNode> rows, Words words) {
    Grid.Builder grid =
        Grid.of(words, "title.indicators", "number", "indicator", "#value", "#target", "status");
    for (ObjectNode row : rows) {
      boolean known = row.hasNonNull("value");
      grid.row(
          row.path("number").asText(),
          row.path("name").asText(),
          known ? value(row, "value", words) : bounds(row, row.path("hidden").asBoolean(), words),
          value(row, "target", words),
          words.text(row.path("status_text")));
    }
    return grid.grid();
  }

  /** A share, or whether something is there. */
  private static String value(ObjectNode row, String column, Words words) {
    JsonNode cell = row.path(column);
    return cell.isNumber() && FACTS.contains(row.path("number").asText())
        ? words.get(cell.doubleValue() > 0 ? "yes" : "no")
        : words.share(cell);
  }
}
