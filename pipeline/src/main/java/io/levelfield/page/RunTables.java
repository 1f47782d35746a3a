package io.levelfield.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.report.HelpedSchool;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.RunRows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The run's tables, each read once, with their schools by place. */
final class RunTables implements RunRows {
  private final PublishedRun run;
  private final Map<String, List<ObjectNode>> read = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> inputs;

  /** Told once for the page, the note and the letters; null until then. */
  private List<HelpedSchool> helped;

  RunTables(PublishedRun run) {
    this.run = run;
    inputs = inputs(run);
    for (ObjectNode school : rows("schools")) {
      places.put(school.path("school_id").asText(), places.size());
    }
  }

  PublishedRun run() {
    return run;
  }

  @Override
  public List<ObjectNode> rows(String table) {
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

  /** Schools that need help, told; the one most in need first. */
  List<HelpedSchool> helped(Words words) {
    if (helped == null) {
      helped = HelpedSchool.of(this, words.texts());
    }
    return helped;
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
    return HelpedSchool.queue(this);
  }

  /** A text with inputs named without their directories, for readers who have none of them. */
  String withoutDirectories(String text) {
    String plain = text;
    for (String path : inputs) {
      plain = plain.replace(path, path.substring(path.lastIndexOf('/') + 1));
    }
    return plain;
  }

  /** Paths of inputs that lie in a directory; a longer one may end as a shorter does. */
  private static List<String> inputs(PublishedRun run) {
    return StreamSupport.stream(run.manifest().path("inputs").spliterator(), false)
        .map(input -> input.path("path").asText())
        .filter(path -> path.contains("/"))
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }
}
