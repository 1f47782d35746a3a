package io.levelfield.cluster;

import io.levelfield.model.FeatureMatrix.Feature;
import io.levelfield.model.GroupModel;
import io.levelfield.model.GroupMove;
import io.levelfield.model.GroupName;
import io.levelfield.study.ClusterSettings;
import java.util.ArrayList;
import java.util.List;

/** What the reader of groups' names must know of how they came about. */
public final class NamingNotes {
  private NamingNotes() {}

  /**
   * Which groups lost their names, and why three groups do not have the programme's.
   *
   * @param features of the model
   * @param present the groups as they were named
   */
  public static List<String> of(List<Feature> features, GroupModel present, KeptNames naming) {
    double[][] centres =
        present.groups().stream()
            .map(group -> group.standardised().stream().mapToDouble(z -> z).toArray())
            .toArray(double[][]::new);
    List<String> notes = new ArrayList<>();
    for (GroupMove move : naming.moves(present)) {
      int g = move.cluster() - 1;
      GroupName name = present.groups().get(g).name();
      if (!name.equals(move.previousName())) {
        notes.add(
            "group %d was called %s in run %s and is now called %s: its centre is at %s standard deviations"
                .formatted(
                    move.cluster(),
                    move.previousName().code(),
                    naming.earlier(present).orElseThrow().run(),
                    name.code(),
                    Place.of(features, centres[g]).inWords()));
      }
    }
    boolean allDescribed = present.groups().stream().noneMatch(g -> g.name().traits().isEmpty());
    if (allDescribed) {
      GroupNames.misfit(features, centres).ifPresent(why -> notes.add(misfit(features, why)));
    }
    return notes;
  }

  private static String misfit(List<Feature> features, String why) {
    boolean adjusted =
        features.stream().anyMatch(f -> f.key().equals(ClusterSettings.ADJUSTED_RESULT));
    return "the groups are named by their centres: the names low-result, unfavourable-condition and"
        + " high-result would mislead, as "
        + why
        + " standard deviations"
        + (adjusted ? "" : "; adjusted_result as a feature keeps results apart from context");
  }
}
