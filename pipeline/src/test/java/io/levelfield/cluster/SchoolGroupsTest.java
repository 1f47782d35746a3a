package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.cluster.ClusterAssignment;
import io.levelfield.model.cluster.ClusterCentre;
import io.levelfield.model.cluster.ClusterValidity;
import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.cluster.Grouping;
import io.levelfield.stats.Replicates;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.ReferenceData;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolGroupsTest {
  private static final List<Feature> FEATURES =
      List.of(
          new Feature("adjusted_result", Axis.RESULT, true),
          new Feature("context_index", Axis.CONTEXT, true));

  /** Two schools at each of three places; the last feature column is what sets places apart. */
  private static final double[][] SIX_SCHOOLS = {
    {40, 100}, {42, 101}, {60, 80}, {61, 82}, {62, 111}, {60, 110}
  };

  @Test
  void namesTheThreeGroupsOfTheProgramme() {
    Grouping grouping = group(SIX_SCHOOLS, OptionalInt.of(3));

    assertThat(grouping.assignments())
        .extracting(ClusterAssignment::name)
        .containsExactly(
            GroupName.LOW_RESULT,
            GroupName.LOW_RESULT,
            GroupName.UNFAVOURABLE_CONDITION,
            GroupName.UNFAVOURABLE_CONDITION,
            GroupName.HIGH_RESULT,
            GroupName.HIGH_RESULT);
    assertThat(grouping.assignments())
        .extracting(ClusterAssignment::cluster)
        .containsExactly(1, 1, 2, 2, 3, 3);
  }

  @Test
  void givesCentresInUnits() {
    Grouping grouping = group(SIX_SCHOOLS, OptionalInt.of(3));

    ClusterCentre first = grouping.centres().get(0);
    assertThat(first.size()).isEqualTo(2);
    assertThat(first.features()).containsExactly("adjusted_result", "context_index");
    assertThat(first.inUnits().get(0)).isCloseTo(41, within(1e-9));
    assertThat(first.inUnits().get(1)).isCloseTo(100.5, within(1e-9));
    double sd = grouping.scaling().get(0).sd();
    assertThat(grouping.assignments().get(0).distance())
        .isCloseTo(Math.hypot(1 / sd, 0.5 / grouping.scaling().get(1).sd()), within(1e-9));
  }

  @Test
  void measuresEveryNumberOfGroupsBelowTheDistinctSchools() {
    Grouping grouping = group(SIX_SCHOOLS, OptionalInt.of(3));

    assertThat(grouping.validity()).extracting(ClusterValidity::k).containsExactly(1, 2, 3, 4, 5);
    assertThat(grouping.validity())
        .extracting(ClusterValidity::chosen)
        .containsExactly(false, false, true, false, false);
    assertThat(grouping.validity().get(0).wss()).isCloseTo(10, within(1e-9));
    assertThat(grouping.validity().get(0).silhouette()).isEmpty();
  }

  @Test
  void choosesTheMostSeparateGroupsIfTheStudyDoesNot() {
    Grouping grouping = group(SIX_SCHOOLS, OptionalInt.empty());

    assertThat(grouping.centres()).hasSize(3);
  }

  @Test
  void describesOneGroupWithoutSilhouettes() {
    Grouping grouping = group(SIX_SCHOOLS, OptionalInt.of(1));

    assertThat(grouping.assignments())
        .extracting(ClusterAssignment::silhouette)
        .containsOnly(OptionalDouble.empty());
    assertThat(grouping.centres().get(0).name().code()).isEqualTo("average-result-average-context");
  }

  @Test
  void findsTheProgrammesGroupsAmongRealSchools() {
    var schools = ReferenceData.csv("apipop_schools.csv");
    var features =
        new FeatureMatrix(
            schools.texts("cds"),
            List.of(
                new Feature("adjusted_result", Axis.RESULT, true),
                new Feature("deprivation", Axis.CONTEXT, false)),
            schools.columns("resid_pc1", "z_ctx"));
    var settings = new GroupingSettings(OptionalInt.of(3), 50, 3, 20, 20, 0.05, 0.8, 42);

    Grouping grouping =
        SchoolGroups.group(
                features,
                settings,
                Replicates.inThisThread(),
                FinalFit.asSearched(),
                GroupNaming.afresh())
            .grouping();

    assertThat(grouping.centres())
        .extracting(ClusterCentre::name)
        .containsExactly(
            GroupName.LOW_RESULT, GroupName.UNFAVOURABLE_CONDITION, GroupName.HIGH_RESULT);
    assertThat(grouping.centres())
        .extracting(ClusterCentre::size)
        .containsExactly(2283, 1370, 2357);
  }

  /** Raw results and context are nearly one axis: low in both, average in both, high in both. */
  @ParameterizedTest
  @CsvSource({
    "apipop_schools.csv, z_api00, apipop_schools.csv, z_ctx",
    "hsb82_school_level.csv, mAch, hsb82_school_level.csv, context_pc1",
    "swiss.csv, Examination, swiss_provinces.csv, context_pc1"
  })
  void callsNoAverageGroupOfRawResultsLow(
      String results, String result, String contexts, String deprivation) {
    double[][] values =
        ReferenceData.rows(
            ReferenceData.csv(results).column(result),
            ReferenceData.csv(contexts).column(deprivation));
    List<String> ids = IntStream.range(0, values.length).mapToObj(i -> "s" + i).toList();
    var features =
        new FeatureMatrix(
            ids,
            List.of(
                new Feature("result", Axis.RESULT, true),
                new Feature("deprivation", Axis.CONTEXT, false)),
            values);

    Grouping grouping =
        SchoolGroups.group(
                features,
                new GroupingSettings(OptionalInt.of(3), 50, 3, 20, 20, 0.05, 0.8, 42),
                Replicates.inThisThread(),
                FinalFit.asSearched(),
                GroupNaming.afresh())
            .grouping();

    assertThat(grouping.centres())
        .extracting(centre -> centre.name().code())
        .containsExactly(
            "low-result-low-context", "average-result-average-context", "high-result-high-context");
  }

  @Test
  void tellsHowManySchoolsAreMissing() {
    assertThatThrownBy(() -> group(new double[][] {{1, 2}, {3, 4}}, OptionalInt.of(3)))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(
            "clusters: only 2 schools have a value of adjusted_result, context_index,"
                + " but 3 groups were asked for. Add schools, or ask for fewer groups.");
  }

  @Test
  void tellsThatSchoolsAreTooAlike() {
    double[][] values = {{1, 2}, {1, 2}, {3, 4}, {3, 4}};

    assertThatThrownBy(() -> group(values, OptionalInt.of(3)))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(
            "clusters: only 2 of the 4 schools differ in adjusted_result, context_index,"
                + " but 3 groups were asked for."
                + " Add a feature, or ask for fewer groups.");
  }

  @Test
  void namesAFeatureThatIsTheSameForAll() {
    double[][] values = {{1, 5}, {2, 5}, {3, 5}};

    assertThatThrownBy(() -> group(values, OptionalInt.of(2)))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(
            "clusters: feature 'context_index' is the same for all 3 schools."
                + " Leave it out of the features.");
  }

  private static Grouping group(double[][] values, OptionalInt k) {
    List<String> ids = IntStream.range(0, values.length).mapToObj(i -> "s" + i).toList();
    return SchoolGroups.group(
            new FeatureMatrix(ids, FEATURES, values),
            new GroupingSettings(k, 20, 8, 100, 100, 0.05, 0.8, 42),
            Replicates.inThisThread(),
            FinalFit.asSearched(),
            GroupNaming.afresh())
        .grouping();
  }
}
