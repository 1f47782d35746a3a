package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tiny study with the results of the year before, in which school 004 did much better. */
class TransitionsTest {
  private static final String YEAR_BEFORE =
      """
          - path: results-2017.csv
            shape: means
            columns: {school_id: id, mean: mean, participants: n, sd: sd}
            constants: {year: 2017, procedure: exam, subject: maths}
            range: [0, 100]
        context:
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void writeYearBefore() {
    files =
        TinyStudy.in(directory.resolve("study"))
            .with(
                "results-2017.csv",
                "id,mean,n,sd",
                "001,42,20,9",
                "002,45,30,10",
                "003,41,25,8",
                "004,68,40,11",
                "005,66,50,10",
                "006,70,35,9",
                "007,64,45,12");
  }

  @Test
  void aSchoolThatFellWentFromGroupToGroup() {
    Map<String, String> tables = run("[result]");

    assertThat(rows(tables, "cluster_transitions"))
        .containsExactly(
            List.of("2017", "2018", "1", "1", "low-result", "low-result", "3"),
            List.of("2017", "2018", "1", "2", "low-result", "high-result", "0"),
            List.of("2017", "2018", "2", "1", "high-result", "low-result", "1"),
            List.of("2017", "2018", "2", "2", "high-result", "high-result", "3"));
  }

  /** Adjusted by the present fit, the newest year's schools are where the groups were made. */
  @Test
  void schoolsOfTheNewestYearAreInTheGroupsOfTheRun() {
    Map<String, String> tables = run("[adjusted_result, context_index]");

    Map<String, Long> grouped =
        rows(tables, "clusters").stream()
            .filter(row -> !row.get(0).equals("008")) // had no results the year before
            .collect(Collectors.groupingBy(row -> row.get(2), Collectors.counting()));
    Map<String, Long> arrived =
        rows(tables, "cluster_transitions").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get(3), Collectors.summingLong(row -> Long.parseLong(row.get(6)))));
    assertThat(arrived).isEqualTo(grouped);
  }

  private Map<String, String> run(String features) {
    String study =
        TinyStudy.YAML
            .replace("  context:\n", YEAR_BEFORE)
            .replace("{k: 2,", "{features: " + features + ", k: 2,");
    files.with("study.yaml", study + "outcome: {pool_years: 1, pool_years_small: 1}");
    Path out = directory.resolve("out");
    Invocation run =
        Invocation.of("run", files.path("study.yaml").toString(), "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return RunTables.latest(out);
  }

  /** Cells of a table's rows; names in words, which have commas, are taken out. */
  private static List<List<String>> rows(Map<String, String> tables, String table) {
    return tables
        .get(table + ".csv")
        .lines()
        .skip(1)
        .map(line -> List.of(line.replaceAll("\"[^\"]*\"", "").split(",", -1)))
        .toList();
  }
}
