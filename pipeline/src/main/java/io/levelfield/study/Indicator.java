package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.LocalText;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An indicator of the social context. Its value is a column as it stands, a count over a
 * denominator, or aggregated from pupil rows.
 */
public record Indicator(
    @JsonProperty(required = true)
        @JsonPropertyDescription("favourable: more is better for the school; unfavourable: worse.")
        Direction direction,
    @JsonPropertyDescription("File column (default: the indicator's key).") Optional<String> column,
    @JsonPropertyDescription("Column of the numerator of a share.") Optional<String> count,
    @JsonPropertyDescription("Column of the denominator of a share.") Optional<String> denominator,
    @JsonPropertyDescription(
            "mean or share over a school's pupil rows, for context of shape pupils.")
        Optional<Aggregate> aggregate,
    @JsonPropertyDescription("Cell text that counts for aggregate: share.") Optional<String> equals,
    @JsonPropertyDescription("Plausible values [lowest, highest]; others are rejected.")
        Optional<Range> range,
    @JsonPropertyDescription("When a value that stands in the file means 'unknown'.")
        Unknown unknown,
    @JsonPropertyDescription("Weight under weights: expert (default 1).") OptionalDouble weight,
    @JsonPropertyDescription("Name of the indicator by language, {ru: …, en: …}.")
        Map<String, String> label) {

  /** Which way an indicator points. */
  public enum Direction {
    FAVOURABLE,
    UNFAVOURABLE;

    /** Multiplier that turns the indicator to the favourable side. */
    public int sign() {
      return this == FAVOURABLE ? 1 : -1;
    }
  }

  /** How pupil rows become a school's value. */
  public enum Aggregate {
    MEAN,
    SHARE
  }

  public Indicator {
    if (direction == null) {
      throw new StudyProblem("direction", "missing: favourable or unfavourable");
    }
    if (count.isPresent() != denominator.isPresent()) {
      throw new StudyProblem(
          count.isPresent() ? "denominator" : "count",
          "missing: a share is count over denominator");
    }
    if (count.isPresent() && (column.isPresent() || aggregate.isPresent())) {
      throw new StudyProblem("count", "give either column, or count and denominator, or aggregate");
    }
    if (equals.isPresent() != (aggregate.isPresent() && aggregate.get() == Aggregate.SHARE)) {
      throw new StudyProblem("equals", "goes with aggregate: share, and only with it");
    }
    if (weight.isPresent() && !(weight.getAsDouble() >= 0)) {
      throw new StudyProblem("weight", "a number of 0 or more is expected");
    }
    unknown = unknown == null ? Unknown.never() : unknown;
    label = label == null ? Map.of() : Map.copyOf(label);
  }

  /** The indicator's name in every language; where one is missing the other, or its key. */
  public LocalText name(String key) {
    String ru = label.getOrDefault("ru", label.getOrDefault("en", key));
    return new LocalText(ru, label.getOrDefault("en", ru));
  }
}
