package io.levelfield.ingest;

import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that speak of one thing. Of equal copies the first counts; of rows that contradict each
 * other none does, for nobody can tell which is right, and what is left must not depend on their
 * order.
 *
 * @param <K> what rows speak of
 * @param <V> what they say of it
 */
final class Twins<K, V> {

  /**
   * A row that does not count.
   *
   * @param account in which it ends: repeated, rejected or a total
   * @param other the row it repeats or contradicts; itself where no other is to blame
   * @param told why it does not count where no other is to blame
   */
  record SetAside(RowAccount account, RowAt other, Message told) {

    SetAside(RowAccount account, RowAt other) {
      this(account, other, Message.NONE);
    }

    /** Whether it repeats or contradicts another row. */
    boolean ofOther() {
      return told.equals(Message.NONE);
    }

    /**
     * Why, for the reject.
     *
     * @param file name of the other row's file
     */
    Message reason(String file) {
      if (!ofOther()) {
        return told;
      }
      String line = Long.toString(other.line());
      return account == RowAccount.REPEATED
          ? Message.of("reject.repeats", file, line)
          : Message.of("reject.contradicts", file, line);
    }
  }

  /**
   * A thing that rows speak of and that does not count.
   *
   * @param account in which rows end that speak of it
   */
  record Unfit(RowAccount account, Message why) {}

  /** One thing that a row says, among so many. */
  private record Copy<V>(RowAt at, V value, int claims) {}

  private final Map<K, List<Copy<V>>> copies = new HashMap<>();

  /**
   * Adds one thing that a row says.
   *
   * @param claims how many things the row says in all
   */
  void add(K key, V value, RowAt at, int claims) {
    var copy = new Copy<>(at, value, claims);
    copies.merge(key, List.of(copy), Twins::joined);
  }

  private static <V> List<Copy<V>> joined(List<Copy<V>> some, List<Copy<V>> more) {
    List<Copy<V>> all = some.size() > 1 ? some : new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** What is said of each thing. Where rows are set aside, only once they were left out. */
  Map<K, V> values() {
    Map<K, V> values = new HashMap<>();
    copies.forEach((key, all) -> values.put(key, all.get(0).value()));
    return values;
  }

  /** The rows that speak of these things, which do not count. */
  Map<RowAt, SetAside> unfit(Map<K, Unfit> things) {
    Map<RowAt, SetAside> aside = new HashMap<>();
    things.forEach(
        (key, unfit) ->
            copies
                .getOrDefault(key, List.of())
                .forEach(
                    copy ->
                        aside.put(
                            copy.at(), new SetAside(unfit.account(), copy.at(), unfit.why()))));
    return aside;
  }

  /** The rows that do not count. */
  Map<RowAt, SetAside> setAside() {
    List<List<Copy<V>>> several =
        copies.values().stream()
            .filter(all -> all.size() > 1)
            .map(all -> all.stream().sorted(Comparator.comparing(Copy::at)).toList())
            .toList();
    Map<RowAt, SetAside> aside = new HashMap<>();
    several.forEach(all -> contradictory(all, aside));
    Set<RowAt> rejected = new HashSet<>(aside.keySet());
    Map<RowAt, Integer> repeated = new HashMap<>();
    for (List<Copy<V>> all : several) {
      List<Copy<V>> left = all.stream().filter(copy -> !rejected.contains(copy.at())).toList();
      for (Copy<V> copy : left.subList(Math.min(1, left.size()), left.size())) {
        if (repeated.merge(copy.at(), 1, Integer::sum) == copy.claims()) {
          aside.put(copy.at(), new SetAside(RowAccount.REPEATED, left.get(0).at()));
        }
      }
    }
    return aside;
  }

  private static <V> void contradictory(List<Copy<V>> all, Map<RowAt, SetAside> aside) {
    if (all.stream().map(Copy::value).distinct().count() == 1) {
      return; // of many equal copies, no pair need be compared
    }
    for (Copy<V> copy : all) {
      all.stream()
          .filter(other -> !other.value().equals(copy.value()))
          .findFirst()
          .ifPresent(
              other -> aside.putIfAbsent(copy.at(), new SetAside(RowAccount.REJECTED, other.at())));
    }
  }
}
