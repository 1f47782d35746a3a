package io.levelfield.cluster;

import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers and names groups by where their centres lie on the plane of result and context.
 *
 * <p>Three groups of schools described by both axes get the programme's names where these speak
 * truly of them ({@link ProgrammeNames}). All other groups get names that describe the centre, and
 * numbers by result, then context, the lowest first.
 */
public final class GroupNames {
  private GroupNames() {}

  /**
   * A group with its name; its number is its place in the list, from 1.
   *
   * @param centre which of the centres it is, from 0
   */
  public record NamedGroup(int centre, GroupName name) {}

  /**
   * Names groups.
   *
   * @param features what the columns of the centres are
   * @param centres in standard deviations, {@code [group][feature]}
   * @return the groups in the order of their numbers
   */
  public static List<NamedGroup> of(List<Feature> features, double[][] centres) {
    List<Place> places = places(features, centres);
    return ProgrammeNames.matching(features, places)
        .filter(programme -> programme.misfit().isEmpty())
        .map(ProgrammeNames::groups)
        .orElseGet(() -> describingNames(places));
  }

  /** Why three groups do not get the programme's names; empty if they do or are not three. */
  public static Optional<Message> misfit(List<Feature> features, double[][] centres) {
    return ProgrammeNames.matching(features, places(features, centres))
        .flatMap(ProgrammeNames::misfit);
  }

  /**
   * Whether a name speaks truly of a place.
   *
   * @param slack standard deviations by which the place may fall short of the name
   */
  static boolean fits(GroupName name, Place place, double slack) {
    return name.claims().stream().allMatch(trait -> place.has(trait, slack));
  }

  static List<Place> places(List<Feature> features, double[][] centres) {
    return Stream.of(centres).map(centre -> Place.of(features, centre)).toList();
  }

  private static List<NamedGroup> describingNames(List<Place> places) {
    List<Integer> order =
        IntStream.range(0, places.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> places.get(i).result().orElse(0))
                    .thenComparingDouble(i -> places.get(i).context().orElse(0)))
            .toList();
    List<GroupName> names = apart(order.stream().map(places::get).toList());
    List<NamedGroup> groups = new ArrayList<>();
    for (int g = 0; g < names.size(); g++) {
      GroupName name = names.get(g);
      boolean shared = Collections.frequency(names, name) > 1;
      int which = Collections.frequency(names.subList(0, g + 1), name);
      groups.add(new NamedGroup(order.get(g), shared ? name.numbered(which) : name));
    }
    return List.copyOf(groups);
  }

  /**
   * Describes places. Those that would bear one name are told apart by the feature in which they
   * differ most, if their names would differ by it.
   */
  private static List<GroupName> apart(List<Place> places) {
    List<GroupName> names =
        new ArrayList<>(places.stream().map(p -> GroupName.describing(p.traits())).toList());
    for (GroupName name : new LinkedHashSet<>(names)) {
      List<Integer> bearers =
          IntStream.range(0, places.size()).filter(g -> names.get(g).equals(name)).boxed().toList();
      telling(bearers.stream().map(places::get).toList(), name)
          .ifPresent(
              feature ->
                  bearers.forEach(g -> names.set(g, name.with(places.get(g).trait(feature)))));
    }
    return names;
  }

  /** The feature, not yet in the name, in which places differ most. */
  private static Optional<Feature> telling(List<Place> places, GroupName name) {
    return places.get(0).features().keySet().stream()
        .filter(feature -> places.stream().map(p -> p.trait(feature)).distinct().count() > 1)
        .filter(
            feature ->
                name.traits().stream()
                    .noneMatch(t -> t.feature().equals(Optional.of(feature.key()))))
        .max(Comparator.comparingDouble(feature -> range(places, feature)));
  }

  private static double range(List<Place> places, Feature feature) {
    DoubleSummaryStatistics values =
        places.stream().mapToDouble(p -> p.features().get(feature)).summaryStatistics();
    return values.getMax() - values.getMin();
  }
}
