package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.cluster.GroupNames.NamedGroup;
import io.levelfield.model.cluster.EarlierGroups;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupModel;
import io.levelfield.model.cluster.GroupModel.Group;
import io.levelfield.model.cluster.GroupMove;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.cluster.Grouping.FeatureScale;
import io.levelfield.stats.Standardisation;
import io.levelfield.testing.InEnglish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Groups at places in points of result and context; one standard deviation is one point. */
class KeptNamesTest {
  private static final List<Feature> FEATURES =
      List.of(
          new Feature("adjusted_result", Axis.RESULT, true),
          new Feature("context_index", Axis.CONTEXT, true));

  /** Two schools one standard deviation to each side of nothing, so that units are deviations. */
  private static final Standardisation ONE =
      Standardisation.of(
          new double[][] {{Math.sqrt(.5), Math.sqrt(.5)}, {-Math.sqrt(.5), -Math.sqrt(.5)}});

  private static final double[][] LAST_YEAR = {{-0.9, 0}, {0.6, -1.3}, {0.6, 0.8}};

  @Test
  void numberAndNameStayWithTheGroup() {
    double[][] now = {{0.7, 0.6}, {-0.6, 0.1}, {0.5, -1.1}};

    assertThat(after(run("a", LAST_YEAR)).name(FEATURES, ONE, now))
        .containsExactly(
            new NamedGroup(1, GroupName.LOW_RESULT),
            new NamedGroup(2, GroupName.UNFAVOURABLE_CONDITION),
            new NamedGroup(0, GroupName.HIGH_RESULT));
  }

  @Test
  void aNameStaysThatTheCentreFallsShortOfByLittle() {
    double[][] now = {{-0.3, 0}, {0.6, -1.3}, {0.6, 0.8}};

    assertThat(GroupNames.of(FEATURES, now).get(0).name().traits()).isNotEmpty();
    assertThat(codes(after(run("a", LAST_YEAR)).name(FEATURES, ONE, now)))
        .containsExactly("low-result", "unfavourable-condition", "high-result");
  }

  @Test
  void aGroupThatRoseIsLowNoLonger() {
    double[][] now = {{-0.2, 0}, {0.6, -1.3}, {0.6, 0.8}};
    KeptNames naming = after(run("a", LAST_YEAR));

    List<NamedGroup> named = naming.name(FEATURES, ONE, now);

    assertThat(codes(named))
        .containsExactly("average-result-average-context", "unfavourable-condition", "high-result");
    assertThat(InEnglish.of(NamingNotes.of(FEATURES, model(now, named), naming)))
        .containsExactly(
            "group 1 was called \"low results\" in run a and is now called \"average"
                + " result, average context\": its centre is, in standard deviations, at result"
                + " -0.20, context 0.00");
  }

  @Test
  void aNewNameIsUnlikeThoseKept() {
    double[][] before = {{-1, 0}, {1, 0}};
    double[][] now = {{0.6, 0}, {1.4, 0}};

    assertThat(codes(after(run("a", before)).name(FEATURES, ONE, now)))
        .containsExactly("high-result-average-context-2", "high-result-average-context");
  }

  @Test
  void tellsHowFarGroupsMovedInPresentDeviations() {
    double[][] now = {{-0.6, 0.4}, {0.6, -1.3}, {0.6, 0.8}};
    KeptNames naming = after(run("a", LAST_YEAR));
    GroupModel present = model(now, naming.name(FEATURES, ONE, now));

    assertThat(naming.moves(present))
        .extracting(GroupMove::previousName)
        .containsExactly(
            GroupName.LOW_RESULT, GroupName.UNFAVOURABLE_CONDITION, GroupName.HIGH_RESULT);
    assertThat(naming.moves(present).get(0).distance()).isCloseTo(0.5, within(1e-12));
    assertThat(naming.moves(present).get(1).distance()).isZero();
  }

  @Test
  void theFirstRunAgainIsNamedAsIfItWereTheFirst() {
    KeptNames again = after(run("a", LAST_YEAR));
    List<NamedGroup> named = again.name(FEATURES, ONE, LAST_YEAR);

    assertThat(named).isEqualTo(GroupNames.of(FEATURES, LAST_YEAR));
    assertThat(again.earlier(model(LAST_YEAR, named))).isEmpty();
    assertThat(again.moves(model(LAST_YEAR, named))).isEmpty();
  }

  @Test
  void aRunAgainIsNamedAfterTheSameRunAsBefore() {
    double[][] thisYear = {{-0.2, 0}, {0.6, -1.3}, {0.6, 0.8}};
    EarlierGroups first = run("a", LAST_YEAR);
    KeptNames second = after(first);
    GroupModel once = model(thisYear, second.name(FEATURES, ONE, thisYear));

    KeptNames third = after(new EarlierGroups("b", once, Optional.of(first)));
    GroupModel again = model(thisYear, third.name(FEATURES, ONE, thisYear));

    assertThat(again).isEqualTo(once);
    assertThat(third.earlier(again)).contains(first);
    assertThat(third.moves(again)).isEqualTo(second.moves(once));
  }

  @Test
  void otherFeaturesOrAnotherNumberOfGroupsAreNamedAfresh() {
    double[][] two = {{1, 0}, {-1, 0}};
    List<Feature> other = List.of(new Feature("result", Axis.RESULT, true), FEATURES.get(1));
    KeptNames naming = after(run("a", LAST_YEAR));

    assertThat(naming.name(FEATURES, ONE, two)).isEqualTo(GroupNames.of(FEATURES, two));
    assertThat(naming.name(other, ONE, LAST_YEAR)).isEqualTo(GroupNames.of(other, LAST_YEAR));
  }

  private static KeptNames after(EarlierGroups newest) {
    return new KeptNames(Optional.of(newest));
  }

  private static EarlierGroups run(String id, double[][] centres) {
    return new EarlierGroups(
        id, model(centres, GroupNames.of(FEATURES, centres)), Optional.empty());
  }

  private static GroupModel model(double[][] centres, List<NamedGroup> named) {
    List<Group> groups = new ArrayList<>();
    for (NamedGroup group : named) {
      double[] centre = centres[group.centre()];
      groups.add(Group.of(groups.size() + 1, group.name(), centre, centre));
    }
    return new GroupModel(
        FEATURES.stream().map(f -> new FeatureScale(f.key(), 0, 1)).toList(), groups);
  }

  private static List<String> codes(List<NamedGroup> groups) {
    return groups.stream().map(group -> group.name().code()).toList();
  }
}
