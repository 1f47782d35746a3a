package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole studies of extreme but legal inputs: they end well, and no cell of a table is no number.
 */
class ExtremesTest {
  private static final int MANY = 12;
  private static final List<Integer> YEARS = List.of(2021, 2022, 2023);

  /** What is no number, endless, or a zero with a sign. */
  private static final Pattern NO_NUMBER =
      Pattern.compile("(?i)[-+]?(nan|inf|infinity)|-0(\\.0*)?(e[-+]?\\d+)?");

  private static final String STUDY =
      """
      study: extreme
      outputs: {html: false, office: false, xlsx: false, public: {}}
      inputs:
        schools:
          - {path: schools.csv, columns: {school_id: id, name: name, municipality: place}}
        results:
          - path: counts.csv
            shape: counts
            columns:
              {school_id: id, year: year, subject: subject, participants: n, below_minimum: below, top: top, mean: mean, sd: sd}
            constants: {procedure: exam}
          - path: pupils.csv
            shape: pupils
            columns: {school_id: id, pupil_id: pupil, year: year, score: score, mark: mark}
            constants: {procedure: test, subject: maths}
        context:
          - {path: passports.csv, columns: {school_id: id, year: year}}
        support:
          - {path: support.csv, columns: {school_id: id, programme: programme, start: start}}
      context_index:
        indicators:
          poor: {direction: unfavourable, count: poor, denominator: families}
          books: {direction: favourable}
          shelves: {direction: favourable}
        variants: [pca, regression]
      clusters: {restarts: 5, bootstraps: 20, null_sets: 20, features: [adjusted_result, context_index]}
      identify: {simulation: {districts: 3}}
      """;

  /**
   * Inputs.
   *
   * @param pupils in an examination of a school, by its number
   * @param below how many of them are below the minimum, as a share of a hundred
   * @param mean of their scores
   * @param sd of their scores
   * @param tested pupils of a school in the other procedure
   * @param score of a pupil there, by the numbers of both and the year
   * @param poor of a hundred families
   * @param books of a school
   * @param shelves of a school
   */
  private record Inputs(
      String name,
      int schools,
      long pupils,
      IntUnaryOperator below,
      IntUnaryOperator mean,
      int sd,
      int tested,
      IntUnaryOperator score,
      IntUnaryOperator poor,
      IntUnaryOperator books,
      IntUnaryOperator shelves) {

    /** A district in which nothing is extreme but the number of schools. */
    static Inputs of(String name, int schools) {
      return new Inputs(
          name,
          schools,
          60,
          i -> 10 + i * 7 % 31,
          i -> 45 + i * 5 % 17,
          9,
          12,
          i -> 20 + i * 37 % 61,
          i -> 12 + i * 11 % 23,
          i -> 100 + i * 7919 % 900,
          i -> 3 + i * 13 % 19);
    }

    Inputs pupils(long ofSchool, int inTest) {
      return new Inputs(
          name, schools, ofSchool, below, mean, sd, inTest, score, poor, books, shelves);
    }

    Inputs results(IntUnaryOperator share, IntUnaryOperator means, int sds, IntUnaryOperator own) {
      return new Inputs(
          name, schools, pupils, share, means, sds, tested, own, poor, books, shelves);
    }

    Inputs passports(IntUnaryOperator share, IntUnaryOperator of, IntUnaryOperator on) {
      return new Inputs(name, schools, pupils, below, mean, sd, tested, score, share, of, on);
    }

    @Override
    public String toString() {
      return name;
    }

    StudyFiles in(Path directory) {
      List<String> register = new ArrayList<>(List.of("id,name,place"));
      List<String> counts = new ArrayList<>(List.of("id,year,subject,n,below,top,mean,sd"));
      List<String> pupilRows = new ArrayList<>(List.of("id,pupil,year,score,mark"));
      List<String> passports = new ArrayList<>(List.of("id,year,poor,families,books,shelves"));
      List<String> support = new ArrayList<>(List.of("id,programme,start"));
      for (int school = 0; school < schools; school++) {
        register.add("%03d,School %d,%s".formatted(school, school, school % 2 == 0 ? "A" : "B"));
        if (school % 3 == 1) {
          support.add("%03d,mentors,2022".formatted(school));
        }
        for (int year : YEARS) {
          int seed = school + 3 * (year - 2021);
          for (String subject : List.of("maths", "physics")) {
            long low = pupils * below.applyAsInt(seed) / 100;
            counts.add(
                "%03d,%d,%s,%d,%d,%d,%d,%d"
                    .formatted(
                        school,
                        year,
                        subject,
                        pupils,
                        low,
                        (pupils - low) / 5,
                        mean.applyAsInt(seed),
                        sd));
          }
          for (int pupil = 0; pupil < tested; pupil++) {
            int own = score.applyAsInt(seed + 5 * pupil);
            pupilRows.add(
                "%03d,p%d-%d,%d,%d,%d"
                    .formatted(school, school, pupil, year, own, own < 30 ? 2 : 3 + own % 3));
          }
          passports.add(
              "%03d,%d,%d,100,%d,%d"
                  .formatted(
                      school,
                      year,
                      poor.applyAsInt(school),
                      books.applyAsInt(school),
                      shelves.applyAsInt(school)));
        }
      }
      if (support.size() == 1) {
        support.add("000,mentors,2022");
      }
      return new StudyFiles(directory)
          .with("study.yaml", STUDY.strip())
          .with("schools.csv", register.toArray(String[]::new))
          .with("counts.csv", counts.toArray(String[]::new))
          .with("pupils.csv", pupilRows.toArray(String[]::new))
          .with("passports.csv", passports.toArray(String[]::new))
          .with("support.csv", support.toArray(String[]::new));
    }
  }

