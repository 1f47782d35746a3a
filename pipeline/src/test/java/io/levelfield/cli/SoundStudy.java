package io.levelfield.cli;

import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A study of counts and passports in which nothing is wrong, for a test to spoil.
 *
 * @param directory of its files and its output
 */
record SoundStudy(Path directory) {
  private static final int SCHOOLS = 12;

  /** A header and two examinations of each school. */
  static List<String> results() {
    List<String> rows = new ArrayList<>(List.of("id,subject,n,below,mean"));
    for (int i = 0; i < SCHOOLS; i++) {
      rows.add(
          "%d,maths,%d,%d,%d.5".formatted(100 + i, 40 + 5 * i, 4 + i * 7 % 9, 45 + i * 5 % 17));
      rows.add(
          "%d,physics,%d,%d,%d.2".formatted(100 + i, 30 + 4 * i, 3 + i * 5 % 7, 47 + i * 5 % 16));
    }
    return rows;
  }

  /** A header and a passport of each school. */
  static List<String> context() {
    List<String> rows = new ArrayList<>(List.of("id,income,poor"));
    for (int i = 0; i < SCHOOLS; i++) {
      rows.add("%d,%d,%d".formatted(100 + i, 21_000 + i * 7919 % 9000, 12 + i * 11 % 23));
    }
    return rows;
  }

  Path out() {
    return directory.resolve("out");
  }

  Invocation run(List<String> results, List<String> context) {
    return invoke("run", results, context, "--out", out().toString());
  }

  Invocation check(List<String> results, List<String> context) {
    return invoke("check", results, context);
  }

  private Invocation invoke(
      String command, List<String> results, List<String> context, String... more) {
    StudyFiles files =
        new StudyFiles(directory.resolve("own"))
            .with("results.csv", results.toArray(String[]::new))
            .with("context.csv", context.toArray(String[]::new))
            .with(
                "study.yaml",
                """
                study: own
                max_rejects: 0.2
                inputs:
                  results:
                    - path: results.csv
                      shape: counts
                      columns:
                        school_id: id
                        subject: subject
                        participants: n
                        below_minimum: below
                        mean: mean
                      constants: {year: 2023, procedure: exam}
                  context:
                    - {path: context.csv, columns: {school_id: id}, constants: {year: 2023}}
                context_index:
                  indicators: {income: {direction: favourable}, poor: {direction: unfavourable}}
                clusters: {k: 2, restarts: 5}
                """);
    List<String> arguments = new ArrayList<>(List.of(command, files.path("study.yaml").toString()));
    arguments.addAll(List.of(more));
    return Invocation.of(arguments.toArray(String[]::new));
  }
}
