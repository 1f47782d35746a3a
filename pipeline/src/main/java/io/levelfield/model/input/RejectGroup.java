package io.levelfield.model.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rejects of one column for one reason.
 *
 * @param rejects one or more, in their order
 */
public record RejectGroup(List<Reject> rejects) {

  private record Key(String place, String reason) {}

  public RejectGroup {
    rejects = List.copyOf(rejects);
  }

  /** Groups, the largest first. */
  public static List<RejectGroup> of(List<Reject> rejects) {
    Map<Key, List<Reject>> groups = new LinkedHashMap<>();
    for (Reject reject : rejects) {
      groups
          .computeIfAbsent(
              new Key(reject.place(), reject.reason().code()), key -> new ArrayList<>())
          .add(reject);
    }
    return groups.values().stream()
        .map(RejectGroup::new)
        .sorted(Comparator.comparingInt(group -> -group.rejects().size()))
        .toList();
  }

  /** The first of them. */
  public Reject example() {
    return rejects.get(0);
  }
}
