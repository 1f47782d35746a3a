package io.levelfield.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.report.PublishedRun;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The run's tables, each read once, with their schools by place. */
final class RunTables {
  private final PublishedRun run;
  private final Map<String, List<ObjectNode>> read = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();

  RunTables(PublishedRun run) {
    this.run = run;
    for (ObjectNode school : rows("schools")) {
      places.put(school.path("school_id").asText(), places.size());
    }
  }

  PublishedRun run() {
    return run;
  }

  /** Rows of a table in the order of the file. */
  List<ObjectNode> rows(String table) {
    return read.computeIfAbsent(table, run::rows);
  }

  /** Rows of a table's newest year. */
  List<ObjectNode> newest(String table) {
    return newestTo(table, "year");
  }

  /** Rows of the newest year that a column of a table names. */
  List<ObjectNode> newestTo(String table, String column) {
    int year = rows(table).stream().mapToInt(row -> row.path(column).asInt()).max().orElse(0);
    return rows(table).stream().filter(row -> row.path(column).asInt() == year).toList();
  }

  /** The year whose results are judged. */
  int year() {
    return run.manifest().path("year").asInt();
  }

  /** Probability from which the study takes a label for likely. */
  double likely() {
    return run.manifest().at("/configuration/identify/strength/likely").asDouble();
  }

  /** Place of a school in the table of schools. */
  Optional<Integer> place(String schoolId) {
    return Optional.ofNullable(places.get(schoolId));
  }

  /** The school's name, or its code where it has none. */
  String name(String schoolId) {
    return place(schoolId)
        .map(place -> rows("schools").get(place).path("name").asText(""))
        .filter(name -> !name.isEmpty())
        .orElse(schoolId);
  }

  /** Schools that need help, the one most in need first. */
  List<ObjectNode> inNeed() {
    return rows("schools").stream()
        .filter(school -> school.hasNonNull("help_rank"))
        .sorted(Comparator.comparingLong(school -> school.path("help_rank").asLong()))
        .toList();
  }
}
