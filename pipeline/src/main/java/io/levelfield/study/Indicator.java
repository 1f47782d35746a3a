package io.levelfield.study;

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
    @JsonPropertyDescription(
            "favourable: more is better for the school; unfavourable: worse. Needed unless a preset"
                + " gives it.")
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
    @JsonPropertyDescription(
            "What it tells of: circumstance (default) of the pupils; school: what the school itself"
                + " decides, e.g. staff or classes; result: what pupils achieve. Only circumstances"
                + " belong in the index.")
        Nature nature,
    @JsonPropertyDescription(
            "Why an indicator that is no circumstance, or that is read from results, is in the"
                + " index all the same.")
        Optional<String> insist,
    @JsonPropertyDescription("Name of the indicator by language, {ru: …, en: …}.")
        Map<String, String> label) {

  /** What an indicator tells of. */
  public enum Nature {
    CIRCUMSTANCE,
    SCHOOL,
    RESULT
  }

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
    nature = nature == null ? Nature.CIRCUMSTANCE : nature;
    if (insist.isPresent() && insist.get().isBlank()) {
      throw new StudyProblem("insist", "empty: say why the indicator is in the index");
    }
    if (nature != Nature.CIRCUMSTANCE && insist.isEmpty()) {
      throw new StudyProblem(
          "nature",
          nature == Nature.RESULT
              ? "a result has no place in the context: schools would be excused for what they are"
                  + " judged by. Leave it out, or say why it is there in insist:"
              : "what a school decides itself has no place in the context: it would be excused for"
                  + " its own decisions. Leave it out, or say why it is there in insist:");
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
