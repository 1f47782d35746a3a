package io.levelfield.cli;

import static io.levelfield.testing.PostgresServer.cell;
import static io.levelfield.testing.PostgresServer.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.load.LoadProblem;
import io.levelfield.load.RunLoad;
import io.levelfield.report.Json;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.SchemaVersion;
import io.levelfield.study.OutputSettings;
import io.levelfield.testing.PostgresServer;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Runs loaded into a PostgreSQL server. */
class LoadTest {
  @TempDir private Path directory;

  private String schema;
  private StudyFiles study;

  @BeforeEach
  void schemaOfItsOwn(TestInfo test) {
    schema = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    study = TinyStudy.in(directory);
  }

  @Test
  void everyTableIsLoadedCellByCellWithTypesAndMeanings() throws IOException {
    Path run = SampleRun.directory();
    Invocation load =
        Invocation.of("load", run.toString(), "--url", PostgresServer.url(), "--schema", schema);
    assertThat(load.code()).as(load.err()).isZero();

    Map<String, String> types =
        Map.of(
            "string", "text",
            "integer", "bigint",
            "number", "double precision",
            "boolean", "boolean");
    for (JsonNode table : Json.read(run.resolve("datapackage.json")).path("resources")) {
      String name = table.path("name").asText();
      List<String> columns = new ArrayList<>();
      List<List<String>> described = new ArrayList<>();
      described.add(List.of("run_id", "text", ""));
      for (JsonNode field : table.path("schema").path("fields")) {
        columns.add("\"" + field.path("name").asText() + "\"");
        described.add(
            List.of(
                field.path("name").asText(),
                types.get(field.path("type").asText()),
                field.path("description").asText()));
      }
      assertThat(
              PostgresServer.rows(
                  """
                  SELECT attname, format_type(atttypid, atttypmod), col_description(attrelid, attnum)
                  FROM pg_attribute WHERE attrelid = '%s.%s'::regclass AND attnum > 0 ORDER BY attnum
                  """
                      .formatted(schema, name)))
          .as(name)
          .isEqualTo(described);
      List<List<String>> rows =
          SampleRun.rows(name).stream().map(CSVRecord::toList).collect(Collectors.toList());
      assertThat(
              PostgresServer.rows(
                      "SELECT %s FROM %s.%s".formatted(String.join(", ", columns), schema, name))
                  .stream()
                  .map(LoadTest::asInCsv))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(rows);
      assertThat(cell("SELECT obj_description('%s.%s'::regclass)".formatted(schema, name)))
          .isEqualTo(table.path("title").asText());
    }
  }

  /** A whole number of type double precision is written without its point. */
  private static List<String> asInCsv(List<String> row) {
    return row.stream()
        .map(text -> text.matches("-?\\d+\\.0") ? text.replace(".0", "") : text)
        .toList();
  }

  @Test
  void runsStandBesideEachOtherAndViewsShowTheNewest() throws IOException {
    Path first = run();
    study.with("results.csv", String.join("\n", TinyStudy.RESULTS).replace("001,42", "001,43"));
    Path second = run();

    assertThat(cell("SELECT count(*) FROM %s.schools".formatted(schema))).isEqualTo("16");
    assertThat(cell("SELECT count(DISTINCT run_id) FROM %s.results".formatted(schema)))
        .isEqualTo("2");
    assertThat(cell("SELECT mean FROM %s.latest_results WHERE school_id = '001'".formatted(schema)))
        .isEqualTo("43.0");
    JsonNode manifest = Json.read(second.resolve("run.json"));
    assertThat(
            PostgresServer.rows(
                """
                SELECT run_id, study, program_version, schema_version, year, inputs #>> '{0,sha256}'
                FROM %s.latest_runs
                """
                    .formatted(schema)))
        .containsExactly(
            List.of(
                manifest.path("run_id").asText(),
                "tiny",
                manifest.at("/versions/levelfield").asText(),
                SchemaVersion.CURRENT.toString(),
                "2018",
                manifest.at("/inputs/0/sha256").asText()));
    assertThat(
            cell(
                "SELECT published = timestamptz '%s' FROM %s.latest_runs"
                    .formatted(manifest.path("published").asText(), schema)))
        .isEqualTo("true");

    // the older one again, of which a row was lost
    execute("DELETE FROM %s.schools WHERE school_id = '003'".formatted(schema));
    assertThat(load(first).code()).isZero();
    assertThat(count(first, "schools")).isEqualTo("8");
    assertThat(count(second, "schools")).isEqualTo("7");
    assertThat(cell("SELECT count(*) FROM %s.latest_schools".formatted(schema))).isEqualTo("7");
  }

