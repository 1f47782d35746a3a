package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.report.Json;
import io.levelfield.report.SchemaVersion;
import io.levelfield.testing.SharedSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Parquet files of a run as those who take them from there read them. */
class ParquetFeedTest {
  @TempDir private Path directory;

  @Test
  void sparkReadsTheCellsOfTheCsvWithMeaningsAsComments() throws IOException {
    SparkSession spark =
        SparkSession.builder().sparkContext(SharedSpark.context().sc()).getOrCreate();
    for (JsonNode table : tables()) {
      var read = spark.read().parquet(parquet(table).toString());
      List<String> comments =
          Stream.of(read.schema().fields()).map(field -> field.getComment().get()).toList();
      assertThat(comments)
          .as(name(table))
          .isEqualTo(table.path("schema").path("fields").findValuesAsText("description"));
      List<List<String>> rows = new ArrayList<>();
      rows.add(Stream.of(read.schema().fields()).map(StructField::name).toList());
      for (Row row : read.collectAsList()) {
        rows.add(IntStream.range(0, row.size()).mapToObj(i -> text(row.get(i))).toList());
      }
      assertThat(rows).as(name(table)).isEqualTo(csv(table));
    }
  }

  @Test
  void duckDbReadsTheCellsOfTheCsvAndWhatTheFileSaysOfThem() throws IOException, SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (JsonNode table : tables()) {
        String file = "'" + parquet(table).toString().replace("'", "''") + "'";
        assertThat(rows(statement, "SELECT * FROM " + file)).as(name(table)).isEqualTo(csv(table));

        Map<String, String> said = metadata(statement, file);
        assertThat(said)
            .containsEntry("levelfield.table", name(table))
            .containsEntry("levelfield.title", table.path("title").asText())
            .containsEntry("levelfield.schema_version", SchemaVersion.CURRENT.toString());
        assertThat(Json.parse(said.get("levelfield.schema"))).isEqualTo(table.path("schema"));
      }
    }
  }

  @Test
  void identicalRunsGiveIdenticalBytes() {
    Path one = run("one");
    Path other = run("other");

    List<Path> tables = RunTables.files(one.resolve("parquet"));
    assertThat(tables).isNotEmpty();
    for (Path table : tables) {
      String part = table.getFileName() + "/part-0.parquet";
      assertThat(other.resolve("parquet").resolve(part))
          .hasSameBinaryContentAs(one.resolve("parquet").resolve(part));
    }
  }

  private Path run(String name) {
    Path own = directory.resolve(name);
    String study = TinyStudy.in(own).path("study.yaml").toString();
    Invocation run = Invocation.of("run", study, "--out", own.resolve("out").toString());
    assertThat(run.code()).as(run.err()).isZero();
    return own.resolve("out/latest");
  }

  private static JsonNode tables() throws IOException {
    JsonNode tables =
        Json.read(SampleRun.directory().resolve("datapackage.json")).path("resources");
    assertThat(tables).isNotEmpty();
    return tables;
  }

  private static String name(JsonNode table) {
    return table.path("name").asText();
  }

  private static Path parquet(JsonNode table) {
    return SampleRun.directory().resolve("parquet").resolve(name(table)).resolve("part-0.parquet");
  }

  /** Header and rows; Java writes a number that is read from them as the CSV does. */
  private static List<List<String>> csv(JsonNode table) throws IOException {
    Path file = SampleRun.directory().resolve(table.path("path").asText());
    try (CSVParser csv = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      return csv.getRecords().stream().map(record -> List.of(record.values())).toList();
    }
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    return value instanceof Double && text.endsWith(".0")
        ? text.substring(0, text.length() - 2)
        : text;
  }

  private static List<List<String>> rows(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      List<List<String>> rows = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int c = 1; c <= columns; c++) {
        names.add(result.getMetaData().getColumnName(c));
      }
      rows.add(names);
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
          row.add(text(result.getObject(c)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private static Map<String, String> metadata(Statement statement, String file)
      throws SQLException {
    Map<String, String> said = new TreeMap<>();
    String query = "SELECT decode(key), decode(value) FROM parquet_kv_metadata(" + file + ")";
    try (ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        said.put(result.getString(1), result.getString(2));
      }
    }
    return said;
  }
}
