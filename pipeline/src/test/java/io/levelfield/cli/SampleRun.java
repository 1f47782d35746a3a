package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A run of the sample district that tests of its page share; nobody may change it. */
final class SampleRun {
  private static final Path OUT = run();

  private SampleRun() {}

  /** The run's directory. */
  static Path directory() {
    return OUT.resolve("latest");
  }

  /** Rows of one of its tables. */
  static List<CSVRecord> rows(String table) {
    var form = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    String csv = RunTables.read(directory().resolve("csv/" + table + ".csv"));
    try (CSVParser parser = form.parse(new StringReader(csv))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path run() {
    try {
      Path out = Files.createDirectories(Path.of("target/page-tests")).toAbsolutePath();
      out = Files.createTempDirectory(out, "sample");
      Invocation run =
          Invocation.of(
              "run",
              "../configs/safonovo-sample.yaml",
              "--out",
              out.toString(),
              "--set",
              "identify.simulation.districts=0"); // the page shows nothing of them
      assertThat(run.code()).as(run.err()).isZero();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
