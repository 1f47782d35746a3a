package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an office sends, a Russian study speaks Russian of it. */
class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  /** Names of columns, settings and files are Latin everywhere; four words in a row are none. */
  private static final Pattern LATIN_SENTENCE =
      Pattern.compile("(?:\\b[A-Za-z][a-z]+[,;:]? ){3,}[A-Za-z][a-z]+");

  @TempDir private Path directory;

  static Stream<Path> studies() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return Stream.concat(
          Stream.of(Path.of("../configs/safonovo-sample.yaml")),
          files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream());
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void aRussianStudySpeaksRussian(Path study) throws IOException {
    Path out = directory.resolve("out");
    Invocation run =
        Invocation.of("run", study.toString(), "--out", out.toString(), "--set", "language=ru");

    assertThat(run.code()).as(run.err()).isIn(0, ExitCode.WRONG_ARGUMENTS, ExitCode.INPUTS_REFUSED);
    requireRussian(run.out());
    requireRussian(run.err());
    Invocation check = Invocation.of("check", study.toString(), "--set", "language=ru");
    requireRussian(check.out());
    requireRussian(check.err());
    if (run.code() == 0) {
      published(out.resolve("latest"));
    }
  }

  private void published(Path run) throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(run.resolve("run.json").toFile());
    manifest.path("warnings").forEach(warning -> requireRussian(warning.asText()));
    records(run, "rejects").forEach(row -> requireRussian(row.get("reason")));
    records(run, "quality").forEach(row -> requireRussian(row.get("question")));
    records(run, "identification")
        .forEach(row -> requireRussian(row.get("reasons") + "\n" + row.get("to_exit")));
    List<CSVRecord> schools = records(run, "schools");
    Invocation card =
        Invocation.of("explain", schools.get(0).get("school_id"), "--run", run.toString());
    assertThat(card.code()).as(card.err()).isZero();
    requireRussian(card.out());
  }

  private static void requireRussian(String text) {
    text.lines().forEach(line -> assertThat(line).doesNotContainPattern(LATIN_SENTENCE));
  }

  private static List<CSVRecord> records(Path run, String table) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser csv =
        CSVParser.parse(Files.newBufferedReader(run.resolve("csv/" + table + ".csv")), format)) {
      return csv.getRecords();
    }
  }
}
