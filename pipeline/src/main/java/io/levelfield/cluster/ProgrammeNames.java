package io.levelfield.cluster;

import io.levelfield.cluster.GroupNames.NamedGroup;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.cluster.GroupName.Level;
import io.levelfield.model.cluster.GroupName.Trait;
import io.levelfield.model.text.Message;
import io.levelfield.stats.OptimalMatching;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The programme's names of three groups, and whether they speak truly.
 *
 * <p>The names are matched with the centres so that the sum of squared distances to these points is
 * the least:
 *
 * <table>
 *   <caption>Where each name belongs</caption>
 *   <tr><th>number</th><th>name</th><th>result</th><th>context</th></tr>
 *   <tr><td>1</td><td>low-result</td><td>-1</td><td>0</td></tr>
 *   <tr><td>2</td><td>unfavourable-condition</td><td>0</td><td>-1</td></tr>
 *   <tr><td>3</td><td>high-result</td><td>+1</td><td>0</td></tr>
 * </table>
 *
 * <p>They are given only if every group then is what its name says: low, or high, on the name's
 * axis, and no other group lower there than the one called low. Where results and context are
 * nearly one axis, the middle group would otherwise be called low in results.
 */
final class ProgrammeNames {
  private static final List<GroupName> NAMES =
      List.of(GroupName.LOW_RESULT, GroupName.UNFAVOURABLE_CONDITION, GroupName.HIGH_RESULT);
  private static final List<Place> PROTOTYPES =
      List.of(Place.of(-1, 0), Place.of(0, -1), Place.of(1, 0));
  private final List<Place> places;
  private final int[] centreOfName;

  private ProgrammeNames(List<Place> places) {
    this.places = places;
    double[][] costs =
        PROTOTYPES.stream()
            .map(p -> places.stream().mapToDouble(p::squaredDistance).toArray())
            .toArray(double[][]::new);
    this.centreOfName = OptimalMatching.of(costs);
  }

  /** The names matched with centres; empty unless there are three groups and both axes. */
  static Optional<ProgrammeNames> matching(List<Feature> features, List<Place> places) {
    boolean bothAxes = features.stream().map(Feature::axis).distinct().count() == 2;
    return places.size() == NAMES.size() && bothAxes
        ? Optional.of(new ProgrammeNames(places))
        : Optional.empty();
  }

  List<NamedGroup> groups() {
    return IntStream.range(0, NAMES.size())
        .mapToObj(i -> new NamedGroup(centreOfName[i], NAMES.get(i)))
        .toList();
  }

  /** Why the names would mislead; empty if they do not. */
  Optional<Message> misfit() {
    for (int i = 0; i < NAMES.size(); i++) {
      Place own = places.get(centreOfName[i]);
      Trait meaning = NAMES.get(i).claims().get(0);
      if (!own.has(meaning, 0)) {
        return Optional.of(Message.of("cluster.nearest-has", NAMES.get(i), own.inWords()));
      }
      if (meaning.level() == Level.LOW && !isLowest(own, meaning.axis())) {
        return Optional.of(Message.of("cluster.nearest-not-lowest", NAMES.get(i), own.inWords()));
      }
    }
    return Optional.empty();
  }

  private boolean isLowest(Place own, Axis axis) {
    double z = own.on(axis).orElseThrow();
    return places.stream().allMatch(place -> place.on(axis).orElseThrow() >= z);
  }
}
