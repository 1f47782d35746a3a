package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.LocalText;
import io.levelfield.model.text.Message;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** When a condition is a risk for a school. No official cuts are known. */
public record RiskSettings(
    @JsonPropertyDescription(
            "What is known of single conditions, by the keys of inputs.conditions (default: a low"
                + " score is the worse, and levels are set beside the municipality's schools).")
        Map<String, Condition> conditions,
    @JsonPropertyDescription(
            "Without cuts: a risk is high where at least this share of the municipality's other"
                + " schools do better (default 0.75), as its worst quarter has it.")
        Double highFrom,
    @JsonPropertyDescription(
            "Without cuts: a risk is medium where at least this share of them do better (default"
                + " 0.5).")
        Double mediumFrom,
    @JsonPropertyDescription(
            "Schools a municipality needs to be set beside its own schools; those of smaller ones are"
                + " set beside all schools (default 4).")
        Integer leastSchools,
    @JsonPropertyDescription("Foremost risks named for a school (default 3).") Integer foremost) {

  /** Which way a score is worse. */
  public enum Worse {
    LOWER,
    HIGHER
  }

  /** What is known of a condition. */
  public record Condition(
      @JsonPropertyDescription("Whether a lower (default) or a higher score is the worse.")
          Worse worse,
      @JsonPropertyDescription("Score from which on, the worse way, the risk is medium.")
          OptionalDouble medium,
      @JsonPropertyDescription("Score from which on, the worse way, the risk is high.")
          OptionalDouble high,
      @JsonPropertyDescription("Name of the condition by language, {ru: …, en: …}.")
          Map<String, String> label) {

    public Condition {
      worse = worse == null ? Worse.LOWER : worse;
      if (medium.isPresent() != high.isPresent()) {
        throw new StudyProblem(
            medium.isPresent() ? "high" : "medium", Message.of("study.both-cuts"));
      }
      if (high.isPresent()
          && (worse == Worse.LOWER
              ? high.getAsDouble() >= medium.getAsDouble()
              : high.getAsDouble() <= medium.getAsDouble())) {
        throw new StudyProblem("high", Message.of("study.cuts-order"));
      }
      label = label == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(label));
    }

    static Condition plain() {
      return new Condition(null, OptionalDouble.empty(), OptionalDouble.empty(), null);
    }

    /** Its name in every language; where one is missing the other, or its key. */
    public LocalText name(String key) {
      String ru = label.getOrDefault("ru", label.getOrDefault("en", key));
      return new LocalText(ru, label.getOrDefault("en", ru));
    }
  }

  private static final double DEFAULT_HIGH_FROM = 0.75;
  private static final double DEFAULT_MEDIUM_FROM = 0.5;
  private static final int DEFAULT_LEAST_SCHOOLS = 4;
  private static final int DEFAULT_FOREMOST = 3;

  public RiskSettings {
    conditions =
        conditions == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(conditions));
    highFrom = SettingChecks.share("high_from", highFrom, DEFAULT_HIGH_FROM);
    mediumFrom = SettingChecks.share("medium_from", mediumFrom, DEFAULT_MEDIUM_FROM);
    if (mediumFrom > highFrom) {
      throw new StudyProblem("medium_from", Message.of("study.medium-above-high"));
    }
    leastSchools = SettingChecks.atLeast("least_schools", 2, leastSchools, DEFAULT_LEAST_SCHOOLS);
    foremost = SettingChecks.atLeast("foremost", 1, foremost, DEFAULT_FOREMOST);
  }

  static RiskSettings defaults() {
    return new RiskSettings(null, null, null, null, null);
  }

  /** What is known of a condition, or the defaults. */
  public Condition condition(String key) {
    return conditions.getOrDefault(key, Condition.plain());
  }
}
