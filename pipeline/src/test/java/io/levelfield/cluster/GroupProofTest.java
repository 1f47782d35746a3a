package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.cluster.ClusterAssignment;
import io.levelfield.model.cluster.ClusterCentre;
import io.levelfield.model.cluster.ClusterValidity;
import io.levelfield.model.cluster.ClusterValidity.Choice;
import io.levelfield.model.cluster.ClusterValidity.Rule;
import io.levelfield.model.cluster.ClusterValidity.Verdict;
import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupAgreement;
import io.levelfield.model.cluster.GroupAgreement.Method;
import io.levelfield.model.cluster.Grouping;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import io.levelfield.testing.InEnglish;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of groups that hold, of noise, and of inputs at the edge. */
class GroupProofTest {

  @Test
  void saysThatGroupsFarApartHold() {
    SchoolGroups.Found found = found(threePlaces(), OptionalInt.empty());
    Grouping grouping = found.grouping();

    assertThat(choice(grouping)).isEqualTo(new Choice(Rule.GAP, Verdict.HOLD));
    assertThat(grouping.centres()).hasSize(3).allMatch(ClusterCentre::isStable);
    assertThat(grouping.assignments()).noneMatch(ClusterAssignment::borderline);
    assertThat(InEnglish.of(found.notes())).isEmpty();
    assertThat(grouping.agreement())
        .filteredOn(a -> a.method() != Method.WITHOUT_FEATURE)
        .hasSize(3)
        .allMatch(a -> a.ari().getAsDouble() == 1);
    assertThat(grouping.agreement())
        .filteredOn(a -> a.method() == Method.WITHOUT_FEATURE)
        .extracting(GroupAgreement::feature)
        .containsExactly("adjusted_result", "context_index");
  }

  @Test
  void takesForTypicalTheSchoolNearestToTheOthers() {
    double[][] values = {{0, 0}, {1, 0}, {3, 0}, {20, 1}, {21, 1}, {22, 1}};

    assertThat(group(values, OptionalInt.of(2)).centres())
        .extracting(ClusterCentre::medoidId)
        .containsExactly("s01", "s04");
  }

  @Test
  void saysThatNoiseAskedForGroupsHasNone() {
    SchoolGroups.Found found = found(noise(24), OptionalInt.of(3));
    Grouping grouping = found.grouping();

    assertThat(choice(grouping)).isEqualTo(new Choice(Rule.STUDY, Verdict.NONE));
    assertThat(grouping.centres()).hasSize(3);
    assertThat(InEnglish.of(found.notes()))
        .anyMatch(
            note -> note.startsWith("clusters: do not take the 3 groups for kinds of schools"));
    assertThat(grouping.assignments()).anyMatch(ClusterAssignment::borderline);
  }

  @Test
  void putsNoiseIntoOneGroupWhereTheDataDecide() {
    SchoolGroups.Found found = found(noise(24), OptionalInt.empty());
    Grouping grouping = found.grouping();

    assertThat(grouping.centres()).hasSize(1);
    assertThat(choice(grouping).verdict()).isEqualTo(Verdict.NONE);
    assertThat(grouping.assignments()).allMatch(a -> a.membership().isEmpty() && !a.borderline());
    assertThat(grouping.agreement()).isEmpty();
    assertThat(InEnglish.of(found.notes()))
        .singleElement()
        .asString()
        .contains("there are no groups");
  }

  @Test
  void namesASchoolThatIsAGroupByItself() {
    double[][] values = noise(30);
    values[7][0] = 50;

    SchoolGroups.Found found = found(values, OptionalInt.of(2));
    Grouping grouping = found.grouping();

    assertThat(grouping.centres()).extracting(ClusterCentre::size).containsExactly(29, 1);
    assertThat(InEnglish.of(found.notes()))
        .anyMatch(note -> note.contains("one school alone, unlike all others: 2 (s07)"));
  }

  @Test
  void findsThePlacesThatManySchoolsShare() {
    for (int places = 2; places <= 3; places++) {
      int k = places;
      double[][] values = IntStream.range(0, 24).mapToObj(i -> at(i % k)).toArray(double[][]::new);
      for (double[] value : values) {
        value[1] += 0.5 * value[0];
      }

      Grouping grouping = group(values, OptionalInt.empty());

      assertThat(grouping.centres()).hasSize(k);
      assertThat(choice(grouping)).isEqualTo(new Choice(Rule.GAP, Verdict.HOLD));
    }
  }

  @Test
  void keepsPlacesThatSchoolsShareTogether() {
    double[][] values = IntStream.range(0, 24).mapToObj(i -> at(i % 3)).toArray(double[][]::new);

    Grouping grouping = group(values, OptionalInt.of(3));

    ClusterValidity three = grouping.validity().get(2);
    assertThat(three.wss()).isZero();
    assertThat(three.silhouette()).hasValue(1);
    assertThat(three.gap()).isEmpty();
    assertThat(three.calinskiHarabasz()).isEmpty();
    assertThat(choice(grouping).verdict()).isEqualTo(Verdict.HOLD);
  }

  @Test
  void refusesSchoolsThatAreAllTheSame() {
    double[][] values = {{1, 2}, {1, 2}, {1, 2}};

    assertThatThrownBy(() -> group(values, OptionalInt.empty()))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("'adjusted_result' is the same for all 3 schools");
  }

  @Test
  void groupsByOneFeatureWithoutLeavingItOut() {
    double[][] values =
        IntStream.range(0, 24)
            .mapToObj(i -> new double[] {100 * (i % 2) + i})
            .toArray(double[][]::new);

    Grouping grouping = group(values, OptionalInt.of(2));

    assertThat(choice(grouping).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(grouping.agreement())
        .extracting(GroupAgreement::method)
        .containsExactly(Method.SEED, Method.WARD, Method.K_MEDOIDS);
  }

  private static Choice choice(Grouping grouping) {
    return grouping.validity().stream()
        .flatMap(v -> v.choice().stream())
        .reduce(
            (a, b) -> {
              throw new AssertionError("two numbers of groups are chosen");
            })
        .orElseThrow();
  }

  private static double[] at(int place) {
    return new double[] {place == 2 ? 5 : -5 * place, place == 1 ? -8 : 0};
  }

  private static double[][] threePlaces() {
    double[][] values = noise(24);
    for (int i = 0; i < values.length; i++) {
      values[i][0] += 2 * at(i % 3)[0];
      values[i][1] += 2 * at(i % 3)[1];
    }
    return values;
  }

  private static double[][] noise(int schools) {
    RandomStream random = RandomStream.at(5);
    return IntStream.range(0, schools)
        .mapToObj(i -> new double[] {random.nextGaussian(), random.nextGaussian()})
        .toArray(double[][]::new);
  }

  private static Grouping group(double[][] values, OptionalInt k) {
    return found(values, k).grouping();
  }

  private static SchoolGroups.Found found(double[][] values, OptionalInt k) {
    List<Feature> features =
        List.of(
            new Feature("adjusted_result", Axis.RESULT, true),
            new Feature("context_index", Axis.CONTEXT, true));
    return SchoolGroups.group(
        new FeatureMatrix(
            IntStream.range(0, values.length).mapToObj("s%02d"::formatted).toList(),
            features.subList(0, values[0].length),
            values),
        new GroupingSettings(k, 10, 8, 50, 50, 0.05, 0.8, 42),
        Replicates.inThisThread(),
        FinalFit.asSearched(),
        GroupNaming.afresh());
  }
}
