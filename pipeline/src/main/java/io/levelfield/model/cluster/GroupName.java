package io.levelfield.model.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * A part of a descriptive name, e.g. a low result.
   *
   * @param axis what is low or high
   * @param feature the one feature of the axis that is; absent for the axis as a whole
   * @param level of the axis the higher the better; of a feature as the feature is measured
   */
  public record Trait(FeatureMatrix.Axis axis, Optional<String> feature, Level level) {
    public Trait(FeatureMatrix.Axis axis, Level level) {
      this(axis, Optional.empty(), level);
    }

    String code() {
      return level.name().toLowerCase(Locale.ROOT)
          + "-"
          + feature.orElse(axis.name().toLowerCase(Locale.ROOT));
    }
  }

  public static final GroupName LOW_RESULT = new GroupName("low-result", List.of());
  public static final GroupName UNFAVOURABLE_CONDITION =
      new GroupName("unfavourable-condition", List.of());
  public static final GroupName HIGH_RESULT = new GroupName("high-result", List.of());

  private static final Map<GroupName, Trait> OF_PROGRAMME =
      Map.of(
          LOW_RESULT, new Trait(FeatureMatrix.Axis.RESULT, Level.LOW),
          UNFAVOURABLE_CONDITION, new Trait(FeatureMatrix.Axis.CONTEXT, Level.LOW),
          HIGH_RESULT, new Trait(FeatureMatrix.Axis.RESULT, Level.HIGH));

  public GroupName {
    traits = List.copyOf(traits);
  }

  /** A name made of traits, e.g. {@code low-result-average-context}. */
  public static GroupName describing(List<Trait> traits) {
    return new GroupName(traits.stream().map(Trait::code).collect(Collectors.joining("-")), traits);
  }

  /** What the name says of its group, for the programme's names too. */
  public List<Trait> claims() {
    return Optional.ofNullable(OF_PROGRAMME.get(this)).map(List::of).orElse(traits);
  }

  /** The same name with one more trait. */
  public GroupName with(Trait trait) {
    return describing(Stream.concat(traits.stream(), Stream.of(trait)).toList());
  }

  /** The same name with a number, where two groups would bear one name. */
  public GroupName numbered(int number) {
    return new GroupName(code + "-" + number, traits);
  }
}
