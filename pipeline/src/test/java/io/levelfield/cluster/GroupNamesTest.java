package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.levelfield.cluster.GroupNames.NamedGroup;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.testing.InEnglish;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupNamesTest {
  private static final Feature RESULT = new Feature("adjusted_result", Axis.RESULT, true);
  private static final Feature CONTEXT = new Feature("context_index", Axis.CONTEXT, true);
  private static final Feature POVERTY = new Feature("meals", Axis.CONTEXT, false);

  @Test
  void givesThreeGroupsTheProgrammesNamesAndNumbers() {
    double[][] centres = {{0.6, -1.3}, {-0.9, 0}, {0.6, 0.8}};

    assertThat(GroupNames.of(List.of(RESULT, CONTEXT), centres))
        .containsExactly(
            new NamedGroup(1, GroupName.LOW_RESULT),
            new NamedGroup(0, GroupName.UNFAVOURABLE_CONDITION),
            new NamedGroup(2, GroupName.HIGH_RESULT));
  }

  @Test
  void turnsUnfavourableFeaturesBeforeMatching() {
    double[][] centres = {{-0.9, 0}, {0.6, -0.8}, {0.6, 1.3}};

    assertThat(GroupNames.of(List.of(RESULT, POVERTY), centres))
        .extracting(NamedGroup::centre)
        .containsExactly(0, 2, 1);
  }

  @Test
  void averagesTheFeaturesOfAnAxis() {
    double[][] centres = {{1, -2, 3}, {-1, 0, 0}, {1, 1, 0}};

    assertThat(GroupNames.of(List.of(RESULT, CONTEXT, POVERTY), centres))
        .extracting(NamedGroup::centre)
        .containsExactly(1, 0, 2);
  }

  @Test
  void describesThreeGroupsIfOneIsNotWhatTheProgrammeCallsIt() {
    double[][] alongOneAxis = {{-1.2, -1.3}, {-0.1, 0}, {1.1, 1}};

    assertThat(GroupNames.of(List.of(RESULT, CONTEXT), alongOneAxis))
        .extracting(NamedGroup::centre, g -> g.name().code())
        .containsExactly(
            tuple(0, "low-result-low-context"),
            tuple(1, "average-result-average-context"),
            tuple(2, "high-result-high-context"));
    assertThat(GroupNames.misfit(List.of(RESULT, CONTEXT), alongOneAxis))
        .map(InEnglish::of)
        .contains(
            "the group nearest to \"low results\" lies, in standard deviations, at"
                + " result -0.10, context 0.00");
  }

  @Test
  void callsNoGroupLowestThatIsNot() {
    double[][] centres = {{-1.4, -1.3}, {-0.6, 0.5}, {1.1, 0.6}};

    assertThat(GroupNames.misfit(List.of(RESULT, CONTEXT), centres))
        .map(InEnglish::of)
        .contains(
            "the group nearest to \"low results\" lies, in standard deviations, at"
                + " result -0.60, context +0.50, and another group lies lower");
  }

  @Test
  void hasNothingToSayOfNamesThatFitOrWereNotSought() {
    double[][] fitting = {{0.6, -1.3}, {-0.9, 0}, {0.6, 0.8}};

    assertThat(GroupNames.misfit(List.of(RESULT, CONTEXT), fitting)).isEmpty();
    assertThat(GroupNames.misfit(List.of(RESULT), new double[][] {{-1}, {0}, {1}})).isEmpty();
  }

  @Test
  void tellsWhichOneOfSeveralFeaturesStandsOut() {
    var mobility = new Feature("mobility", Axis.CONTEXT, false);
    double[][] centres = {{-0.2, -2.1, 0.8, 5.6}, {0.2, 0.1, -2, 0}, {2.5, 1, 0, 0}};

    assertThat(GroupNames.of(List.of(RESULT, CONTEXT, POVERTY, mobility), centres))
        .extracting(NamedGroup::centre, g -> g.name().code())
        .containsExactly(
            tuple(0, "average-result-low-context-high-mobility"),
            tuple(1, "average-result-high-context-low-meals"),
            tuple(2, "high-result-average-context"));
  }

  @Test
  void describesOtherNumbersOfGroupsByResultThenContext() {
    double[][] centres = {{1, 0.2}, {-0.4, 0.9}};

    assertThat(GroupNames.of(List.of(RESULT, CONTEXT), centres))
        .extracting(NamedGroup::centre, g -> g.name().code())
        .containsExactly(
            tuple(1, "average-result-high-context"), tuple(0, "high-result-average-context"));
  }

  @Test
  void describesThreeGroupsByTheOnlyAxisThereIs() {
    double[][] centres = {{1.1}, {-0.2}, {-1.2}};

    assertThat(GroupNames.of(List.of(POVERTY), centres))
        .extracting(g -> g.name().code())
        .containsExactly("low-context", "average-context", "high-context");
  }

  @Test
  void tellsGroupsOfOneNameApartByTheFeatureThatDoes() {
    var mobility = new Feature("mobility", Axis.CONTEXT, false);
    double[][] centres = {{-1, 1.2, 0.2}, {-1.1, 0.4, 1.4}, {-1.2, 0.3, 1.1}, {1, -1, -1}};

    assertThat(GroupNames.of(List.of(RESULT, POVERTY, mobility), centres))
        .extracting(NamedGroup::centre, g -> g.name().code())
        .containsExactly(
            tuple(2, "low-result-low-context-high-mobility-1"),
            tuple(1, "low-result-low-context-high-mobility-2"),
            tuple(0, "low-result-low-context-average-mobility"),
            tuple(3, "high-result-high-context"));
  }

  @Test
  void numbersGroupsThatWouldBearOneName() {
    double[][] centres = {{2, 0}, {1, 0}, {-1, 0}, {0.1, 0}};

    assertThat(GroupNames.of(List.of(RESULT, CONTEXT), centres))
        .extracting(g -> g.name().code())
        .containsExactly(
            "low-result-average-context",
            "average-result-average-context",
            "high-result-average-context-1",
            "high-result-average-context-2");
  }
}
