package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixty schools of forty pupils; in the last fifteen the weakest quarter is absent, each year. */
class AbsentPupilsRunTest {
  private static final int SCHOOLS = 60;
  private static final int SOUND = 45;
  private static final int ENROLLED = 40;
  private static final String YAML =
      """
      study: absent
      inputs:
        results:
          - path: results.csv
            shape: counts
            columns: {school_id: id, year: year, participants: n, below_minimum: below, mean: mean, sd: sd}
            constants: {procedure: exam, subject: maths}
        context:
          - {path: context.csv, columns: {school_id: id}, constants: {year: 2018}}
      context_index:
        indicators:
          poor: {direction: unfavourable}
      clusters: {k: 2, restarts: 5}
      """;

  @TempDir private Path directory;

  @Test
  void whereTheWeakestAreAbsentSchoolsAreAskedAndBearNoPositiveLabel() {
    write(true);

    Map<String, String> blind = run();
    Map<String, String> seeing = run("inputs.results[0].columns.enrolled=all");

    assertThat(planted(flagged(blind))).as("what the absence gives them").hasSizeGreaterThan(4);
    assertThat(planted(flagged(seeing))).isEmpty();
    assertThat(sound(flagged(seeing))).isEqualTo(sound(flagged(blind))).isNotEmpty();
    assertThat(rows(seeing, "quality.csv", ",absent-pupils,"))
        .hasSize(3 * (SCHOOLS - SOUND))
        .allMatch(row -> row.contains("30/40"))
        .allMatch(row -> number(row.split(",", -1)[1]) >= SOUND);
    assertThat(rows(seeing, "identification.csv", "75.0% of the enrolled pupils took it"))
        .isNotEmpty()
        .allMatch(row -> number(row.split(",", -1)[0]) >= SOUND);
    assertThat(rows(seeing, "results.csv", ",30,40,0.75")).hasSize(3 * (SCHOOLS - SOUND));
  }

  /** One pupil of forty is absent everywhere, whoever it is. */
  @Test
  void aSoundDistrictIsAskedNothingAndItsTablesStayAsTheyWere() {
    write(false);

    Map<String, String> blind = run();
    Map<String, String> seeing = run("inputs.results[0].columns.enrolled=all");

    assertThat(rows(seeing, "quality.csv", "absent-pupils")).isEmpty();
    assertThat(rows(seeing, "results.csv", ",39,40,0.975")).hasSize(3 * SCHOOLS);
    seeing.remove("results.csv");
    blind.remove("results.csv");
    assertThat(seeing).isEqualTo(blind);
  }

  private void write(boolean weakestAbsent) {
    var random = new Random(7);
    List<String> results = new ArrayList<>(List.of("id,year,n,below,mean,sd,all"));
    List<String> context = new ArrayList<>(List.of("id,poor"));
    for (int s = 0; s < SCHOOLS; s++) {
      double poor = random.nextDouble();
      double level = 0.3 * random.nextGaussian() - 0.4 * poor;
      context.add(String.format(Locale.ROOT, "s%02d,%.3f", s, poor));
      for (int year = 2016; year <= 2018; year++) {
        double[] scores =
            random.doubles(ENROLLED, 0, 1).map(u -> 50 + 15 * (level + 3.46 * (u - 0.5))).toArray();
        int absent = 1;
        if (weakestAbsent && s >= SOUND) {
          Arrays.sort(scores);
          absent = ENROLLED / 4;
        }
        var took = Arrays.stream(scores, absent, ENROLLED).summaryStatistics();
        double squares =
            Arrays.stream(scores, absent, ENROLLED)
                .map(score -> Math.pow(score - took.getAverage(), 2))
                .sum();
        long below = Arrays.stream(scores, absent, ENROLLED).filter(score -> score < 35).count();
        results.add(
            String.format(
                Locale.ROOT,
                "s%02d,%d,%d,%d,%.4f,%.4f,%d",
                s,
                year,
                took.getCount(),
                below,
                took.getAverage(),
                Math.sqrt(squares / (took.getCount() - 1)),
                ENROLLED));
      }
    }
    new StudyFiles(directory.resolve("study"))
        .with("study.yaml", YAML.strip())
        .with("results.csv", results.toArray(String[]::new))
        .with("context.csv", context.toArray(String[]::new));
  }

  private Map<String, String> run(String... settings) {
    Path out = directory.resolve("out");
    Invocation run =
        Invocation.run(directory.resolve("study/study.yaml").toString(), out, settings);
    assertThat(run.code()).as(run.err()).isZero();
    return RunTables.latest(out);
  }

  private static List<String> rows(Map<String, String> tables, String table, String part) {
    return tables.get(table).lines().filter(row -> row.contains(part)).toList();
  }

  /** Schools with high results, or resilient ones. */
  private static Set<Integer> flagged(Map<String, String> tables) {
    Set<Integer> schools = new TreeSet<>();
    for (String label : List.of("high-result", "resilient")) {
      rows(tables, "identification.csv", "," + label + ",").stream()
          .filter(row -> row.matches(".*," + label + ",[^,]*,[^,]*,true,.*"))
          .forEach(row -> schools.add(number(row.split(",", -1)[0])));
    }
    return schools;
  }

  private static int number(String school) {
    return Integer.parseInt(school.substring(1));
  }

  private static List<Integer> planted(Set<Integer> schools) {
    return schools.stream().filter(school -> school >= SOUND).toList();
  }

  private static List<Integer> sound(Set<Integer> schools) {
    return schools.stream().filter(school -> school < SOUND).toList();
  }
}