  @Test
  void aLoadThatFailsLeavesTheRowsOfBeforeAndTheRunPublished() throws IOException {
    Path first = run();
    execute("ALTER TABLE %s.schools ADD CHECK (name <> 'Bay') NOT VALID".formatted(schema));

    Invocation second = invoke();
    assertThat(second.code()).isEqualTo(ExitCode.NOT_HANDED_ON);
    Path published = newest();
    assertThat(published).isNotEqualTo(first).exists();
    assertThat(second.err())
        .contains(published.getFileName().toString(), "is published", "violates check constraint")
        .contains("levelfield load");
    assertThat(cell("SELECT count(*) FROM %s.runs".formatted(schema))).isEqualTo("1");

    assertThat(load(first).code()).isEqualTo(ExitCode.NOT_HANDED_ON);
    assertThat(count(first, "schools")).isEqualTo("8");

    execute("ALTER TABLE %s.schools DROP CONSTRAINT schools_name_check".formatted(schema));
    assertThat(load(published).code()).isZero();
    assertThat(count(published, "schools")).isEqualTo("8");
  }

  @Test
  void aServerThatDoesNotAnswerLeavesTheRunPublished() throws IOException {
    Invocation run = invoke("outputs.jdbc.url=jdbc:postgresql://localhost:1/none");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_HANDED_ON);
    assertThat(run.err()).contains("localhost:1/none").contains("levelfield load");
    assertThat(newest().resolve("run.json")).exists();
  }

  @Test
  void aCopyThatFailsKeepsNoRunFromBeingLoaded() throws IOException {
    Invocation run = invoke("outputs.copy_to=hdfs://localhost:1/none");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_HANDED_ON);
    assertThat(run.err()).contains("could not be copied to hdfs://localhost:1/none");
    assertThat(count(newest(), "schools")).isEqualTo("8");
  }

  @Test
  void whereNeitherIsServedBothAreTold() throws IOException {
    Invocation run =
        invoke(
            "outputs.copy_to=hdfs://localhost:1/none",
            "outputs.jdbc.url=jdbc:postgresql://localhost:1/none");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_HANDED_ON);
    assertThat(run.err())
        .contains("could not be copied to hdfs://localhost:1/none", "levelfield copy")
        .contains("jdbc:postgresql://localhost:1/none", "levelfield load");
  }

  @Test
  void columnsThatAreNewAreAddedAndOthersRefused() throws IOException {
    Path run = run();
    execute("ALTER TABLE %s.schools DROP COLUMN result CASCADE".formatted(schema));
    assertThat(load(run).code()).isZero();
    assertThat(cell("SELECT count(result) FROM %s.latest_schools".formatted(schema)))
        .isEqualTo("8");

    execute("ALTER TABLE %s.schools ADD COLUMN of_old text".formatted(schema));
    assertThat(load(run).code()).as("a column that went stays, empty").isZero();

    execute("ALTER TABLE %s.networks DROP CONSTRAINT networks_pkey".formatted(schema));
    assertThat(load(run).err()).contains(schema + ".networks", "key");
    execute("DROP TABLE %s.networks CASCADE".formatted(schema));
    assertThat(load(run).code()).isZero();

    execute("UPDATE %s.runs SET schema_version = '0.3'".formatted(schema));
    assertThat(load(run).err()).contains("0.3", SchemaVersion.CURRENT.toString());
    execute("UPDATE %s.runs SET schema_version = '1.7'".formatted(schema));

    execute("DROP VIEW %s.latest_dynamics".formatted(schema));
    execute("ALTER TABLE %s.dynamics ALTER COLUMN result TYPE text".formatted(schema));
    Invocation refused = load(run);
    assertThat(refused.code()).isEqualTo(ExitCode.NOT_HANDED_ON);
    assertThat(refused.err()).contains(schema + ".dynamics.result", "text", "double precision");
    assertThat(count(run, "dynamics")).isNotEqualTo("0");
  }

  @Test
  void asManyRunsStayAsTheStudyKeeps() throws IOException {
    Path first = run();
    Path second = run();
    Path third = run("outputs.keep=2");

    assertThat(PostgresServer.rows("SELECT run_id FROM %s.runs ORDER BY 1".formatted(schema)))
        .containsExactly(
            List.of(second.getFileName().toString()), List.of(third.getFileName().toString()));
    assertThat(count(first, "schools")).isEqualTo("0");
  }

  @Test
  void namesThatAreTooLongForTheServerAreCut() throws IOException {
    String indicator = "доля_учащихся_из_многодетных_семей_и_семей_с_низким_доходом";
    study
        .with("study.yaml", TinyStudy.YAML.strip().replace("poor:", indicator + ":"))
        .with("context.csv", String.join("\n", TinyStudy.CONTEXT).replace("poor", indicator));
    run();

    assertThat(load(newest()).code()).isZero();
    assertThat(
            cell(
                """
                SELECT count(*) FROM information_schema.columns
                WHERE table_schema = '%s' AND table_name = 'context'
                AND column_name LIKE 'contribution\\_доля%%'
                """
                    .formatted(schema)))
        .isEqualTo("1");
  }

  @Test
  void passwordsComeFromTheEnvironmentAndAreNeverTold() throws IOException {
    Path run = run("outputs.jdbc.user_variable=OUR_USER");
    execute("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD 'open sesame'");
    Path access = Path.of(cell("SHOW hba_file"));
    String before = Files.readString(access);
    Files.writeString(access, "host all guarded all scram-sha-256\n" + before);
    execute("SELECT pg_reload_conf()");
    PublishedRun published = PublishedRun.at(run);
    OutputSettings outputs = RunSettings.outputs(published);

    RunLoad.load(
        published,
        outputs,
        Map.of("OUR_USER", "guarded", "LEVELFIELD_JDBC_PASSWORD", "open sesame"));
    assertThatThrownBy(
            () ->
                RunLoad.load(
                    published,
                    outputs,
                    Map.of("OUR_USER", "guarded", "LEVELFIELD_JDBC_PASSWORD", "close sesame")))
        .isInstanceOf(LoadProblem.class)
        .hasMessageContaining("OUR_USER")
        .hasMessageContaining("LEVELFIELD_JDBC_PASSWORD")
        .hasMessageNotContaining("close sesame");
    for (Map.Entry<String, String> text : RunOutputs.texts(run).entrySet()) {
      assertThat(text.getValue()).as(text.getKey()).doesNotContain("sesame");
    }
  }

  @Test
  void aRunWithoutADatabaseAsksForOne() {
    String yaml = study.path("study.yaml").toString();
    Path out = directory.resolve("none");
    assertThat(Invocation.of("run", yaml, "--out", out.toString()).code()).isZero();

    Invocation load = Invocation.of("load", out.toString());
    assertThat(load.code()).isEqualTo(ExitCode.NOT_HANDED_ON);
    assertThat(load.err()).contains("--url");
  }

  private String count(Path run, String table) {
    return cell(
        "SELECT count(*) FROM %s.%s WHERE run_id = '%s'"
            .formatted(schema, table, run.getFileName()));
  }

  private static Invocation load(Path run) {
    return Invocation.of("load", run.toString());
  }

  /** Runs the study, which must go well. */
  private Path run(String... settings) throws IOException {
    Invocation run = invoke(settings);
    assertThat(run.code()).as(run.err()).isZero();
    return newest();
  }

  private Path newest() throws IOException {
    return directory.resolve("out/latest").toRealPath();
  }

  private Invocation invoke(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "outputs.jdbc.url=" + PostgresServer.url(),
                "outputs.jdbc.schema=" + schema,
                "outputs.html=false",
                "outputs.office=false",
                "outputs.xlsx=false",
                "identify.simulation.districts=0"));
    all.addAll(List.of(settings));
    return Invocation.run(
        study.path("study.yaml").toString(), directory.resolve("out"), all.toArray(String[]::new));
  }
}
