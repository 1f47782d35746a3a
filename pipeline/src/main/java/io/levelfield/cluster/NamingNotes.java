package io.levelfield.cluster;

import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupModel;
import io.levelfield.model.cluster.GroupMove;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.text.Message;
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
  public static List<Message> of(List<Feature> features, GroupModel present, KeptNames naming) {
    double[][] centres =
        present.groups().stream()
            .map(group -> group.standardised().stream().mapToDouble(z -> z).toArray())
            .toArray(double[][]::new);
    List<Message> notes = new ArrayList<>();
    for (GroupMove move : naming.moves(present)) {
      int g = move.cluster() - 1;
      GroupName name = present.groups().get(g).name();
      if (!name.equals(move.previousName())) {
        notes.add(
            Message.of(
                "cluster.renamed",
                Integer.toString(move.cluster()),
                move.previousName(),
                naming.earlier(present).orElseThrow().run(),
                name,
                Place.of(features, centres[g]).inWords()));
      }
    }
    boolean allDescribed = present.groups().stream().noneMatch(g -> g.name().traits().isEmpty());
    if (allDescribed) {
      GroupNames.misfit(features, centres).ifPresent(why -> notes.add(misfit(features, why)));
    }
    return notes;
  }

  private static Message misfit(List<Feature> features, Message why) {
    boolean adjusted =
        features.stream().anyMatch(f -> f.key().equals(ClusterSettings.ADJUSTED_RESULT));
    return Message.of(adjusted ? "cluster.misfit" : "cluster.misfit-unadjusted", why);
  }
}
