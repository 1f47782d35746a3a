package io.levelfield.cluster;

import io.levelfield.model.cluster.ClusterCentre;
import io.levelfield.model.cluster.ClusterValidity.Choice;
import io.levelfield.model.cluster.ClusterValidity.Rule;
import io.levelfield.model.cluster.ClusterValidity.Verdict;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Says in words what groups must not be taken for. */
final class GroupNotes {
  private GroupNotes() {}

  /** The notes on the groups that were chosen; none where they hold and none is a single school. */
  static List<Message> of(Choice choice, List<ClusterCentre> centres, Candidates candidates) {
    List<Message> notes = new ArrayList<>();
    int k = centres.size();
    if (k == 1) {
      if (choice.rule() == Rule.GAP) {
        notes.add(Message.of("cluster.one-by-gap"));
      } else if (choice.rule() == Rule.NULL_TEST) {
        notes.add(
            Message.of(
                "cluster.none",
                candidates.byGap(),
                candidates.silhouetteP(candidates.byGap()).getAsDouble()));
      }
      return notes;
    }
    if (choice.verdict() == Verdict.NONE) {
      notes.add(Message.of("cluster.no-kinds", k, candidates.silhouetteP(k).getAsDouble()));
    } else if (choice.verdict() == Verdict.PATTERN) {
      notes.add(Message.of("cluster.pattern", k, unstable(centres)));
    }
    List<Message> alone =
        centres.stream()
            .filter(centre -> centre.size() == 1)
            .map(c -> Message.of("cluster.alone-in", c.cluster(), c.medoidId()))
            .toList();
    if (!alone.isEmpty()) {
      notes.add(Message.of("cluster.alone", alone));
    }
    return notes;
  }

  private static List<Message> unstable(List<ClusterCentre> centres) {
    return centres.stream()
        .filter(centre -> !centre.isStable())
        .map(c -> Message.of("cluster.jaccard", c.cluster(), c.jaccard().orElse(0)))
        .toList();
  }
}
