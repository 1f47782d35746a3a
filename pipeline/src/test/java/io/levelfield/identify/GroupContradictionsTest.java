package io.levelfield.identify;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.cluster.ClusterAssignment;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.cluster.GroupName.Level;
import io.levelfield.model.cluster.GroupName.Trait;
import io.levelfield.model.cluster.Grouping;
import io.levelfield.model.identify.GroupContradiction;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Labels that say the opposite of a group's name. */
class GroupContradictionsTest {
  private static List<GroupContradiction> of(GroupName group, boolean flag, Label... labels) {
    var school =
        new ClusterAssignment(
            "a", 1, group, 0, OptionalDouble.empty(), OptionalDouble.empty(), false);
    var grouping = new Grouping(List.of(school), List.of(), List.of(), List.of(), List.of());
    List<Identification> found =
        Stream.of(labels)
            .map(
                label ->
                    new Identification(
                        "a",
                        label,
                        true,
                        flag,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        false,
                        List.of(),
                        List.of(),
                        OptionalDouble.empty(),
                        Optional.empty()))
            .toList();
    return GroupContradictions.of(found, Optional.of(grouping));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOW_RESULT", "STABLY_LOW_RESULT", "CRISIS"})
  void lowResultsContradictAGroupOfHighOnes(Label label) {
    assertThat(of(GroupName.HIGH_RESULT, true, label))
        .containsExactly(new GroupContradiction("a", GroupName.HIGH_RESULT, List.of(label)));
    assertThat(of(GroupName.LOW_RESULT, true, label)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"HIGH_RESULT", "RESILIENT"})
  void highResultsContradictAGroupOfLowOnes(Label label) {
    assertThat(of(GroupName.LOW_RESULT, true, label)).hasSize(1);
    assertThat(of(GroupName.UNFAVOURABLE_CONDITION, true, label)).isEmpty();
  }

  @Test
  void describingNamesAreHeldToWhatTheySay() {
    GroupName name =
        GroupName.describing(
            List.of(new Trait(Axis.RESULT, Level.HIGH), new Trait(Axis.CONTEXT, Level.HIGH)));

    assertThat(of(name, true, Label.SMALL, Label.UNFAVOURABLE_CONTEXT, Label.LOW_RESULT))
        .extracting(GroupContradiction::labels)
        .containsExactly(List.of(Label.LOW_RESULT, Label.UNFAVOURABLE_CONTEXT));
  }

  @Test
  void whatIsNotListedContradictsNothing() {
    assertThat(of(GroupName.LOW_RESULT, false, Label.HIGH_RESULT)).isEmpty();
  }
}
