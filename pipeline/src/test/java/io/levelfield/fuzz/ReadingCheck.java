package io.levelfield.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.ingest.Ingest;
import io.levelfield.ingest.Workers;
import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads damaged studies in a directory of its own, and checks what must hold of any. */
final class ReadingCheck {
  private static final Workers HERE =
      new Workers(
          () -> {
            throw new AssertionError("so small a file needs no Spark");
          },
          false);

  private final StudyFiles files;

  ReadingCheck(Path directory) {
    files = new StudyFiles(directory);
  }

  /** What reading a study came to. */
  enum Outcome {
    READ_WHOLE,
    ROWS_SET_ASIDE,
    REFUSED
  }

  /**
   * Reads a study.
   *
   * @throws AssertionError if a row is lost, counted twice or told of otherwise than once
   */
  Outcome check(FuzzedStudy fuzzed) {
    fuzzed.files().forEach(files::with);
    Study study = StudyLoader.parse(fuzzed.yaml(), List.of());
    Ingest.Reading reading = Ingest.survey(study, files.directory(), HERE);
    StudyData data = reading.data();
    assertToldOnce(data);
    if (reading.refusal().isPresent()) {
      assertThat(InEnglish.of(reading.refusal().get())).as("what is told").isNotBlank();
      return Outcome.REFUSED;
    }
    if (fuzzed.longRows()) {
      assertCountedRowsAreTallied(fuzzed, data);
    }
    fuzzed
        .withoutRow()
        .ifPresent(
            bytes -> {
              files.with(fuzzed.damaged(), bytes);
              assertOneRowIsMissing(data, Ingest.survey(study, files.directory(), HERE));
            });
    return data.rejects().isEmpty() ? Outcome.READ_WHOLE : Outcome.ROWS_SET_ASIDE;
  }

  /**
   * Reads a study here and on Spark.
   *
   * @throws AssertionError if it is not read alike
   */
  void checkOnSpark(FuzzedStudy fuzzed) {
    fuzzed.files().forEach(files::with);
    Study study = StudyLoader.parse(fuzzed.yaml(), List.of());
    Ingest.Reading here = Ingest.survey(study, files.directory(), HERE);
    Ingest.Reading there = Ingest.survey(study, files.directory(), SharedSpark.workers());
    assertThat(there.refusal()).isEqualTo(here.refusal());
    assertThat(there.data().tallies()).isEqualTo(here.data().tallies());
    assertThat(there.data().passports()).isEqualTo(here.data().passports());
    assertThat(there.data().rejects()).isEqualTo(here.data().rejects());
    assertThat(there.data().files()).isEqualTo(here.data().files());
    assertThat(there.data().notes()).isEqualTo(here.data().notes());
  }

  /** Each row that is told of stands among the rejects, by its line, and no other does. */
  private static void assertToldOnce(StudyData data) {
    Map<String, Set<Long>> lines =
        data.rejects().stream()
            .collect(
                Collectors.groupingBy(
                    Reject::file, Collectors.mapping(Reject::line, Collectors.toSet())));
    for (InputFile file : data.files()) {
      Set<Long> told = lines.getOrDefault(file.path(), Set.of());
      assertThat(told).as("lines told of in " + file).allMatch(line -> line > 0);
      assertThat((long) told.size()).as("rows told of in %s: %s", file, told).isEqualTo(told(file));
    }
    assertThat(data.files().stream().map(InputFile::path).toList())
        .as("files with rejects")
        .containsAll(lines.keySet());
  }

  private static long told(InputFile file) {
    return file.rejected()
        + file.repeated()
        + file.unknownSchool()
        + file.totals()
        + file.incomplete();
  }

  /** Where each row is one result, pupils or rows are in the tallies once each. */
  private static void assertCountedRowsAreTallied(FuzzedStudy fuzzed, StudyData data) {
    long counted =
        data.files().stream()
            .filter(file -> file.role().equals("results"))
            .mapToLong(InputFile::counted)
            .sum();
    long tallied =
        fuzzed.ofPupils()
            ? data.tallies().stream()
                .map(ResultTally::participants)
                .mapToLong(n -> n.orElseThrow())
                .sum()
            : data.tallies().size();
    assertThat(tallied).as("results of rows that counted").isEqualTo(counted);
  }

  /** All is as without the spoilt row, which is told of. */
  private static void assertOneRowIsMissing(StudyData data, Ingest.Reading without) {
    if (without.refusal().isPresent()) {
      return; // it was the last row of a column, or what told how numbers are written
    }
    assertThat(data.tallies()).as("good rows").isEqualTo(without.data().tallies());
    assertThat(rejects(data)).as("bad rows").isEqualTo(rejects(without.data()) + 1);
  }

  private static long rejects(StudyData data) {
    return data.rejects().stream()
        .map(reject -> reject.file() + '\n' + reject.line())
        .distinct()
        .count();
  }
}
