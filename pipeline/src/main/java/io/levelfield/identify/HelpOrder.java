package io.levelfield.identify;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.NeedOfHelp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which schools need help first: those with the most confirmed labels that call for help, then with
 * the most likely ones, then with the most; then those whose gravest label is graver, and those
 * with the lower result.
 */
final class HelpOrder {
  /** Who does well in spite of unfavourable conditions needs no help first. */
  private static final Set<Label> DOING_WELL = Set.of(Label.HIGH_RESULT, Label.RESILIENT);

  private final Map<String, Double> results;
  private final Set<String> smoothed;

  private HelpOrder(Map<String, Double> results, Set<String> smoothed) {
    this.results = results;
    this.smoothed = smoothed;
  }

  /** The schools that need help, the first to be helped first. */
  static List<NeedOfHelp> of(List<Identification> found, Evidence evidence) {
    var order = new HelpOrder(results(evidence), smoothed(evidence));
    List<List<Identification>> schools =
        bySchool(found).values().stream()
            .map(HelpOrder::grounds)
            .filter(grounds -> !grounds.isEmpty())
            .sorted(order.firstToBeHelped())
            .toList();
    List<NeedOfHelp> help = new ArrayList<>();
    for (List<Identification> grounds : schools) {
      String school = grounds.get(0).schoolId();
      Double result = order.results.get(school);
      help.add(
          new NeedOfHelp(
              help.size() + 1,
              school,
              grounds,
              result == null ? OptionalDouble.empty() : OptionalDouble.of(result),
              order.smoothed.contains(school)));
    }
    return help;
  }

  /** Pooled results, drawn towards the expected where their error is known. */
  private static Map<String, Double> results(Evidence evidence) {
    Map<String, Double> results = new HashMap<>();
    evidence
        .outcomes()
        .results()
        .forEach(r -> r.result().ifPresent(value -> results.put(r.schoolId(), value)));
    evidence
        .adjusted()
        .shrunken()
        .forEach(estimate -> results.put(estimate.schoolId(), estimate.result().shrunken()));
    return results;
  }

  private static Set<String> smoothed(Evidence evidence) {
    return evidence.adjusted().shrunken().stream()
        .map(estimate -> estimate.schoolId())
        .collect(Collectors.toSet());
  }

  private static Map<String, List<Identification>> bySchool(List<Identification> found) {
    Map<String, List<Identification>> bySchool = new TreeMap<>();
    found.stream()
        .filter(Identification::flag)
        .forEach(i -> bySchool.computeIfAbsent(i.schoolId(), s -> new ArrayList<>()).add(i));
    return bySchool;
  }

  private static List<Identification> grounds(List<Identification> borne) {
    List<Identification> grounds =
        borne.stream()
            .filter(i -> NeedOfHelp.CALLING.contains(i.label()))
            .sorted(Comparator.comparingInt(i -> NeedOfHelp.CALLING.indexOf(i.label())))
            .toList();
    boolean conditionsOnly =
        grounds.stream().allMatch(i -> i.label() == Label.UNFAVOURABLE_CONTEXT);
    boolean well = borne.stream().anyMatch(i -> DOING_WELL.contains(i.label()));
    return conditionsOnly && well ? List.of() : grounds;
  }

  private Comparator<List<Identification>> firstToBeHelped() {
    return Comparator.<List<Identification>>comparingLong(
            grounds -> -count(grounds, Strength.CONFIRMED))
        .thenComparingLong(grounds -> -count(grounds, Strength.LIKELY))
        .thenComparingInt(grounds -> -grounds.size())
        .thenComparingInt(grounds -> NeedOfHelp.CALLING.indexOf(grounds.get(0).label()))
        .thenComparingDouble(
            grounds -> results.getOrDefault(grounds.get(0).schoolId(), Double.POSITIVE_INFINITY))
        .thenComparing(grounds -> grounds.get(0).schoolId());
  }

  private static long count(List<Identification> grounds, Strength strength) {
    return grounds.stream().filter(i -> i.strength().equals(Optional.of(strength))).count();
  }
}
