package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.text.Message;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.SharedSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to files between runs, a run with the cache reads what one without reads. */
class CachedReadingTest {
  private static final int SEQUENCES = 10;
  private static final int NIGHTS = 15;
  private static final String HEADER = "id,p,y,s,g,b,m\n";

  private static final String STUDY =
      """
      study: tiny
      max_rejects: 1
      inputs:
        schools: [{path: schools.csv, columns: {school_id: id}}]
        results:
          - path: plain*.csv
            shape: pupils
            columns: {school_id: id, year: y, subject: s, grade: g, score: b, mark: m}
          - path: coded*.csv
            shape: pupils
            columns: {school_id: id, pupil_id: p, year: y, subject: s, grade: g, score: b}
            where: {m: {not: x}}
        minimums: [{path: minimums.csv, columns: {subject: s, minimum: m, maximum: most}}]
      """;

  private final SplittableRandom random = new SplittableRandom(2018);
  private final Workers here = new Workers(SharedSpark::context, false);
  private long reused;
  private int read;

  @Test
  void isThatOfARunWithoutTheCache(@TempDir Path directory) throws IOException {
    Study study = StudyLoader.parse(STUDY, List.of());
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      Path folder = Files.createDirectory(directory.resolve("s" + sequence));
      List<String> changes = new ArrayList<>();
      register(folder);
      minimums(folder);
      for (int i = 0; i < 3; i++) {
        add(folder, "plain");
        add(folder, "coded");
      }
      for (int night = 0; night < NIGHTS; night++) {
        var cache =
            FileCache.in(folder.resolve(".cache"), "1.0", 0, Instant.EPOCH.plusSeconds(night));
        Ingest.Reading cached = Ingest.survey(study, folder, here, cache);
        cache.sweep();
        assertThat(cached)
            .as("sequence %d, after %s", sequence, changes)
            .usingRecursiveComparison()
            .isEqualTo(Ingest.survey(study, folder, here));
        for (Message told : cache.told()) {
          reused += (long) told.facts().get(0);
          read += (int) told.facts().get(1);
        }
        changes.add(change(folder));
      }
    }
    assertThat(reused).as("taken from the cache, of %d", read).isBetween(read / 2L, read - 1L);
  }

  private String change(Path folder) throws IOException {
    int kind = random.nextInt(10);
    List<Path> files = results(folder);
    Path file = files.get(random.nextInt(files.size()));
    Path other = files.get(random.nextInt(files.size()));
    switch (kind) {
      case 0 -> add(folder, random.nextBoolean() ? "plain" : "coded");
      case 1 -> {
        if (files.size() > 3) {
          Files.delete(file);
        }
      }
      case 2 ->
          Files.move(
              file,
              folder.resolve(
                  random.nextBoolean() ? fresh(folder, "plain") : fresh(folder, "coded")));
      case 3 -> Files.writeString(file, rows(1 + random.nextInt(3)), StandardOpenOption.APPEND);
      case 4 -> { // rows that stand in another file too
        String own = Files.readString(other).substring(HEADER.length());
        Files.writeString(file, own, StandardOpenOption.APPEND);
      }
      case 5 -> swap(file, other);
      case 6 -> { // a cell
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst(",6\\d,", "," + (60 + random.nextInt(9)) + ","));
      }
      case 7 -> // the same rows in another order, with other ends of lines
          Files.writeString(file, reversed(Files.readString(file)));
      case 8 -> register(folder);
      default -> minimums(folder);
    }
    return kind + " " + file.getFileName();
  }

  private static void swap(Path file, Path other) throws IOException {
    byte[] own = Files.readAllBytes(file);
    Files.write(file, Files.readAllBytes(other));
    Files.write(other, own);
  }

  private static String reversed(String text) {
    List<String> lines = new ArrayList<>(text.substring(HEADER.length()).lines().toList());
    Collections.reverse(lines);
    return HEADER + lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
  }

  private static List<Path> results(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(plain|coded).*"))
          .sorted()
          .toList();
    }
  }

  private String fresh(Path folder, String kind) {
    return IntStream.iterate(random.nextInt(1000), i -> i + 1)
        .mapToObj(i -> kind + i + ".csv")
        .filter(name -> !Files.exists(folder.resolve(name)))
        .findFirst()
        .orElseThrow();
  }

  private void add(Path folder, String kind) throws IOException {
    Files.writeString(folder.resolve(fresh(folder, kind)), HEADER + rows(1 + random.nextInt(12)));
  }

  private void register(Path folder) throws IOException {
    String schools =
        Stream.of("001", "002", "003", "А1", "009", "Итого")
            .filter(school -> random.nextInt(4) > 0)
            .collect(Collectors.joining("\n"));
    Files.write(
        folder.resolve("schools.csv"),
        ("id\n000\n" + schools + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void minimums(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("minimums.csv"),
        "s,m,most\nmaths," + one("30", "40") + "," + one("100", "65") + "\n");
  }

  private String rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> row()).collect(Collectors.joining());
  }

  private String row() {
    return String.join(
            ",",
            one("001", "002", "003", "1", "009", "", "А1", "а1", "A1", "Итого"),
            one("a", "b", "c", "d", ""),
            one("2018", "2018", "17/18", "23OO"),
            one("maths", "Maths", "art", ""),
            one("9", "9А", "09"),
            one("50", "61", "62", "63", "101", "x", "", "1.250", "62.5"),
            one("2", "4", "5", "", "x"))
        + "\n";
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
