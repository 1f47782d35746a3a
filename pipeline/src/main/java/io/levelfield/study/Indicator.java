package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.LocalText;
import io.levelfield.model.text.Message;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

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
      throw new StudyProblem("direction", Message.of("study.no-direction"));
    }
    if (count.isPresent() != denominator.isPresent()) {
      throw new StudyProblem(
          count.isPresent() ? "denominator" : "count", Message.of("study.share-needs-both"));
    }
    if (count.isPresent() && (column.isPresent() || aggregate.isPresent())) {
      throw new StudyProblem("count", Message.of("study.one-source"));
    }
    if (equals.isPresent() != (aggregate.isPresent() && aggregate.get() == Aggregate.SHARE)) {
      throw new StudyProblem("equals", Message.of("study.equals-with-share"));
    }
    if (weight.isPresent() && !(weight.getAsDouble() >= 0)) {
      throw new StudyProblem("weight", Message.of("study.at-least", 0, weight.getAsDouble()));
    }
    nature = nature == null ? Nature.CIRCUMSTANCE : nature;
    if (insist.isPresent() && insist.get().isBlank()) {
      throw new StudyProblem("insist", Message.of("study.empty-insist"));
    }
    if (nature != Nature.CIRCUMSTANCE && insist.isEmpty()) {
      throw new StudyProblem(
          "nature",
          nature == Nature.RESULT
              ? Message.of("study.result-in-context")
              : Message.of("study.decision-in-context"));
    }
    unknown = unknown == null ? Unknown.never() : unknown;
    // In an order of its own: the hash of a configuration must not change from JVM to JVM.
    label = label == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(label));
  }

  /**
   * What stands for all pupils where the indicator is a share of them: 1, or 100 where its
   * plausible values end there; empty where nothing says that it is a share.
   */
  public OptionalDouble whole() {
    if (count.isPresent() || aggregate.filter(Aggregate.SHARE::equals).isPresent()) {
      return OptionalDouble.of(1);
    }
    return range
        .filter(r -> r.lowest() >= 0 && (r.highest() <= 1 || r.highest() == 100))
        .map(r -> OptionalDouble.of(r.highest() <= 1 ? 1 : 100))
        .orElse(OptionalDouble.empty());
  }

  /** The indicator's name in every language; where one is missing the other, or its key. */
  public LocalText name(String key) {
    String ru = label.getOrDefault("ru", label.getOrDefault("en", key));
    return new LocalText(ru, label.getOrDefault("en", ru));
  }
}
