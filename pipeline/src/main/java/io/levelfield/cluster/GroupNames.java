package io.levelfield.cluster;

import io.levelfield.model.FeatureMatrix.Axis;
import io.levelfield.model.FeatureMatrix.Feature;
import io.levelfield.model.GroupName;
import io.levelfield.model.GroupName.Level;
import io.levelfield.model.GroupName.Trait;
import io.levelfield.stats.OptimalMatching;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers and names groups by where their centres lie.
 *
 * <p>A centre is placed on a plane: its result is the mean of its result features, its context the
 * mean of its context features, in standard deviations and each turned so that higher is better.
 *
 * <p>Three groups of schools described by both axes get the programme's names. The names are
 * matched with the centres so that the sum of squared distances to these points is the least:
 *
 * <table>
 *   <caption>Where each name belongs</caption>
 *   <tr><th>number</th><th>name</th><th>result</th><th>context</th></tr>
 *   <tr><td>1</td><td>low-result</td><td>-1</td><td>0</td></tr>
 *   <tr><td>2</td><td>unfavourable-condition</td><td>0</td><td>-1</td></tr>
 *   <tr><td>3</td><td>high-result</td><td>+1</td><td>0</td></tr>
 * </table>
 *
 * <p>Any other number of groups, or one axis alone, gets names that describe the centre, and
 * numbers by result, then context, the lowest first.
 */
public final class GroupNames {
  /** Nearer to the mean of all schools than this, in standard deviations, a centre is average. */
  public static final double AVERAGE_WITHIN = 0.5;

  private static final List<GroupName> PROGRAMME =
      List.of(GroupName.LOW_RESULT, GroupName.UNFAVOURABLE_CONDITION, GroupName.HIGH_RESULT);
  private static final List<Place> PROTOTYPES =
      List.of(Place.of(-1, 0), Place.of(0, -1), Place.of(1, 0));

  private GroupNames() {}

  /**
   * A group with its name; its number is its place in the list, from 1.
   *
   * @param centre which of the centres it is, from 0
   */
  public record NamedGroup(int centre, GroupName name) {}

  /** A centre on the plane; an axis without features is absent. */
  private record Place(OptionalDouble result, OptionalDouble context) {
    static Place of(double result, double context) {
      return new Place(OptionalDouble.of(result), OptionalDouble.of(context));
    }

    double squaredDistance(Place other) {
      double x = result.orElse(0) - other.result.orElse(0);
      double y = context.orElse(0) - other.context.orElse(0);
      return x * x + y * y;
    }

    List<Trait> traits() {
      return Stream.of(Axis.values())
          .flatMap(axis -> on(axis).stream().mapToObj(z -> new Trait(axis, level(z))))
          .toList();
    }

    private OptionalDouble on(Axis axis) {
      return axis == Axis.RESULT ? result : context;
    }

    private static Level level(double z) {
      if (Math.abs(z) < AVERAGE_WITHIN) {
        return Level.AVERAGE;
      }
      return z < 0 ? Level.LOW : Level.HIGH;
    }
  }

  /**
   * Names groups.
   *
   * @param features what the columns of the centres are
   * @param centres in standard deviations, {@code [group][feature]}
   * @return the groups in the order of their numbers
   */
  public static List<NamedGroup> of(List<Feature> features, double[][] centres) {
    List<Place> places = Stream.of(centres).map(centre -> place(features, centre)).toList();
    boolean bothAxes = features.stream().map(Feature::axis).distinct().count() == 2;
    return centres.length == PROGRAMME.size() && bothAxes
        ? programmeNames(places)
        : describingNames(places);
  }

  private static List<NamedGroup> programmeNames(List<Place> places) {
    double[][] costs =
        PROTOTYPES.stream()
            .map(p -> places.stream().mapToDouble(p::squaredDistance).toArray())
            .toArray(double[][]::new);
    int[] centreOfName = OptimalMatching.of(costs);
    return IntStream.range(0, PROGRAMME.size())
        .mapToObj(i -> new NamedGroup(centreOfName[i], PROGRAMME.get(i)))
        .toList();
  }

  private static List<NamedGroup> describingNames(List<Place> places) {
    List<Integer> order =
        IntStream.range(0, places.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> places.get(i).result().orElse(0))
                    .thenComparingDouble(i -> places.get(i).context().orElse(0)))
            .toList();
    List<GroupName> names =
        order.stream().map(i -> GroupName.describing(places.get(i).traits())).toList();
    List<NamedGroup> groups = new ArrayList<>();
    for (int g = 0; g < names.size(); g++) {
      GroupName name = names.get(g);
      boolean shared = Collections.frequency(names, name) > 1;
      int which = Collections.frequency(names.subList(0, g + 1), name);
      groups.add(new NamedGroup(order.get(g), shared ? name.numbered(which) : name));
    }
    return List.copyOf(groups);
  }

  private static Place place(List<Feature> features, double[] centre) {
    return new Place(mean(features, centre, Axis.RESULT), mean(features, centre, Axis.CONTEXT));
  }

  private static OptionalDouble mean(List<Feature> features, double[] centre, Axis axis) {
    return IntStream.range(0, centre.length)
        .filter(j -> features.get(j).axis() == axis)
        .mapToDouble(j -> features.get(j).favourable() ? centre[j] : -centre[j])
        .average();
  }
}
