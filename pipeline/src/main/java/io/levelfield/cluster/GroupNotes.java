package io.levelfield.cluster;

import io.levelfield.model.cluster.ClusterCentre;
import io.levelfield.model.cluster.ClusterValidity.Choice;
import io.levelfield.model.cluster.ClusterValidity.Rule;
import io.levelfield.model.cluster.ClusterValidity.Verdict;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says in words what groups must not be taken for. */
final class GroupNotes {
  /** A skewness that is named: that of an exponential distribution is 2, of a symmetric one 0. */
  private static final double SKEWED = 1;

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
        skew(candidates.byGap(), centres, candidates).ifPresent(notes::add);
      }
      return notes;
    }
    if (choice.verdict() == Verdict.NONE) {
      notes.add(Message.of("cluster.no-kinds", k, candidates.silhouetteP(k).getAsDouble()));
      skew(k, centres, candidates).ifPresent(notes::add);
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

  /** What divides one skewed cloud: the features that are skewed, or the most skewed one. */
  private static Optional<Message> skew(int k, List<ClusterCentre> centres, Candidates candidates) {
    if (!candidates.dividedBySkewness(k)) {
      return Optional.empty();
    }
    double[] skewness = candidates.skewness();
    double most = Arrays.stream(skewness).map(Math::abs).max().orElseThrow();
    List<Message> features =
        IntStream.range(0, skewness.length)
            .filter(j -> Math.abs(skewness[j]) >= Math.min(SKEWED, most))
            .mapToObj(
                j -> Message.of("cluster.skewness", centres.get(0).features().get(j), skewness[j]))
            .toList();
    return Optional.of(Message.of("cluster.skew", k, features));
  }

  private static List<Message> unstable(List<ClusterCentre> centres) {
    return centres.stream()
        .filter(centre -> !centre.isStable())
        .map(c -> Message.of("cluster.jaccard", c.cluster(), c.jaccard().orElse(0)))
        .toList();
  }
}
