package io.levelfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.Findings;
import io.levelfield.model.cluster.ClusterCentre;
import io.levelfield.model.cluster.GroupHistory;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.cluster.Grouping;
import io.levelfield.model.cluster.Groups;
import io.levelfield.model.cluster.Neighbourhoods;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.context.ContextModel;
import io.levelfield.model.context.IndexFindings;
import io.levelfield.model.context.IndicatorWeight;
import io.levelfield.model.identify.Labels;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.support.Dynamics;
import io.levelfield.model.support.Partners;
import io.levelfield.model.support.PupilGrowth;
import io.levelfield.model.support.RiskProfiles;
import io.levelfield.model.support.Support;
import io.levelfield.model.support.Teachers;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TablesReferenceTest {
  /** Tests run in the module's directory. */
  private static final Path REFERENCE = Path.of("../docs/tables.md");

  private static final boolean REGENERATE = Boolean.getBoolean("levelfield.regenerate");
  private static final String HOW =
      "%s is up to date; if not: mvn -o -pl pipeline test -Dtest=TablesReferenceTest"
          + " -Dlevelfield.regenerate=true";

  /** What the study's own names stand for in the names of columns. */
  private static final String VARIANT = "VARIANT";

  private static final String INDICATOR = "INDICATOR";
  private static final String FEATURE = "FEATURE";

  @Test
  void referenceIsWhatARunSaysOfItsTablesNow() throws IOException {
    String page = Files.readString(REFERENCE);
    String now = TablesReference.replaceIn(page, dataPackage());
    if (REGENERATE) {
      Files.writeString(REFERENCE, now);
    }

    assertThat(Files.readString(REFERENCE)).as(HOW, REFERENCE).isEqualTo(now);
  }

  @Test
  void namesColumnsOfTheStudyByWhatTheyStandFor() {
    assertThat(dataPackage().findValuesAsText("name"))
        .contains(
            "index_VARIANT",
            "contribution_INDICATOR",
            "due_INDICATOR",
            "share_INDICATOR",
            "FEATURE_z",
            "FEATURE");
  }

  @Test
  void aNameStandsBesideEveryCodeOfASchool() {
    for (JsonNode table : dataPackage().path("resources")) {
      List<String> columns = table.path("schema").path("fields").findValuesAsText("name");
      Map<String, String> names =
          Map.of(
              "school_id", table.path("name").asText().equals("schools") ? "name" : "school_name",
              "neighbour_id", "neighbour_name",
              "medoid_id", "medoid_name",
              "mentor_id", "mentor_name");
      names.forEach(
          (code, name) -> {
            if (columns.contains(code)) {
              assertThat(columns.get(columns.indexOf(code) + 1)).isEqualTo(name);
            }
          });
      assertThat(table.path("schema").path("primaryKey").toString()).doesNotContain("_name\"");
    }
  }

  /** Of a study with one weighting, one indicator and one feature, and nothing found. */
  static JsonNode dataPackage() {
    var texts = Texts.in(Language.EN);
    var findings =
        new Findings(
            new StudyData(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                SupportData.NONE,
                List.of(),
                List.of(),
                List.of()),
            new Outcomes(2018, List.of(), Set.of(), List.of(), List.of(), List.of(), List.of()),
            new ContextFindings(List.of(), List.of(), List.of(), index(), List.of()),
            new AdjustedOutcomes(
                List.of(), new TreeMap<>(), List.of(), List.of(), List.of(), List.of()),
            new Groups(Optional.of(grouping()), GroupHistory.NONE, List.of()),
            new Neighbourhoods(List.of(), List.of()),
            new Quality(List.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of()),
            new Labels(List.of(), Map.of(), List.of(), List.of(), List.of(), List.of()),
            new Support(
                List.of(),
                new Dynamics(List.of(), List.of(), List.of()),
                Teachers.NONE,
                PupilGrowth.NONE,
                new RiskProfiles(List.of(), List.of()),
                new Partners(List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    return DataPackage.describe(ContractTables.of(findings, texts), "csv/", texts);
  }

  private static IndexFindings index() {
    OptionalDouble none = OptionalDouble.empty();
    return new IndexFindings(
        List.of(
            new IndicatorWeight(
                INDICATOR, VARIANT, 1, none, none, none, none, none, 0, 0, 1, none, none, 1)),
        List.of(new ContextModel(VARIANT, 1, none, none, none, none, none, none, none)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Grouping grouping() {
    return new Grouping(
        List.of(),
        List.of(
            new ClusterCentre(
                1,
                GroupName.HIGH_RESULT,
                1,
                List.of(FEATURE),
                List.of(0.0),
                List.of(0.0),
                "",
                OptionalDouble.empty())),
        List.of(),
        List.of(),
        List.of());
  }
}
