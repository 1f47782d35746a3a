package io.levelfield.cluster;

import io.levelfield.model.ClusterCentre;
import io.levelfield.model.ClusterValidity.Choice;
import io.levelfield.model.ClusterValidity.Rule;
import io.levelfield.model.ClusterValidity.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what groups must not be taken for. */
final class GroupNotes {
  private GroupNotes() {}

  /** The notes on the groups that were chosen; none where they hold and none is a single school. */
  static List<String> of(Choice choice, List<ClusterCentre> centres, Candidates candidates) {
    List<String> notes = new ArrayList<>();
    int k = centres.size();
    if (k == 1) {
      if (choice.rule() == Rule.GAP) {
        notes.add("clusters: there are no groups: by the gap statistic one group is best");
      } else if (choice.rule() == Rule.NULL_TEST) {
        notes.add(
            "clusters: there are no groups: data without groups divide into the %d of the gap statistic as clearly (p = %s)"
                .formatted(
                    candidates.byGap(),
                    number(candidates.silhouetteP(candidates.byGap()).getAsDouble())));
      }
      return notes;
    }
    if (choice.verdict() == Verdict.NONE) {
      notes.add(
          "clusters: do not take the %d groups for kinds of schools: data without groups divide as clearly (p = %s); compare a school with its similar schools"
              .formatted(k, number(candidates.silhouetteP(k).getAsDouble())));
    } else if (choice.verdict() == Verdict.PATTERN) {
      notes.add(
          "clusters: the %d groups are only a pattern: in resamples these come back changed: %s"
              .formatted(k, unstable(centres)));
    }
    String alone =
        centres.stream()
            .filter(centre -> centre.size() == 1)
            .map(centre -> "%d (%s)".formatted(centre.cluster(), centre.medoidId()))
            .collect(Collectors.joining(", "));
    if (!alone.isEmpty()) {
      notes.add(
          "clusters: groups of one school alone, unlike all others: "
              + alone
              + "; check what is known of it");
    }
    return notes;
  }

  private static String unstable(List<ClusterCentre> centres) {
    return centres.stream()
        .filter(centre -> !centre.isStable())
        .map(centre -> "%d (%s)".formatted(centre.cluster(), number(centre.jaccard().orElse(0))))
        .collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
