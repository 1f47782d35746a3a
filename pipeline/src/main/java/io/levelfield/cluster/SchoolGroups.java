package io.levelfield.cluster;

import io.levelfield.cluster.GroupNames.NamedGroup;
import io.levelfield.model.ClusterAssignment;
import io.levelfield.model.ClusterCentre;
import io.levelfield.model.ClusterValidity;
import io.levelfield.model.FeatureMatrix;
import io.levelfield.model.FeatureMatrix.Feature;
import io.levelfield.model.Grouping;
import io.levelfield.model.Grouping.FeatureScale;
import io.levelfield.model.InputsRefused;
import io.levelfield.stats.Replicates;
import io.levelfield.stats.Standardisation;
import io.levelfield.stats.ZeroVarianceException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Divides schools into groups: standardises their features, searches the best partition into each
 * number of groups, takes the number the study asks for, fits the model that is kept and names the
 * groups.
 */
public final class SchoolGroups {
  private final FeatureMatrix features;
  private final Standardisation scaling;
  private final double[][] points;
  private final Map<Integer, Candidate> candidates = new TreeMap<>();

  /** The best partition into k groups and its mean silhouette, which one group has not. */
  private record Candidate(Partition partition, OptionalDouble silhouette) {}

  private SchoolGroups(FeatureMatrix features) {
    this.features = features;
    this.scaling = scaling(features);
    this.points = scaling.standardise(features.values());
  }

  /**
   * Groups schools.
   *
   * @throws InputsRefused if there are too few schools or distinct schools, or if a feature is the
   *     same for all schools
   */
  public static Grouping group(
      FeatureMatrix features, GroupingSettings settings, Replicates replicates, FinalFit fit) {
    return group(features, settings, replicates, fit, GroupNaming.afresh());
  }

  /** Groups schools; {@code naming} says which number and name each group gets. */
  public static Grouping group(
      FeatureMatrix features,
      GroupingSettings settings,
      Replicates replicates,
      FinalFit fit,
      GroupNaming naming) {
    requireSchools(features, settings);
    var groups = new SchoolGroups(features);
    groups.search(settings, replicates);
    return groups.grouping(groups.chosen(settings), fit, naming);
  }

  private void search(GroupingSettings settings, Replicates replicates) {
    var search = new KMeansSearch(points);
    int distinct = search.distinctPoints();
    int fewest = settings.k().orElse(3);
    if (distinct < fewest) {
      throw new InputsRefused(
          "clusters: only %d of the %d schools differ in %s, but %s. Add a feature, or ask for fewer groups."
              .formatted(distinct, points.length, featureList(features), demand(settings)));
    }
    int highest = Math.max(settings.k().orElse(1), Math.min(settings.kMax(), distinct - 1));
    for (int k = 1; k <= highest; k++) {
      Partition partition = search.search(k, settings.restarts(), settings.seed(), replicates);
      OptionalDouble silhouette =
          k == 1 ? OptionalDouble.empty() : OptionalDouble.of(Silhouette.mean(points, partition));
      candidates.put(k, new Candidate(partition, silhouette));
    }
  }

  private int chosen(GroupingSettings settings) {
    return settings.k().orElseGet(this::mostSeparate);
  }

  /** The number of groups with the highest mean silhouette; of equals the lowest. */
  private int mostSeparate() {
    return candidates.entrySet().stream()
        .filter(candidate -> candidate.getKey() > 1)
        .max(
            Comparator.<Map.Entry<Integer, Candidate>>comparingDouble(
                    candidate -> candidate.getValue().silhouette().orElseThrow())
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  private Grouping grouping(int k, FinalFit fit, GroupNaming naming) {
    Partition searched = candidates.get(k).partition();
    List<NamedGroup> named = naming.name(features.features(), scaling, searched.centres());
    int[] order = named.stream().mapToInt(NamedGroup::centre).toArray();
    Partition partition = fit.fit(points, searched.renumbered(order));
    return new Grouping(
        assignments(partition, named), centres(partition, named), validity(k), scales());
  }

  private List<ClusterAssignment> assignments(Partition partition, List<NamedGroup> named) {
    List<OptionalDouble> silhouettes = silhouettes(partition);
    return IntStream.range(0, points.length)
        .mapToObj(
            i -> {
              int group = partition.group(i);
              return new ClusterAssignment(
                  features.schoolIds().get(i),
                  group + 1,
                  named.get(group).name(),
                  Distance.euclidean(points[i], partition.centre(group)),
                  silhouettes.get(i));
            })
        .toList();
  }

  private List<OptionalDouble> silhouettes(Partition partition) {
    return partition.k() == 1
        ? Collections.nCopies(points.length, OptionalDouble.empty())
        : Arrays.stream(Silhouette.widths(points, partition)).mapToObj(OptionalDouble::of).toList();
  }

  private List<ClusterCentre> centres(Partition partition, List<NamedGroup> named) {
    int[] sizes = partition.sizes();
    List<String> keys = features.features().stream().map(Feature::key).toList();
    return IntStream.range(0, partition.k())
        .mapToObj(
            group ->
                new ClusterCentre(
                    group + 1,
                    named.get(group).name(),
                    sizes[group],
                    keys,
                    ClusterCentre.boxed(partition.centre(group)),
                    ClusterCentre.boxed(scaling.inUnits(partition.centre(group)))))
        .toList();
  }

  private List<ClusterValidity> validity(int chosen) {
    return candidates.entrySet().stream()
        .map(
            candidate ->
                new ClusterValidity(
                    candidate.getKey(),
                    candidate.getValue().partition().wss(),
                    candidate.getValue().silhouette(),
                    candidate.getKey() == chosen))
        .toList();
  }

  private List<FeatureScale> scales() {
    return IntStream.range(0, features.features().size())
        .mapToObj(
            j -> new FeatureScale(features.features().get(j).key(), scaling.mean(j), scaling.sd(j)))
        .toList();
  }

  private static Standardisation scaling(FeatureMatrix features) {
    try {
      return Standardisation.of(features.values());
    } catch (ZeroVarianceException e) {
      throw new InputsRefused(
          "clusters: feature '%s' is the same for all %d schools. Leave it out of the features."
              .formatted(features.features().get(e.column()).key(), features.schoolIds().size()));
    }
  }

  private static void requireSchools(FeatureMatrix features, GroupingSettings settings) {
    int schools = features.schoolIds().size();
    int fewest = Math.max(2, settings.k().orElse(3));
    if (schools < fewest) {
      throw new InputsRefused(
          "clusters: only %d schools have a value of %s, but %s. Add schools, or ask for fewer groups."
              .formatted(schools, featureList(features), demand(settings)));
    }
  }

  private static String demand(GroupingSettings settings) {
    return settings.k().isPresent()
        ? settings.k().getAsInt() + " groups were asked for"
        : "choosing a number of groups needs at least 3";
  }

  private static String featureList(FeatureMatrix features) {
    return features.features().stream()
        .map(Feature::key)
        .reduce((a, b) -> a + " and " + b)
        .orElse("no feature");
  }
}
