package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Runs the studies of the cases.
 *
 * @param directory under which each has its output
 */
record CaseRuns(Path directory) {
  static final Path CASES = Path.of("src/test/resources/cases");

  /** Runs a command on a study of the cases, such as {@code 03-total-rows/clean.yaml}. */
  Invocation invoke(String command, String study, String... settings) {
    List<String> arguments = new ArrayList<>(List.of(command, CASES.resolve(study).toString()));
    if (command.equals("run")) {
      arguments.addAll(List.of("--out", out(study).toString()));
    }
    return Invocation.set(arguments, settings);
  }

  /** The tables of a run that must go well. */
  Map<String, String> tables(String study, String... settings) {
    Invocation run = invoke("run", study, settings);
    assertThat(run.code()).as(run.err()).isZero();
    return RunTables.latest(out(study));
  }

  /** Where the study's run is published. */
  Path out(String study) {
    return directory.resolve(study.replace('/', '_'));
  }

  /** The rows of a table by its header. */
  static List<CSVRecord> records(String table) {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(table, format)) {
      return rows.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
