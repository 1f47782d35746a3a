package io.levelfield.cluster;

import io.levelfield.cluster.Candidates.Decision;
import io.levelfield.cluster.GroupNames.NamedGroup;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.cluster.ClusterAssignment;
import io.levelfield.model.cluster.ClusterCentre;
import io.levelfield.model.cluster.ClusterValidity.Choice;
import io.levelfield.model.cluster.ClusterValidity.Verdict;
import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupAgreement;
import io.levelfield.model.cluster.Grouping;
import io.levelfield.model.cluster.Grouping.FeatureScale;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Replicates;
import io.levelfield.stats.Standardisation;
import io.levelfield.stats.ZeroVarianceException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Divides schools into groups: standardises their features, searches the best partition into each
 * number of groups, takes the number the study asks for or the data speak for, fits the model that
 * is kept, names the groups and tells whether they hold.
 */
public final class SchoolGroups {
  private final FeatureMatrix features;
  private final Standardisation scaling;
  private final double[][] points;
  private final GroupingSettings settings;
  private final Replicates replicates;

  private SchoolGroups(FeatureMatrix features, GroupingSettings settings, Replicates replicates) {
    this.features = features;
    this.settings = settings;
    this.replicates = replicates;
    this.scaling = scaling(features);
    this.points = scaling.standardise(features.values());
  }

  /**
   * Groups schools.
   *
   * @param naming says which number and name each group gets
   * @throws InputsRefused if there are too few schools or distinct schools, or if a feature is the
   *     same for all schools
   */
  public static Found group(
      FeatureMatrix features,
      GroupingSettings settings,
      Replicates replicates,
      FinalFit fit,
      GroupNaming naming) {
    requireSchools(features, settings);
    var groups = new SchoolGroups(features, settings, replicates);
    return groups.grouping(groups.candidates(), fit, naming);
  }

  /** Groups, and what they must not be taken for. */
  public record Found(Grouping grouping, List<Message> notes) {}

  private Candidates candidates() {
    var search = new KMeansSearch(points);
    int distinct = search.distinctPoints();
    int fewest = settings.k().orElse(1);
    if (distinct < fewest) {
      throw new InputsRefused(
          Message.of(
              "cluster.too-few-differ", distinct, points.length, keys(features), demand(settings)));
    }
    // As many groups as distinct schools tell something only if some schools are alike.
    int telling = distinct < points.length ? distinct : distinct - 1;
    int highest = Math.max(fewest, Math.min(settings.kMax(), telling));
    return new Candidates(points, search, highest, settings, replicates);
  }

  private Found grouping(Candidates candidates, FinalFit fit, GroupNaming naming) {
    Decision decision = candidates.decision();
    Partition searched = candidates.partition(decision.k());
    List<NamedGroup> named = naming.name(features.features(), scaling, searched.centres());
    int[] order = named.stream().mapToInt(NamedGroup::centre).toArray();
    Partition partition = fit.fit(points, searched.renumbered(order));
    Optional<BootstrapStability> stability = stability(partition);
    List<ClusterCentre> centres = centres(partition, named, stability);
    var choice = new Choice(decision.rule(), verdict(candidates, centres));
    return new Found(
        new Grouping(
            assignments(partition, named, stability),
            centres,
            candidates.validity(decision.k(), choice),
            scales(),
            agreement(partition)),
        GroupNotes.of(choice, centres, candidates));
  }

  private Optional<BootstrapStability> stability(Partition partition) {
    return partition.k() == 1
        ? Optional.empty()
        : Optional.of(
            BootstrapStability.of(
                points, partition, settings.bootstraps(), settings.seed(), replicates));
  }

  private static Verdict verdict(Candidates candidates, List<ClusterCentre> centres) {
    if (!candidates.surpassesNoise(centres.size())) {
      return Verdict.NONE;
    }
    return centres.stream().allMatch(ClusterCentre::isStable) ? Verdict.HOLD : Verdict.PATTERN;
  }

  private List<GroupAgreement> agreement(Partition partition) {
    List<String> keys = features.features().stream().map(Feature::key).toList();
    return partition.k() == 1
        ? List.of()
        : AgreementChecks.of(
            points, keys, partition, settings.restarts(), settings.seed(), replicates);
  }

  private List<ClusterAssignment> assignments(
      Partition partition, List<NamedGroup> named, Optional<BootstrapStability> stability) {
    List<OptionalDouble> silhouettes = silhouettes(partition);
    return IntStream.range(0, points.length)
        .mapToObj(
            i -> {
              int group = partition.group(i);
              OptionalDouble membership =
                  stability.stream().mapToDouble(s -> s.membership(i)).findFirst();
              return new ClusterAssignment(
                  features.schoolIds().get(i),
                  group + 1,
                  named.get(group).name(),
                  Distance.euclidean(points[i], partition.centre(group)),
                  silhouettes.get(i),
                  membership,
                  membership.orElse(1) < settings.borderlineBelow());
            })
        .toList();
  }

  private List<OptionalDouble> silhouettes(Partition partition) {
    return partition.k() == 1
        ? Collections.nCopies(points.length, OptionalDouble.empty())
        : Arrays.stream(Silhouette.widths(points, partition)).mapToObj(OptionalDouble::of).toList();
  }

  private List<ClusterCentre> centres(
      Partition partition, List<NamedGroup> named, Optional<BootstrapStability> stability) {
    int[] sizes = partition.sizes();
    int[] medoids = Medoids.of(points, partition);
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
                    ClusterCentre.boxed(scaling.inUnits(partition.centre(group))),
                    features.schoolIds().get(medoids[group]),
                    stability.map(s -> s.jaccard(group)).orElse(OptionalDouble.empty())))
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
          Message.of(
              "cluster.same-feature",
              features.features().get(e.column()).key(),
              features.schoolIds().size()));
    }
  }

  private static void requireSchools(FeatureMatrix features, GroupingSettings settings) {
    int schools = features.schoolIds().size();
    int fewest = Math.max(2, settings.k().orElse(2));
    if (schools < fewest) {
      throw new InputsRefused(
          Message.of("cluster.too-few", schools, keys(features), demand(settings)));
    }
  }

  private static Message demand(GroupingSettings settings) {
    return settings.k().isPresent()
        ? Message.of("cluster.groups-asked", settings.k().getAsInt())
        : Message.of("cluster.groups-need-two");
  }

  private static List<String> keys(FeatureMatrix features) {
    return features.features().stream().map(Feature::key).toList();
  }
}
