package io.levelfield.model.identify;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The list of a label as a run would have made it in a year, from what was known then.
 *
 * @param judged schools its rule could be applied to
 * @param listed those of them that bear it
 */
public record YearList(int year, Label label, SortedSet<String> judged, SortedSet<String> listed) {

  public YearList {
    judged = Collections.unmodifiableSortedSet(new TreeSet<>(judged));
    listed = Collections.unmodifiableSortedSet(new TreeSet<>(listed));
  }

  /** The lists of a year, by label. */
  public static List<YearList> of(int year, Labels labels) {
    return labels.judged().entrySet().stream()
        .map(
            judged ->
                new YearList(
                    year,
                    judged.getKey(),
                    new TreeSet<>(judged.getValue()),
                    labels.identifications().stream()
                        .filter(found -> found.flag() && found.label() == judged.getKey())
                        .map(Identification::schoolId)
                        .collect(Collectors.toCollection(TreeSet::new))))
        .toList();
  }
}
