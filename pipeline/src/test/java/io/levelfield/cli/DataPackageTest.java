package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.levelfield.report.Json;
import io.levelfield.report.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code datapackage.json} under the published profile of the Tabular Data Package. */
class DataPackageTest {
  private static final Path PROFILE =
      Path.of("src/test/resources/frictionless/tabular-data-package.json");

  @TempDir private static Path directory;

  private static JsonSchema profile() throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(Files.readString(PROFILE));
  }

  @Test
  void aRunDescribesItsTablesAsTheProfileWants() throws IOException {
    JsonNode described = Json.read(SampleRun.directory().resolve("datapackage.json"));

    assertThat(profile().validate(described)).isEmpty();
    assertThat(described.path("resources")).isNotEmpty();
    for (JsonNode table : described.path("resources")) {
      String name = table.path("name").asText();
      Path csv = SampleRun.directory().resolve(table.path("path").asText());
      List<String> columns = table.path("schema").path("fields").findValuesAsText("name");
      assertThat(RunTables.read(csv).lines().findFirst())
          .as(name)
          .contains(String.join(",", columns));
      assertThat(table.path("schema").path("primaryKey")).as(name).isNotEmpty();
      for (JsonNode field : table.path("schema").path("fields")) {
        assertThat(field.path("description").asText()).as(name + field).isNotBlank();
      }
    }
  }

  @Test
  void sharesYearsAndCountsHaveTheirUnit() throws IOException {
    JsonNode described = Json.read(SampleRun.directory().resolve("datapackage.json"));
    JsonNode results =
        described.path("resources").findParents("name").stream()
            .filter(table -> table.path("name").asText().equals("results"))
            .findFirst()
            .orElseThrow();

    assertThat(unit(results, "year")).isEqualTo("year");
    assertThat(unit(results, "participants")).isEqualTo("count");
    assertThat(unit(results, "share_below")).isEqualTo("share");
    assertThat(unit(results, "subject")).isEmpty();
  }

  private static String unit(JsonNode table, String column) {
    for (JsonNode field : table.path("schema").path("fields")) {
      if (field.path("name").asText().equals(column)) {
        return field.path("unit").asText();
      }
    }
    throw new AssertionError("no column " + column);
  }

  @Test
  void soDoTablesForEveryone() throws IOException {
    String study = TinyStudy.in(directory).path("study.yaml").toString();
    Path out = directory.resolve("out");
    Invocation run =
        Invocation.of("run", study, "--out", out.toString(), "--set", "outputs.public={}");
    assertThat(run.code()).as(run.err()).isZero();

    JsonNode described = Json.read(out.resolve("latest/public/datapackage.json"));
    assertThat(profile().validate(described)).isEmpty();
  }

  /** Without this the two tests above could be passed by a profile that lets everything pass. */
  @Test
  void theProfileRefusesWhatIsNoTable() throws IOException {
    JsonNode described = Json.read(SampleRun.directory().resolve("datapackage.json"));
    ObjectNode field = (ObjectNode) described.at("/resources/0/schema/fields/0");
    field.put("type", "float");
    assertThat(profile().validate(described)).isNotEmpty();

    field.put("type", "string");
    ((ObjectNode) described.at("/resources/0")).remove("schema");
    assertThat(profile().validate(described)).isNotEmpty();
  }

  @Test
  void runAndDescriptionTellTheVersionOfTheirColumns() throws IOException {
    for (String file : List.of("run.json", "datapackage.json")) {
      assertThat(Json.read(SampleRun.directory().resolve(file)).path("schema_version").asText())
          .as(file)
          .isEqualTo(SchemaVersion.CURRENT.toString());
    }
  }
}
