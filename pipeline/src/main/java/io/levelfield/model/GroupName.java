package io.levelfield.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The name of a group of schools, independent of language: the report writes it in words.
 *
 * @param code stable code for dashboards, e.g. {@code low-result}
 * @param traits what a descriptive name is made of; empty for the three groups of the programme
 */
public record GroupName(String code, List<Trait> traits) {

  /** Where a centre lies on one axis. */
  public enum Level {
    LOW,
    AVERAGE,
    HIGH
  }

  /** One half of a descriptive name, e.g. a low result. */
  public record Trait(FeatureMatrix.Axis axis, Level level) {}

  public static final GroupName LOW_RESULT = new GroupName("low-result", List.of());
  public static final GroupName UNFAVOURABLE_CONDITION =
      new GroupName("unfavourable-condition", List.of());
  public static final GroupName HIGH_RESULT = new GroupName("high-result", List.of());

  public GroupName {
    traits = List.copyOf(traits);
  }

  /** A name made of traits, e.g. {@code low-result-average-context}. */
  public static GroupName describing(List<Trait> traits) {
    return new GroupName(
        traits.stream()
            .map(t -> (t.level() + "-" + t.axis()).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("-")),
        traits);
  }

  /** The same name with a number, where two groups would bear one name. */
  public GroupName numbered(int number) {
    return new GroupName(code + "-" + number, traits);
  }
}
