package io.levelfield.support.dynamics;

import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.model.identify.YearList;
import io.levelfield.model.support.ListStay;
import io.levelfield.model.support.ListStay.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lists of all years that have one, and how schools came to them and left. */
final class ListsByYear {
  private final Map<Label, NavigableMap<Integer, YearList>> byLabel = new EnumMap<>(Label.class);
  private final SortedSet<Integer> years = new TreeSet<>();

  ListsByYear(List<YearList> lists) {
    for (YearList list : lists) {
      years.add(list.year());
      byLabel.computeIfAbsent(list.label(), label -> new TreeMap<>()).put(list.year(), list);
    }
  }

  /** Labels a school bears in a year; absent where the year has no lists. */
  Optional<List<Label>> borne(String school, int year) {
    return years.contains(year)
        ? Optional.of(
            byLabel.keySet().stream()
                .filter(label -> verdict(label, school, year).orElse(false))
                .toList())
        : Optional.empty();
  }

  /** Labels whose verdict on a school became this one in a year. */
  List<Label> turned(String school, int year, boolean into) {
    return byLabel.keySet().stream()
        .filter(label -> verdict(label, school, year).equals(Optional.of(into)))
        .filter(label -> verdict(label, school, year - 1).equals(Optional.of(!into)))
        .toList();
  }

  /** Whether a school is listed; absent where it was not judged. */
  private Optional<Boolean> verdict(Label label, String school, int year) {
    return Optional.ofNullable(byLabel.get(label).get(year))
        .filter(list -> list.judged().contains(school))
        .map(list -> list.listed().contains(school));
  }

  /**
   * Stays on lists of verdicts, ordered by school and label.
   *
   * @param exitYears years in a row not listed after which a school leaves support
   */
  List<ListStay> stays(int exitYears) {
    List<ListStay> stays = new ArrayList<>();
    byLabel.forEach(
        (label, lists) -> {
          if (label.kind() == Label.Kind.VERDICT) {
            SortedSet<String> ever = new TreeSet<>();
            lists.values().forEach(list -> ever.addAll(list.listed()));
            ever.forEach(school -> stays.add(stay(label, school, exitYears)));
          }
        });
    stays.sort(Comparator.comparing(ListStay::schoolId).thenComparing(ListStay::label));
    return stays;
  }

  private ListStay stay(Label label, String school, int exitYears) {
    NavigableMap<Integer, YearList> lists = byLabel.get(label);
    List<Integer> on =
        lists.keySet().stream().filter(year -> verdict(label, school, year).orElse(false)).toList();
    int off = 0;
    for (int year : lists.descendingKeySet()) {
      if (!verdict(label, school, year).equals(Optional.of(false))) {
        break;
      }
      off++;
    }
    boolean support = NeedOfHelp.CALLING.contains(label);
    return new ListStay(
        school,
        label,
        on.get(0),
        on.get(on.size() - 1),
        on.size(),
        off,
        change(label, school),
        support ? Optional.of(off >= exitYears) : Optional.empty(),
        support ? OptionalInt.of(Math.max(0, exitYears - off)) : OptionalInt.empty());
  }

  private Change change(Label label, String school) {
    int newest = years.last();
    Optional<Boolean> now = verdict(label, school, newest);
    Optional<Boolean> before = verdict(label, school, newest - 1);
    if (now.isEmpty()) {
      return Change.UNKNOWN;
    }
    if (now.get()) {
      return before.map(was -> was ? Change.STAYED : Change.ENTERED).orElse(Change.LISTED);
    }
    return before.orElse(false) ? Change.LEFT : Change.OFF;
  }
}
