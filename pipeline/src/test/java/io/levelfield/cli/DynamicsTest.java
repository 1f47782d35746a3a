package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the years changed in the sample. */
class DynamicsTest {
  private static final String SAMPLE = "../configs/safonovo-sample.yaml";

  @TempDir private static Path directory;
  private static Map<String, String> tables;

  @BeforeAll
  static void run() {
    tables = run("all");
  }

  private static Map<String, String> run(String name, String... settings) {
    Invocation run = Invocation.run(SAMPLE, directory.resolve(name), settings);
    assertThat(run.code()).as(run.err()).isZero();
    return RunTables.latest(directory.resolve(name));
  }

  /** Lists of an earlier year are those of a run that judges that year. */
  @Test
  void earlierListsAreThoseOfTheirYear() {
    Map<String, String> then =
        run("2017", "outcome.year=2017", "context_index.uncertainty.replicates=0");

    assertThat(labels(tables, 2017)).isEqualTo(listed(then)).isNotEmpty();
    assertThat(labels(tables, 2018)).isEqualTo(listed(tables));
  }

  private static Map<String, Set<String>> listed(Map<String, String> run) {
    return CaseRuns.records(run.get("identification.csv")).stream()
        .filter(row -> row.get("flag").equals("true"))
        .collect(
            Collectors.groupingBy(
                row -> row.get("school_id"),
                TreeMap::new,
                Collectors.mapping(row -> row.get("label"), Collectors.toSet())));
  }

  private static Map<String, Set<String>> labels(Map<String, String> run, int year) {
    return CaseRuns.records(run.get("dynamics.csv")).stream()
        .filter(row -> row.get("year").equals(Integer.toString(year)))
        .filter(row -> !row.get("labels").isEmpty())
        .collect(
            Collectors.toMap(
                row -> row.get("school_id"),
                row -> new TreeSet<>(Arrays.asList(row.get("labels").split(" ")))));
  }

  @Test
  void staysOnListsAgreeWithTheYears() {
    List<CSVRecord> stays = CaseRuns.records(tables.get("list_changes.csv"));
    assertThat(stays).isNotEmpty();
    for (CSVRecord stay : stays) {
      for (int year = 2016; year <= 2018; year++) {
        boolean borne =
            labels(tables, year)
                .getOrDefault(stay.get("school_id"), Set.of())
                .contains(stay.get("label"));
        if (year == Integer.parseInt(stay.get("first_year"))
            || year == Integer.parseInt(stay.get("last_year"))) {
          assertThat(borne).as("%s in %d", stay, year).isTrue();
        }
        if (year > Integer.parseInt(stay.get("last_year"))) {
          assertThat(borne).as("%s in %d", stay, year).isFalse();
        }
      }
    }
  }

  /** What is expected of a school's change is what its earlier year was drawn by. */
  @Test
  void expectedChangeIsTheRegressionOfTheYearBefore() {
    Map<String, String> before = new TreeMap<>();
    int compared = 0;
    for (CSVRecord row : CaseRuns.records(tables.get("dynamics.csv"))) {
      String earlier = before.put(row.get("school_id"), row.get("expected_regression_to_mean"));
      if (earlier != null) {
        assertThat(row.get("expected_change")).isEqualTo(earlier);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(40);
  }

  @Test
  void theGapIsToldByYear() {
    List<CSVRecord> gaps = CaseRuns.records(tables.get("gaps.csv"));
    assertThat(gaps).extracting(row -> row.get("year")).containsExactly("2016", "2017", "2018");
    for (CSVRecord gap : gaps) {
      double deciles = Double.parseDouble(gap.get("p90_p10"));
      assertThat(Double.parseDouble(gap.get("p90_p10_low"))).isLessThan(deciles);
      assertThat(Double.parseDouble(gap.get("p90_p10_true"))).isLessThan(deciles).isPositive();
      assertThat(Double.parseDouble(gap.get("fifths"))).isPositive();
    }
    assertThat(gaps.get(0).get("change")).isEmpty();
    assertThat(Double.parseDouble(gaps.get(2).get("change_low")))
        .isLessThan(Double.parseDouble(gaps.get(2).get("change_high")));
  }
}
