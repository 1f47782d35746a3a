package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes and names that were planted in rows of pupils are found in nothing that a run writes. */
class PrivacyTest {
  private static final String CODE = "PUPIL-SECRET-";
  private static final String NAME = "Тайновская";

  @TempDir private Path directory;

  @Test
  void nothingOfAPupilIsWritten() throws IOException {
    List<String> rows = new ArrayList<>(List.of("school,pupil,name,year,score"));
    for (int school = 1; school <= 8; school++) {
      for (int year = 2021; year <= 2022; year++) {
        for (int pupil = 0; pupil < 12; pupil++) {
          rows.add(row(school, school + "-" + pupil, year, 20 + (school * 7 + pupil * 5) % 60));
        }
      }
    }
    rows.add(row(3, "bad", 2022, -1).replace("-1", "восемь"));
    rows.add(row(3, "3-1", 2022, 17)); // contradicts another row
    rows.add(row(99, "far", 2022, 33));
    rows.add(row(4, "4-2", 20222, 33));
    StudyFiles files =
        new StudyFiles(directory)
            .with(
                "study.yaml",
                """
                study: privacy
                outputs: {csv: excel-ru}
                inputs:
                  schools: [{path: schools.csv, columns: {school_id: id, name: name}}]
                  results:
                    - path: results.csv
                      shape: pupils
                      columns: {school_id: school, pupil_id: pupil, year: year, score: score}
                      constants: {procedure: exam, subject: maths}
                  minimums:
                    - {path: minimums.csv, columns: {minimum: minimum}}
                max_rejects: 0.2
                """
                    .strip())
            .with(
                "schools.csv",
                "id,name",
                "1,Oak",
                "2,Elm",
                "3,Ash",
                "4,Fir",
                "5,Yew",
                "6,Bay",
                "7,Fig",
                "8,Box")
            .with("minimums.csv", "minimum", "35")
            .with("results.csv", rows.toArray(String[]::new));

    Path out = files.path("out");
    Invocation run =
        Invocation.of("run", files.path("study.yaml").toString(), "--out", out.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out() + run.err()).doesNotContain(CODE, NAME);
    assertThat(RunTables.latest(out).get("rejects.csv").lines().skip(1)).hasSize(5);
    List<String> telling = new ArrayList<>();
    try (Stream<Path> written = Files.walk(out)) {
      for (Path file : written.filter(Files::isRegularFile).toList()) {
        if (content(file).anyMatch(text -> text.contains(CODE) || text.contains(NAME))) {
          telling.add(out.relativize(file).toString());
        }
      }
    }
    assertThat(telling).isEmpty();
  }

  private static String row(int school, String pupil, int year, int score) {
    return school + "," + CODE + pupil + "," + NAME + "," + year + "," + score;
  }

  /** A file's text, or that of the parts of a workbook. */
  private static Stream<String> content(Path file) throws IOException {
    if (!file.toString().endsWith(".xlsx")) {
      return Stream.of(Files.readString(file, StandardCharsets.ISO_8859_1), utf8(file));
    }
    List<String> parts = new ArrayList<>();
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts.stream();
  }

  private static String utf8(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