  static Stream<Inputs> extremes() {
    IntUnaryOperator varied = i -> 45 + i * 5 % 17;
    return Stream.of(
        Inputs.of("nothing extreme", MANY),
        Inputs.of("no variance of anything", MANY)
            .results(i -> 20, i -> 50, 0, i -> 50)
            .passports(i -> 20, i -> 100, i -> 3),
        Inputs.of("no variance of results", MANY).results(i -> 20, i -> 50, 9, i -> 50),
        Inputs.of("no variance of passports", MANY).passports(i -> 20, i -> 100, i -> 3),
        Inputs.of("one pupil", MANY)
            .pupils(1, 1)
            .results(i -> i % 2 * 100, varied, 0, i -> 20 + i * 37 % 61),
        Inputs.of("a billion pupils", MANY).pupils(1_000_000_000L, 12),
        Inputs.of("nobody below", MANY).results(i -> 0, varied, 9, i -> 90),
        Inputs.of("all below", MANY).results(i -> 100, varied, 9, i -> 0),
        Inputs.of("none and all below", MANY).results(i -> i % 2 * 100, varied, 9, i -> i % 2 * 90),
        Inputs.of("no and only poor families", MANY)
            .passports(i -> i % 2 * 100, i -> 100 + i, i -> i * 5 % 7),
        Inputs.of("collinear indicators", MANY)
            .passports(i -> 2 + i, i -> 1000 - 10 * i, i -> 50 - i),
        Inputs.of("very large numbers", MANY)
            .results(i -> 10 + i, i -> 2_000_000_000 - i, 2_000_000_000, i -> 2_000_000_000 - i)
            .passports(i -> 2 + i, i -> 2_000_000_000 - i, i -> i),
        Inputs.of("results that passports explain", MANY)
            .results(i -> 10 + i, i -> 90 - 2 * (i % 3 + i / 3), 9, i -> 90 - i)
            .passports(i -> 2 + i, i -> 1000 - 10 * i, i -> 50 - i),
        Inputs.of("three schools", 3),
        Inputs.of("two schools", 2),
        Inputs.of("one school", 1));
  }

  /** What a run says of inputs of which nothing can be told, instead of telling it. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "no variance of anything", "the schools cannot be told apart",
          "no variance of results", "the schools cannot be told apart",
          "no variance of passports", "poor: the same (0.2) in all 12 schools",
          "two schools", "2 schools have both a result and a context; at least 3 are needed",
          "one school", "there is one school only");

  @TempDir private Path directory;

  @ParameterizedTest
  @MethodSource("extremes")
  void noCellIsNoNumber(Inputs inputs) throws IOException {
    Invocation run =
        Invocation.of(
            "run",
            inputs.in(directory).path("study.yaml").toString(),
            "--out",
            directory.resolve("out").toString());

    if (REFUSED.containsKey(inputs.name())) {
      assertThat(run.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
      assertThat(run.err()).contains(REFUSED.get(inputs.name()));
      assertThat(directory.resolve("out/latest")).doesNotExist();
      return;
    }
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, String> tables = RunTables.latest(directory.resolve("out"));
    assertThat(tables).containsKeys("results.csv", "schools.csv");
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, String> table : tables.entrySet()) {
      found.addAll(noNumbers(table.getKey(), table.getValue()));
    }
    assertThat(found).isEmpty();
    assertThat(RunTables.read(directory.resolve("out/latest/run.json")))
        .doesNotContainPattern("\\bNaN\\b|Infinity");
  }

  @Test
  void whatIsSoughtIsFound() throws IOException {
    assertThat(noNumbers("t", "a,b\n1,NaN\n-0.0,-Infinity\n-0,Nancy\n-0.5,0\n"))
        .containsExactly("t 1 b NaN", "t 2 a -0.0", "t 2 b -Infinity", "t 3 a -0");
  }

  private static List<String> noNumbers(String table, String csv) throws IOException {
    var form = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<String> found = new ArrayList<>();
    try (CSVParser rows = CSVParser.parse(csv, form)) {
      for (CSVRecord row : rows) {
        row.toMap()
            .forEach(
                (column, cell) -> {
                  if (NO_NUMBER.matcher(cell).matches()) {
                    found.add(table + " " + row.getRecordNumber() + " " + column + " " + cell);
                  }
                });
      }
    }
    return found;
  }
}
