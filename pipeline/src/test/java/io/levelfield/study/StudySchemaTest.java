package io.levelfield.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.levelfield.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudySchemaTest {
  /** Tests run in the module's directory. */
  private static final Path REPOSITORY = Path.of("..");

  private static final Path COMMITTED = REPOSITORY.resolve("configs/study.schema.json");
  private static final Path REFERENCE = REPOSITORY.resolve("docs/study.md");
  private static final boolean REGENERATE = Boolean.getBoolean("levelfield.regenerate");
  private static final String HOW =
      "%s is up to date; if not: mvn -o -pl pipeline test -Dtest=StudySchemaTest"
          + " -Dlevelfield.regenerate=true";

  private static final String STUDY =
      """
      study: tried
      inputs:
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, mean: m}
            constants: {year: 2018, procedure: ЕГЭ, subject: математика}
        context:
          - {path: context.csv, columns: {school_id: id, year: y}}
      context_index:
        indicators:
          poor: {direction: unfavourable, label: {ru: бедность}}
      """;

  @TempDir private Path directory;

  @Test
  void committedSchemaIsWhatTheRecordsSayNow() throws IOException {
    Path made = directory.resolve("schema.json");
    Json.write(StudySchema.generate(), made);
    String now = Files.readString(made);
    if (REGENERATE) {
      Files.writeString(COMMITTED, now);
    }

    assertThat(Files.readString(COMMITTED)).as(HOW, COMMITTED).isEqualTo(now);
  }

  @Test
  void referenceIsWhatTheSchemaSaysNow() throws IOException {
    String page = Files.readString(REFERENCE);
    String now = StudyReference.replaceIn(page, StudySchema.generate());
    if (REGENERATE) {
      Files.writeString(REFERENCE, now);
    }

    assertThat(Files.readString(REFERENCE)).as(HOW, REFERENCE).isEqualTo(now);
  }

  @Test
  void everySettingIsDescribed() {
    assertThat(StudyReference.settings(StudySchema.generate()))
        .allSatisfy(setting -> assertThat(setting.meaning()).as(setting.path()).isNotBlank());
  }

  static Stream<Path> shippedStudies() throws IOException {
    List<Path> studies;
    try (Stream<Path> configs = Files.list(REPOSITORY.resolve("configs"))) {
      studies = configs.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    return Stream.concat(
        studies.stream(), Stream.of(REPOSITORY.resolve("data-samples/safonovo/study.yaml")));
  }

  @ParameterizedTest
  @MethodSource("shippedStudies")
  void acceptsTheShippedStudies(Path study) throws IOException {
    assertThat(faults(Files.readString(study))).isEmpty();
  }

  @Test
  void acceptsEveryWayToWriteUnknownAsTheLoaderDoes() throws IOException {
    for (String unknown :
        List.of("99", "нет", "[99, x]", "{values: 99}", "{values: [1, 2], when_empty: c}")) {
      String study = with("unknown: " + unknown);
      StudyLoader.parse(study, List.of());
      assertThat(faults(study)).as(unknown).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"column: 2018", "aggregate: share, equals: true", "label: {en: 1}"})
  void acceptsNumbersAndTruthValuesAsTextAsTheLoaderDoes(String setting) throws IOException {
    String study = with(setting);
    String shape = study.contains("aggregate") ? ", shape: pupils}" : "}";
    study = study.replace("year: y}}", "year: y}" + shape);

    StudyLoader.parse(study, List.of());
    assertThat(faults(study)).isEmpty();
  }

  /** What the loader refuses for its form must not pass in the editor. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown: {value: 99}",
        "unknown: {when_empty: 7}",
        "unknown: [[1]]",
        "range: [1]",
        "range: [1, 2, 3]",
        "range: [a, b]",
        "weight: heavy",
        "weigth: 1",
        "aggregate: median",
        "label: бедность",
        "column: [a]"
      })
  void refusesAsTheLoaderDoes(String setting) throws IOException {
    String study = with(setting);

    assertThatThrownBy(() -> StudyLoader.parse(study, List.of())).isInstanceOf(StudyProblem.class);
    assertThat(faults(study)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "study: tried          | studdy: tried         | studdy",
        "shape: means          | shape: mean           | shape",
        "school_id: id, mean   | school: id, mean      | school_id",
        "- path: results.csv   | - paths: results.csv  | path",
        "constants: {year: 2018 | constants: {year: x  | year",
        "inputs:               | files:                | inputs"
      })
  void namesTheKeyAtFault(String written, String mistaken, String key) throws IOException {
    assertThat(STUDY).contains(written);

    assertThat(String.join("\n", faults(STUDY.replace(written, mistaken)))).contains(key);
  }

  private static String with(String setting) {
    return STUDY.replace("label: {ru: бедность}", setting);
  }

  private static Set<String> faults(String yaml) throws IOException {
    JsonNode study = StudyLoader.mapper().readTree(yaml);
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(StudySchema.generate());
    return schema.validate(study).stream()
        .map(ValidationMessage::getMessage)
        .collect(Collectors.toSet());
  }
}
