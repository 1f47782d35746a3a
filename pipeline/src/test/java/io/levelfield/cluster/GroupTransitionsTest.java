package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.cluster.ClusterAssignment;
import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupModel;
import io.levelfield.model.cluster.GroupModel.Group;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.cluster.GroupTransition;
import io.levelfield.model.cluster.Grouping;
import io.levelfield.model.cluster.Grouping.FeatureScale;
import io.levelfield.stats.Replicates;
import io.levelfield.testing.ReferenceData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GroupTransitionsTest {
  private static final List<Feature> FEATURES =
      List.of(
          new Feature("result", Axis.RESULT, true),
          new Feature("deprivation", Axis.CONTEXT, false));

  private static final ReferenceData OF_1999 = ReferenceData.csv("apipop_1999.csv");
  private static final ReferenceData OF_2000 = ReferenceData.csv("apipop_schools.csv");

  /** R's {@code multi_year}: groups of 1999, and to which of them the schools of 2000 belong. */
  @Test
  void countsCaliforniasSchoolsAsRDoes() {
    FeatureMatrix of1999 = california("99", OF_1999);
    var settings = new GroupingSettings(OptionalInt.of(3), 50, 3, 20, 20, 0.05, 0.8, 42);
    Grouping fitted =
        SchoolGroups.group(
                of1999,
                settings,
                Replicates.inThisThread(),
                FinalFit.asSearched(),
                GroupNaming.afresh())
            .grouping();
    var model = GroupModel.of(fitted);
    var years = new TreeMap<>(Map.of(1999, of1999, 2000, california("00", OF_2000)));

    List<GroupTransition> transitions = GroupTransitions.of(model, years);

    JsonNode expected =
        ReferenceData.json("apipop_1999.json")
            .get("multi_year")
            .get("transition_1999centres_from_row_1999_to_col_2000");
    assertThat(fitted.assignments())
        .extracting(ClusterAssignment::cluster)
        .containsExactlyElementsOf(Arrays.stream(OF_1999.labels("k3_2d_1999")).boxed().toList());
    assertThat(transitions).hasSize(9);
    for (GroupTransition t : transitions) {
      assertThat(t.schools())
          .as("from %d to %d", t.from().cluster(), t.to().cluster())
          .isEqualTo(expected.get(t.from().cluster() - 1).get(t.to().cluster() - 1).asInt());
    }
  }

  @Test
  void comparesAYearWithTheNextThatHasValuesAndOnlySchoolsOfBoth() {
    var years = new TreeMap<Integer, FeatureMatrix>();
    years.put(2016, schools(new String[] {"a", "b", "c"}, 1, 1, 9));
    years.put(2017, schools(new String[] {}));
    years.put(2018, schools(new String[] {"a", "b", "d"}, 1, 9, 9));

    assertThat(GroupTransitions.of(twoGroups(), years))
        .extracting(
            t ->
                "%d-%d %d>%d: %d"
                    .formatted(
                        t.fromYear(),
                        t.toYear(),
                        t.from().cluster(),
                        t.to().cluster(),
                        t.schools()))
        .containsExactly(
            "2016-2018 1>1: 1", "2016-2018 1>2: 1", "2016-2018 2>1: 0", "2016-2018 2>2: 0");
  }

  @Test
  void oneYearHasNoTransitions() {
    var years = new TreeMap<Integer, FeatureMatrix>();
    years.put(2018, schools(new String[] {"a"}, 1));

    assertThat(GroupTransitions.of(twoGroups(), years)).isEmpty();
  }

  private static GroupModel twoGroups() {
    GroupName low = GroupName.LOW_RESULT;
    GroupName high = GroupName.HIGH_RESULT;
    return new GroupModel(
        List.of(new FeatureScale("result", 5, 4)),
        List.of(
            new Group(1, low, List.of(-1.0), List.of(1.0)),
            new Group(2, high, List.of(1.0), List.of(9.0))));
  }

  private static FeatureMatrix schools(String[] ids, double... results) {
    return new FeatureMatrix(
        List.of(ids),
        FEATURES.subList(0, 1),
        Arrays.stream(results).mapToObj(r -> new double[] {r}).toArray(double[][]::new));
  }

  /** Results in points, deprivation in standard deviations. */
  private static FeatureMatrix california(String year, ReferenceData results) {
    JsonNode reference = ReferenceData.json("apipop_1999.json");
    double mean = reference.get("means").get("api" + year).asDouble();
    double sd = reference.get("sds_sample").get("api" + year).asDouble();
    double[] points =
        Arrays.stream(results.column("z_api" + year)).map(z -> mean + sd * z).toArray();
    return new FeatureMatrix(
        OF_2000.texts("cds"), FEATURES, ReferenceData.rows(points, OF_2000.column("z_ctx")));
  }
}
