package io.levelfield.model.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /**
   * All of them, or so many that tell most: of more, one for each value in each file, as one value
   * may spoil a thousand rows.
   *
   * @param most how many at most
   */
  public List<Reject> examples(int most) {
    if (rejects.size() <= most) {
      return rejects;
    }
    Set<Object> seen = new HashSet<>();
    return rejects.stream()
        .filter(own -> own.value().isEmpty() || seen.add(List.of(own.file(), own.value())))
        .limit(most)
        .toList();
  }
}
