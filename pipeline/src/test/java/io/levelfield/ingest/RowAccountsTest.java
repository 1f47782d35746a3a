package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of a file ends in one account, whatever is wrong with it. */
class RowAccountsTest {
  private static final int DIRTY_FILES = 10_000;

  private static final String STUDY =
      """
      study: tiny
      max_rejects: 1
      inputs:
        schools: [{path: schools.csv, columns: {school_id: id, name: name}}]
        results:
          - path: pupils.csv
            shape: pupils
            columns: {school_id: id, pupil_id: p, year: y, subject: s, score: b}
            where: {kind: {not: x}}
            range: [0, 100]
          - path: counts.csv
            shape: counts
            columns: {school_id: id, subject: s, participants: n, below_minimum: low}
            constants: {year: 2018, procedure: ВПР}
        minimums: [{path: minimums.csv, columns: {subject: s, minimum: m}}]
        context:
          - path: passports.csv
            columns: {school_id: id, year: y}
      context_index:
        indicators:
          poor: {direction: unfavourable, count: poor, denominator: all}
          books: {direction: favourable, range: [0, 50]}
      """;

  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void accountsAddUpInTenThousandDirtyFiles(@TempDir Path directory) {
    var study = StudyLoader.parse(STUDY, List.of());
    var files = new StudyFiles(directory);
    var here = new Workers(SharedSpark::context, false);
    int read = 0;
    for (int i = 0; i < DIRTY_FILES / 5; i++) {
      List<String> pupils = rows(pick(20), this::pupil);
      List<String> counts = rows(pick(12), this::counts);
      List<String> passports = rows(pick(12), this::passport);
      List<String> schools = rows(6, this::school);
      List<String> minimums = rows(4, this::minimum);
      files.with("pupils.csv", "id,p,y,s,b,kind", String.join("\n", pupils));
      files.with("counts.csv", "id,s,n,low", String.join("\n", counts));
      files.with("passports.csv", "id,y,poor,all,books", String.join("\n", passports));
      files.with("schools.csv", "id,name", String.join("\n", schools));
      files.with("minimums.csv", "s,m", String.join("\n", minimums));

      StudyData data = Ingest.survey(study, directory, here).data();

      for (InputFile file : data.files()) {
        assertThat(sum(file)).as(file.path() + i).isEqualTo(file.rows());
        assertThat(file.incomplete()).isLessThanOrEqualTo(file.counted());
        read++;
      }
      long ofPupils = counted(data, "pupils.csv");
      assertThat(participants(data)).as("pupils of " + i).isEqualTo(ofPupils);
      assertThat(data.rejects().stream().map(reject -> reject.file() + reject.line()).distinct())
          .as("rows told of in " + i)
          .hasSize((int) data.files().stream().mapToLong(RowAccountsTest::told).sum());
      Collections.shuffle(pupils, new java.util.Random(i));
      files.with("pupils.csv", "id,p,y,s,b,kind", String.join("\n", pupils));
      assertThat(Ingest.survey(study, directory, here).data().tallies())
          .as("the order of rows of " + i)
          .usingRecursiveComparison()
          .isEqualTo(data.tallies());
    }
    assertThat(read).as("files read to the end").isGreaterThan(DIRTY_FILES / 2);
  }

  private static long sum(InputFile file) {
    return file.counted()
        + file.rejected()
        + file.repeated()
        + file.unknownSchool()
        + file.totals()
        + file.notTaken()
        + file.leftOut();
  }

  private static long told(InputFile file) {
    return file.rejected()
        + file.repeated()
        + file.unknownSchool()
        + file.totals()
        + file.incomplete();
  }

  private static long counted(StudyData data, String name) {
    return files(data, name, InputFile::counted);
  }

  private static long files(StudyData data, String name, ToLongFunction<InputFile> rows) {
    return data.files().stream().filter(f -> f.path().equals(name)).mapToLong(rows).sum();
  }

  private static long participants(StudyData data) {
    return data.tallies().stream()
        .filter(tally -> !tally.measure().procedure().equals("ВПР"))
        .map(ResultTally::participants)
        .mapToLong(n -> n.orElse(0))
        .sum();
  }

  private int pick(int below) {
    return 1 + random.nextInt(below);
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  private interface Row {
    String make();
  }

  /** Rows of which some stand there twice, a cell of some changed. */
  private List<String> rows(int count, Row row) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean again = !rows.isEmpty() && random.nextInt(6) == 0;
      rows.add(again ? rows.get(random.nextInt(rows.size())) : row.make());
    }
    return rows;
  }

  private String id() {
    return one("001", "002", "003", "004", "1", "009", "", "А1", "а1", "4,5E+11".replace(',', '.'));
  }

  private String pupil() {
    return String.join(
        ",",
        id(),
        one("a", "b", "c", "d", "e", ""),
        one("2018", "2018", "2018", "17/18", "18", "2300"),
        one("maths", "Maths", "art", ""),
        one("50", "61", "61", "101", "x", "", "н/я", "SUPP"),
        one("m", "m", "x"));
  }

  private String counts() {
    return String.join(
        ",",
        id(),
        one("maths", "MATHS", "art"),
        one("10", "20", "", "-1"),
        one("3", "12", "", "?"));
  }

  private String passport() {
    return String.join(
        ",",
        id(),
        one("2018", "2018", "2017", "18"),
        one("1", "3", "30", "", "x"),
        one("20", "20", "0", ""),
        one("7", "8", "99", "-", ""));
  }

  private String school() {
    return id() + "," + one("Oak", "Elm");
  }

  private String minimum() {
    return one("maths", "Maths", "art") + "," + one("30", "40", "");
  }
}
