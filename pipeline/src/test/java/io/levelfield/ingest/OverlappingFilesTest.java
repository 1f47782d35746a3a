package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Measure;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two exports of the same pupils never count together. */
class OverlappingFilesTest {
  private static final String CODED =
      """
      inputs:
        results:
          - path: "results*.csv"
            shape: pupils
            columns: {school_id: school, pupil_id: pupil, year: year, subject: subject, mark: mark, score: score}
            constants: {procedure: ЕГЭ}
      """;
  private static final String WITHOUT_CODES = CODED.replace("pupil_id: pupil, ", "");
  private static final String HEADER = "school,pupil,year,subject,mark,score";

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  /** Rows of schools whose pupils have scores of few values. */
  private static List<String> rows(int schools, int pupils, long seed) {
    var random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int school = 1; school <= schools; school++) {
      for (int pupil = 0; pupil < pupils; pupil++) {
        int mark = 2 + random.nextInt(4);
        rows.add("%03d,%d-%d,2018,maths,%d,%d".formatted(school, school, pupil, mark, mark));
      }
    }
    return rows;
  }

  private void write(String name, List<String> rows) {
    List<String> lines = new ArrayList<>(rows);
    lines.add(0, HEADER);
    files.with(name, lines.toArray(String[]::new));
  }

  @Test
  void aNewerExportBesideAnOlderOneIsRefused() {
    List<String> newer = rows(12, 20, 1);
    List<String> older = new ArrayList<>(newer.subList(0, 12 * 20 - 27));
    Collections.shuffle(older, new Random(2));
    write("results-old.csv", older);
    write("results.csv", newer);

    assertThatThrownBy(() -> IngestStudy.read(files, WITHOUT_CODES))
        .isInstanceOf(InputsRefused.class)
        .satisfies(
            e ->
                assertThat(InEnglish.told(e))
                    .contains(
                        "results-old.csv and results.csv overlap",
                        "of 11 schools' examinations that were compared, 10"));
    assertThatThrownBy(() -> IngestStudy.read(files, CODED))
        .isInstanceOf(InputsRefused.class)
        .satisfies(
            e ->
                assertThat(InEnglish.told(e))
                    .contains("the same pupils stand in results-old.csv, results.csv: 213 codes"));
  }

  @Test
  void codesThatEveryExportMakesAnewDoNotHideIt() {
    List<String> rows = rows(12, 20, 1);
    write("results-old.csv", rows.stream().map(row -> row.replaceFirst("-", "-x")).toList());
    write("results.csv", rows);

    assertThatThrownBy(() -> IngestStudy.read(files, CODED))
        .satisfies(e -> assertThat(InEnglish.told(e)).contains("results-old.csv and results.csv"));
    assertThat(IngestStudy.read(files, CODED + "\nquality: {overlap: {share: 1}}\n").tallies())
        .hasSize(12);
    assertThat(IngestStudy.read(files, CODED + "\nquality: {overlap: {at_least: 13}}\n").tallies())
        .hasSize(12);
    assertThat(IngestStudy.read(files, CODED + "\nquality: {overlap: {pupils: 21}}\n").tallies())
        .hasSize(12);
  }

  @Test
  void blankCodesAreNoCodes() {
    List<String> rows =
        rows(150, 2, 2).stream().map(row -> row.replaceFirst(",[^,]*,", ",,")).toList();
    write("results.csv", rows);

    assertThatThrownBy(() -> IngestStudy.read(files, CODED))
        .isInstanceOf(InputsRefused.class)
        .satisfies(
            e -> assertThat(InEnglish.told(e)).contains("pupil codes do not tell pupils apart"));
  }

  @Test
  void halvesOfAFileAreNoExportsOfEachOther() {
    List<String> rows = rows(200, 24, 3);
    Collections.shuffle(rows, new Random(4));
    write("results-1.csv", rows.subList(0, rows.size() / 2));
    write("results-2.csv", rows.subList(rows.size() / 2, rows.size()));

    assertThat(IngestStudy.read(files, WITHOUT_CODES).tallies()).hasSize(200);
    assertThat(IngestStudy.read(files, CODED).tallies()).hasSize(200);
  }

  @Test
  void codesThatRepeatWithinAFileAreNoCodes() {
    List<String> rows = rows(12, 20, 5).stream().map(row -> row.replaceAll("-\\d+", "")).toList();
    write("results-1.csv", rows.subList(0, 120));
    write("results-2.csv", rows.subList(120, 240));

    // Few keys, but on each of them many rows.
    List<String> more = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      more.add("%03d,x,2018,maths,4,4".formatted(100 + i));
      more.add("%03d,x,2018,maths,4,4".formatted(100 + i));
    }
    write("results-3.csv", more);

    assertThatThrownBy(() -> IngestStudy.read(files, CODED))
        .isInstanceOf(InputsRefused.class)
        .satisfies(
            e -> assertThat(InEnglish.told(e)).contains("pupil codes do not tell pupils apart"));
  }

  @Test
  void sketchesOfPartsGiveThatOfTheFile() {
    var random = new Random(6);
    Map<String, SchoolTallies> whole = new HashMap<>();
    List<Map<String, SchoolTallies>> parts =
        List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (int pupil = 0; pupil < 2_000; pupil++) {
      // A school has its pupils in one part, or in all.
      int school = random.nextInt(150);
      int part = school % 4 == 3 ? random.nextInt(3) : school % 4;
      int score = random.nextInt(5);
      Measure measure = new Measure(2018, "ЕГЭ", "maths", Integer.toString(random.nextInt(2)));
      add(whole, school, measure, score);
      add(parts.get(part), school, measure, score);
    }

    TallySketch together =
        parts.stream().map(TallySketch::of).reduce(TallySketch.NOTHING, TallySketch::plus);

    assertThat(together).isEqualTo(TallySketch.of(whole));
    assertThat(together.bySchool()).hasSize(50);
  }

  private static void add(
      Map<String, SchoolTallies> tallies, int school, Measure measure, int score) {
    var one = new TallyAccumulator();
    one.add(score);
    tallies
        .computeIfAbsent(Integer.toString(school), code -> new SchoolTallies())
        .add(measure, one);
  }
}
