package io.levelfield.cluster;

import io.levelfield.cluster.GroupNames.NamedGroup;
import io.levelfield.model.cluster.EarlierGroups;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupModel;
import io.levelfield.model.cluster.GroupModel.Group;
import io.levelfield.model.cluster.GroupMove;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.cluster.Grouping.FeatureScale;
import io.levelfield.stats.OptimalMatching;
import io.levelfield.stats.Standardisation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Numbers and names groups as an earlier run did. Present centres are matched with the earlier ones
 * so that the sum of squared distances, in the features' units and divided by present standard
 * deviations, is the least; number and name stay with the group.
 *
 * <p>A name goes where the centre no longer is what it says by more than {@link #SLACK}; a name
 * that describes the centre takes its place.
 *
 * <p>An earlier run with these very groups is a run of the same inputs; then the groups it was
 * itself named after are the earlier ones. So a repeated run changes nothing.
 */
public final class KeptNames implements GroupNaming {
  /** Standard deviations by which a centre may fall short of a name it already bears. */
  public static final double SLACK = 0.25;

  /** Nearer than this, in standard deviations, centres are the same but for rounding. */
  private static final double SAME = 1e-9;

  private final Optional<EarlierGroups> newest;

  /**
   * @param newest the groups of the newest run; absent where there was none
   */
  public KeptNames(Optional<EarlierGroups> newest) {
    this.newest = newest;
  }

  @Override
  public List<NamedGroup> name(
      List<Feature> features, Standardisation scaling, double[][] centres) {
    GroupModel present = unnamed(features, scaling, centres);
    return earlier(present)
        .map(
            earlier ->
                renamedWhereUntrue(
                    earlier.model(),
                    matching(earlier.model(), present),
                    GroupNames.places(features, centres)))
        .orElseGet(() -> GroupNames.of(features, centres));
  }

  /**
   * The groups that the present ones are numbered and named after: those of the newest run with the
   * same features and as many groups. Numbers and names of the present groups do not matter.
   */
  public Optional<EarlierGroups> earlier(GroupModel present) {
    return newest
        .filter(run -> isComparable(run.model(), present))
        .flatMap(run -> isSame(run.model(), present) ? run.before() : Optional.of(run))
        .filter(run -> isComparable(run.model(), present));
  }

  /** How far each group is from where it was; {@code present} has the numbers that were kept. */
  public List<GroupMove> moves(GroupModel present) {
    return earlier(present).stream()
        .flatMap(
            earlier ->
                IntStream.range(0, present.groups().size())
                    .mapToObj(
                        g -> {
                          Group before = earlier.model().groups().get(g);
                          Group now = present.groups().get(g);
                          double distance = Math.sqrt(squaredDistance(present, before, now));
                          return new GroupMove(now.cluster(), before.name(), distance);
                        }))
        .toList();
  }

  private static GroupModel unnamed(
      List<Feature> features, Standardisation scaling, double[][] centres) {
    GroupName none = GroupName.describing(List.of());
    return new GroupModel(
        IntStream.range(0, features.size())
            .mapToObj(j -> new FeatureScale(features.get(j).key(), scaling.mean(j), scaling.sd(j)))
            .toList(),
        IntStream.range(0, centres.length)
            .mapToObj(g -> Group.of(g + 1, none, centres[g], scaling.inUnits(centres[g])))
            .toList());
  }

  private static boolean isComparable(GroupModel earlier, GroupModel present) {
    return earlier.keys().equals(present.keys())
        && earlier.groups().size() == present.groups().size();
  }

  private static boolean isSame(GroupModel earlier, GroupModel present) {
    int[] match = matching(earlier, present);
    return IntStream.range(0, match.length)
        .allMatch(
            g ->
                squaredDistance(present, earlier.groups().get(g), present.groups().get(match[g]))
                    < SAME * SAME);
  }

  /** For each earlier group the present one that it became. */
  private static int[] matching(GroupModel earlier, GroupModel present) {
    return OptimalMatching.of(
        earlier.groups().stream()
            .map(
                before ->
                    present.groups().stream()
                        .mapToDouble(now -> squaredDistance(present, before, now))
                        .toArray())
            .toArray(double[][]::new));
  }

  private static double squaredDistance(GroupModel present, Group before, Group now) {
    double sum = 0;
    for (int j = 0; j < present.features().size(); j++) {
      double difference = now.inUnits().get(j) - before.inUnits().get(j);
      sum += Math.pow(difference / present.features().get(j).sd(), 2);
    }
    return sum;
  }

  private static List<NamedGroup> renamedWhereUntrue(
      GroupModel earlier, int[] match, List<Place> places) {
    List<GroupName> names = earlier.groups().stream().map(Group::name).toList();
    List<Boolean> stays =
        IntStream.range(0, match.length)
            .mapToObj(g -> GroupNames.fits(names.get(g), places.get(match[g]), SLACK))
            .toList();
    Set<GroupName> taken = new HashSet<>();
    IntStream.range(0, match.length).filter(stays::get).forEach(g -> taken.add(names.get(g)));
    List<NamedGroup> groups = new ArrayList<>();
    for (int g = 0; g < match.length; g++) {
      GroupName describing = GroupName.describing(places.get(match[g]).traits());
      groups.add(new NamedGroup(match[g], stays.get(g) ? names.get(g) : unlike(taken, describing)));
    }
    return groups;
  }

  /** The name itself, or with a number where another group bears it; it is taken then. */
  private static GroupName unlike(Set<GroupName> taken, GroupName name) {
    GroupName free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name.numbered(number);
    }
    return free;
  }
}
