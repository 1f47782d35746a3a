package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.input.School;
import io.levelfield.study.IdentifySettings;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules say of schools, without reasons: all that is asked of a simulated district, and of
 * its truth.
 */
public final class Verdicts {
  private final Map<Label, SortedMap<String, Verdict>> byLabel;

  private Verdicts(Map<Label, SortedMap<String, Verdict>> byLabel) {
    this.byLabel = Collections.unmodifiableMap(byLabel);
  }

  /**
   * A label of a school that was judged.
   *
   * @param holds whether the rule holds on the numbers as they stand
   * @param probability that it holds of the true values, asked only where it holds; absent where
   *     unknown
   */
  public record Verdict(boolean holds, OptionalDouble probability) {}

  /** Applies the rules. */
  public static Verdicts of(Evidence evidence, IdentifySettings settings) {
    Map<Label, SortedMap<String, Verdict>> byLabel = new EnumMap<>(Label.class);
    for (Rule rule : new Rules(evidence, settings).all()) {
      if (rule.lacking().isEmpty()) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        for (School school : evidence.schools()) {
          rule.formal(school.id())
              .ifPresent(
                  holds ->
                      verdicts.put(
                          school.id(),
                          new Verdict(
                              holds,
                              holds ? rule.probability(school.id()) : OptionalDouble.empty())));
        }
        byLabel.put(rule.label(), verdicts);
      }
    }
    return new Verdicts(byLabel);
  }

  /** By school that could be judged; empty where the rule could not be applied at all. */
  public SortedMap<String, Verdict> of(Label label) {
    return byLabel.getOrDefault(label, Collections.emptySortedMap());
  }
}
