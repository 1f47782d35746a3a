package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Growth of pupils on real files. The numbers of linked pupils, of those who changed school and the
 * growth of a school were computed by another program, pupil by pupil.
 */
class GrowthRunTest {
  private static final Path REFERENCE = Path.of("src/test/resources/reference");

  @TempDir private Path directory;

  private Map<String, String> run(String file, String results) throws IOException {
    new StudyFiles(directory)
        .with(file, Files.readAllBytes(REFERENCE.resolve(file)))
        .with("study.yaml", "study: growth", "inputs:", "  results:", results.stripTrailing());
    Path out = directory.resolve("out");
    Invocation run =
        Invocation.of("run", directory.resolve("study.yaml").toString(), "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return RunTables.latest(out);
  }

  /**
   * Six waves of the Sustaining Effects Study: 1,721 children of 60 schools, none of whom moves.
   */
  @Test
  void growsOverTheWavesOfEgsingle() throws IOException {
    StringBuilder results = new StringBuilder();
    List<String> waves = List.of("-2.5", "-1.5", "-0.5", "0.5", "1.5", "2.5");
    for (int wave = 0; wave < waves.size(); wave++) {
      results.append(
          """
              - path: egsingle.csv
                shape: pupils
                where: {year: "%s"}
                columns: {school_id: schoolid, pupil_id: childid, grade: grade, score: math}
                constants: {year: %d, procedure: test, subject: maths}
          """
              .formatted(waves.get(wave), 2001 + wave));
    }

    Map<String, String> tables = run("egsingle.csv", results.toString());

    List<CSVRecord> years = CaseRuns.records(tables.get("growth_years.csv"));
    assertThat(sums(years, "linked"))
        .isEqualTo(
            Map.of(2001, 0L, 2002, 131L, 2003, 1332L, 2004, 1485L, 2005, 1387L, 2006, 1174L));
    assertThat(sums(years, "results"))
        .isEqualTo(
            Map.of(2001, 131L, 2002, 1346L, 2003, 1520L, 2004, 1672L, 2005, 1387L, 2006, 1174L));
    assertThat(sums(years, "movers").values()).containsOnly(0L);
    assertThat(sums(years, "without_earlier"))
        .isEqualTo(Map.of(2002, 1215L, 2003, 188L, 2004, 187L, 2005, 0L, 2006, 0L));
    requireWithinOneAnother(tables);
  }

  /** Four grades of STAR: 446 pupils change school, 367 of them between two results in maths. */
  @Test
  void countsThoseOfStarWhoChangeSchool() throws IOException {
    StringBuilder results = new StringBuilder();
    List<String> grades = List.of("K", "1", "2", "3");
    for (int grade = 0; grade < grades.size(); grade++) {
      results.append(
          """
              - path: star_pupils.csv
                shape: pupils
                where: {gr: "%s"}
                columns: {school_id: sch, pupil_id: id, grade: gr, scores: {maths: math, reading: read}}
                constants: {year: %d, procedure: SAT}
          """
              .formatted(grades.get(grade), 1986 + grade));
    }

    Map<String, String> tables = run("star_pupils.csv", results.toString());

    List<CSVRecord> growth = CaseRuns.records(tables.get("growth.csv"));
    List<CSVRecord> maths = of(growth, "maths");
    assertThat(sums(maths, "linked"))
        .isEqualTo(Map.of(1986, 0L, 1987, 4165L, 1988, 4765L, 1989, 4916L));
    assertThat(sums(maths, "movers"))
        .isEqualTo(Map.of(1986, 0L, 1987, 169L, 1988, 97L, 1989, 121L));
    List<CSVRecord> reading = of(growth, "reading");
    assertThat(sums(reading, "linked"))
        .isEqualTo(Map.of(1986, 0L, 1987, 4011L, 1988, 4732L, 1989, 4862L));
    assertThat(sums(reading, "movers"))
        .isEqualTo(Map.of(1986, 0L, 1987, 167L, 1988, 98L, 1989, 113L));
    // 5871 - 4165 - 107 - 38 pupils of the first grade have no later result in maths, and so on.
    assertThat(sums(maths, "without_later"))
        .isEqualTo(Map.of(1986, 1561L, 1987, 1750L, 1988, 1379L));
    assertThat(maths)
        .filteredOn(row -> row.get("school_id").equals("1") && row.get("year").equals("1987"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("linked")).isEqualTo("60");
              assertThat(row.get("positive")).isEqualTo("29");
              assertThat(row.get("method")).isEqualTo("growth-percentile");
              assertThat(Double.parseDouble(row.get("median_growth_percentile")))
                  .isCloseTo(43.6909172, within(1e-6));
            });
    requireWithinOneAnother(tables);
  }

  private static List<CSVRecord> of(List<CSVRecord> rows, String subject) {
    return rows.stream().filter(row -> row.get("subject").equals(subject)).toList();
  }

  /** A column's sums by year, where any cell is filled. */
  private static Map<Integer, Long> sums(List<CSVRecord> rows, String column) {
    return rows.stream()
        .filter(row -> !row.get(column).isEmpty())
        .collect(
            Collectors.groupingBy(
                row -> Integer.parseInt(row.get("year")),
                TreeMap::new,
                Collectors.summingLong(row -> Long.parseLong(row.get(column)))));
  }

  /** Years add up examinations, shares lie within their intervals and are a half in all. */
  private static void requireWithinOneAnother(Map<String, String> tables) {
    List<CSVRecord> growth = CaseRuns.records(tables.get("growth.csv"));
    List<CSVRecord> years = CaseRuns.records(tables.get("growth_years.csv"));
    for (String column : List.of("linked", "movers", "counted", "without_later")) {
      assertThat(sums(years, column)).as(column).isEqualTo(sums(growth, column));
    }
    double positive = 0;
    double counted = 0;
    for (CSVRecord row : years) {
      if (!row.get("share_positive").isEmpty()) {
        double share = Double.parseDouble(row.get("share_positive"));
        assertThat(share)
            .isBetween(
                Double.parseDouble(row.get("share_positive_low")),
                Double.parseDouble(row.get("share_positive_high")));
        positive += Double.parseDouble(row.get("positive"));
        counted += Double.parseDouble(row.get("counted"));
      }
    }
    assertThat(positive / counted).isBetween(0.45, 0.55);
    assertThat(years.stream().filter(row -> !row.get("median_growth_percentile").isEmpty()))
        .allSatisfy(
            row ->
                assertThat(Double.parseDouble(row.get("median_growth_percentile")))
                    .isBetween(0.0, 100.0))
        .isNotEmpty();
  }
}
