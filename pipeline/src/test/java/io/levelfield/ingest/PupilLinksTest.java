package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.input.LinkedScores;
import io.levelfield.model.input.PupilLinks;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PupilLinksTest {
  private static final String HEADER = "school,pupil,year,procedure,subject,score";
  private static final String YAML =
      """
      study: tiny
      max_rejects: 1
      inputs:
        results:
          - path: results*.csv
            shape: pupils
            columns: {school_id: school, pupil_id: pupil, year: year, procedure: procedure, subject: subject, score: score}
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void directory() {
    files = new StudyFiles(directory);
  }

  private PupilLinks links(String yaml, boolean onSpark) {
    return Ingest.read(
            StudyLoader.parse(yaml, List.of()),
            directory,
            new Workers(SharedSpark::context, onSpark))
        .support()
        .pupilLinks();
  }

  private void write(String... rows) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    lines.addAll(List.of(rows));
    files.with("results.csv", lines.toArray(String[]::new));
  }

  /** Rows of pupils over years, who move and miss some, at times under another's code. */
  private static List<String> district(Random random) {
    List<String> rows = new ArrayList<>();
    for (int pupil = 0; pupil < 300; pupil++) {
      int school = random.nextInt(7);
      for (int year = 2015; year <= 2018; year++) {
        school = random.nextInt(10) == 0 ? random.nextInt(7) : school;
        int code = random.nextInt(40) == 0 ? random.nextInt(300) : pupil;
        for (String subject : List.of("maths", "физика")) {
          if (random.nextInt(5) > 0) {
            rows.add(
                "%s,%s,%d,%s,%s,%d"
                    .formatted(
                        "s" + school,
                        code == 0 ? "" : "P" + code,
                        year,
                        "ЕГЭ",
                        random.nextBoolean() ? subject : subject.toUpperCase(java.util.Locale.ROOT),
                        random.nextInt(30)));
          }
        }
      }
    }
    return rows;
  }

  @Test
  void neitherOrderNorFilesNorSparkChangeLinks() {
    var random = new Random(11);
    List<String> rows = district(random);
    write(rows.toArray(String[]::new));
    PupilLinks here = links(YAML, false);
    assertThat(here.linked()).isNotEmpty();
    assertThat(here.linked()).anyMatch(LinkedScores::moved);
    assertThat(here.ambiguous()).isPositive();

    assertThat(links(YAML, true)).isEqualTo(here);
    Collections.shuffle(rows, random);
    for (int file = 0; file < 3; file++) {
      List<String> lines = new ArrayList<>(List.of(HEADER));
      lines.addAll(rows.subList(rows.size() * file / 3, rows.size() * (file + 1) / 3));
      files.with(
          file == 0 ? "results.csv" : "results%d.csv".formatted(file),
          lines.toArray(String[]::new));
    }
    assertThat(links(YAML, false)).isEqualTo(here);
    assertThat(links(YAML, true)).isEqualTo(here);
  }

  /** The links are those that one finds pupil by pupil. */
  @Test
  void linksAreThoseOfEachPupil() {
    List<String> rows = district(new Random(5));
    write(rows.toArray(String[]::new));
    // Equal rows of one school count once, contradictory ones not at all: not what is asked here.
    Map<String, Map<Integer, List<String>>> pupils = new HashMap<>();
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      if (!cells[1].isEmpty()) {
        pupils
            .computeIfAbsent(
                cells[1] + cells[4].toLowerCase(java.util.Locale.ROOT), p -> new TreeMap<>())
            .computeIfAbsent(Integer.valueOf(cells[2]), y -> new ArrayList<>())
            .add(cells[0] + ":" + cells[5]);
      }
    }
    long expected = 0;
    long moved = 0;
    for (Map<Integer, List<String>> years : pupils.values()) {
      String before = "";
      for (List<String> results : years.values()) {
        long schools = results.stream().map(result -> result.split(":", -1)[0]).distinct().count();
        boolean copies = results.stream().distinct().count() == 1;
        if (schools == 1 && copies) {
          String school = results.get(0).split(":", -1)[0];
          expected += before.isEmpty() ? 0 : 1;
          moved += before.isEmpty() || before.equals(school) ? 0 : 1;
          before = school;
        }
      }
    }

    PupilLinks links = links(YAML, false);

    assertThat(links.linked().stream().mapToLong(own -> own.scores().size()).sum())
        .isEqualTo(expected);
    assertThat(
            links.linked().stream()
                .filter(LinkedScores::moved)
                .mapToLong(own -> own.scores().size())
                .sum())
        .isEqualTo(moved);
    assertThat(links.followed().values().stream().mapToLong(Long::longValue).sum())
        .as("each earlier result is followed once")
        .isEqualTo(expected);
  }

  @Test
  void anotherProcedureIsLinkedOnlyWhereTheStudySaysSo() {
    write(
        "s1,a,2016,ОГЭ,maths,10",
        "s1,a,2018,ЕГЭ,maths,60",
        "s1,b,2016,ОГЭ,maths,11",
        "s1,b,2017,ЕГЭ,maths,61",
        "s2,b,2018,ЕГЭ,maths,62");

    assertThat(links(YAML, false).linked())
        .extracting(
            own -> own.earlier().toString(), own -> own.later().schoolId(), LinkedScores::moved)
        .containsExactly(tuple("2017 ЕГЭ maths", "s2", true));
    PupilLinks across = links(YAML + "support: {growth: {across_procedures: true}}", true);
    assertThat(across.linked())
        .extracting(
            own -> own.earlier().toString(),
            own -> own.later().measure().toString(),
            LinkedScores::moved)
        .containsExactly(
            tuple("2016 ОГЭ maths", "2017 ЕГЭ maths", false),
            tuple("2016 ОГЭ maths", "2018 ЕГЭ maths", false),
            tuple("2017 ЕГЭ maths", "2018 ЕГЭ maths", true));
  }

  @Test
  void nothingIsLinkedWhereTheStudySaysSoOrThereIsNoOtherYear() {
    write("s1,a,2016,ОГЭ,maths,10", "s1,a,2018,ЕГЭ,maths,60");
    assertThat(links(YAML, false)).isEqualTo(PupilLinks.NONE);
    write("s1,a,2016,ЕГЭ,maths,10", "s1,a,2018,ЕГЭ,maths,60");
    assertThat(links(YAML, false).linked()).hasSize(1);
    assertThat(links(YAML + "support: {growth: {enabled: false}}", false))
        .isEqualTo(PupilLinks.NONE);
  }

  /** A row that does not count in the results is not linked either. */
  @Test
  void rejectedRowsAreNotLinked() {
    write(
        "s1,a,2017,ЕГЭ,maths,10",
        "s1,a,2018,ЕГЭ,maths,20",
        "s1,b,2017,ЕГЭ,maths,10",
        "s1,b,2018,ЕГЭ,maths,many",
        "s1,c,2017,ЕГЭ,maths,10",
        "s1,c,2018,ЕГЭ,maths,",
        "s1,d,2017,ЕГЭ,maths,10",
        "s1,d,2018,ЕГЭ,maths,5",
        "s1,d,2018,ЕГЭ,maths,6");

    PupilLinks links = links(YAML, false);

    assertThat(links.linked().stream().mapToInt(own -> own.scores().size()).sum()).isEqualTo(1);
    assertThat(links.read()).isEqualTo(5);
    assertThat(links.ambiguous()).isZero();
  }
}
