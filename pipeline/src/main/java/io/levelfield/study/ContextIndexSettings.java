package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The index of social well-being: its indicators and how they are weighted. */
public record ContextIndexSettings(
    @JsonPropertyDescription(
            "A ready-made index: isbsh, icsea-like or deprivation. It gives indicators, weights and"
                + " scale that the study does not give itself; of its indicators those are taken"
                + " that the study names, or all if it names none.")
        Optional<String> preset,
    @JsonPropertyDescription("Indicators by key; needed unless a preset gives them.")
        Map<String, Indicator> indicators,
    @JsonPropertyDescription("Weighting of the headline index (default equal).") Weights weights,
    @JsonPropertyDescription("Further weightings computed beside the headline.")
        List<Weights> variants,
    @JsonPropertyDescription("What happens where a passport has gaps.") Missing missing,
    @JsonPropertyDescription(
            "What the counts of a social passport are of. exact (default): of the pupils and"
                + " families who are there; a passport is a census, and its counts have no error."
                + " sample: of some of those whom the school takes in, as when this year's pupils"
                + " stand for the next years'. Then counts (count and denominator of an indicator)"
                + " have a binomial error: rank intervals and the chance of unfavourable conditions"
                + " allow for it, and results are adjusted for the likely composition.")
        PassportKind passport,
    @JsonPropertyDescription(
            "Year whose schools fix means and standard deviations (default: the newest with passports"
                + " of at least half the schools).")
        OptionalInt baseYear,
    @JsonPropertyDescription(
            "How indicators are made comparable under equal and expert weights: z (default), min_max,"
                + " percentile_rank, or robust_z (median and median absolute deviation).")
        Normalisation normalisation,
    @JsonPropertyDescription(
            "How indicators are put together under equal and expert weights: arithmetic (default:"
                + " one makes up for another), geometric or mazziotta_pareto (unevenness costs).")
        Aggregation aggregation,
    @JsonPropertyDescription("What is done with extreme values.") TreatmentSettings treatment,
    @JsonPropertyDescription(
            "Mean and standard deviation of the reference schools' index, {mean: 1000, sd: 100}"
                + " (default: as aggregation gives it).")
        Optional<Scale> scale,
    @JsonPropertyDescription("How far ranks depend on the choices made for the index.")
        Uncertainty uncertainty) {

  /** How far ranks depend on the choices made for the index. */
  public record Uncertainty(
      @JsonPropertyDescription(
              "How often the index is made with other choices (default 1000; 0: not at all).")
          Integer replicates,
      @JsonPropertyDescription(
              "By how much of itself a weight is changed at most, up or down (default 0.25).")
          Double weights,
      @JsonPropertyDescription(
              "Whether to tell which of the choices move ranks: Sobol indices (default true; needs"
                  + " about four times as many replicates).")
          Boolean sensitivity) {

    private static final int DEFAULT_REPLICATES = 1000;
    private static final double DEFAULT_WEIGHTS = 0.25;

    public Uncertainty {
      replicates = replicates == null ? DEFAULT_REPLICATES : replicates;
      weights = weights == null ? DEFAULT_WEIGHTS : weights;
      sensitivity = sensitivity == null || sensitivity;
      if (replicates < 0) {
        throw new StudyProblem("replicates", Message.of("study.at-least", 0, replicates));
      }
      if (!(weights >= 0 && weights < 1)) {
        throw new StudyProblem(
            "weights", Message.of("study.from-0-below-1", Double.toString(weights)));
      }
    }
  }

  /** What the counts of a social passport are of. */
  public enum PassportKind {
    EXACT,
    SAMPLE
  }

  /** How indicators are made comparable. */
  public enum Normalisation {
    Z,
    MIN_MAX,
    PERCENTILE_RANK,
    ROBUST_Z;

    /** Whether values lie between 0 and 1. */
    boolean isBounded() {
      return this == MIN_MAX || this == PERCENTILE_RANK;
    }
  }

  /** How indicators are put together. */
  public enum Aggregation {
    ARITHMETIC,
    GEOMETRIC,
    MAZZIOTTA_PARETO
  }

  /** How indicators are weighted. */
  public enum Weights {
    EQUAL,
    EXPERT,
    PCA,
    REGRESSION,
    RIDGE,
    ENTROPY,
    CRITIC
  }

  /** How a gap is filled. */
  public enum Impute {
    NONE,
    GROUP_MEDIAN,
    LAST_YEAR,
    CHAINED
  }

  /** What happens where a passport has gaps. */
  public record Missing(
      @JsonPropertyDescription("Share of indicators a school needs for an index (default 0.67).")
          Double atLeast,
      @JsonPropertyDescription(
              "none: the index is made of the known indicators (default); group_median: a gap takes"
                  + " the median of schools of the same settlement type; last_year: the school's"
                  + " last known value, else that median; chained: what the other indicators let"
                  + " one expect, by iterated regressions.")
          Impute impute,
      @JsonPropertyDescription(
              "How often gaps are filled anew for the rank intervals (default 20).")
          Integer draws) {

    // Two thirds: OECD/JRC practice, METHODS 3.2.
    private static final double DEFAULT_AT_LEAST = 0.67;
    private static final int DEFAULT_DRAWS = 20;

    public Missing {
      atLeast = atLeast == null ? DEFAULT_AT_LEAST : atLeast;
      impute = impute == null ? Impute.NONE : impute;
      draws = draws == null ? DEFAULT_DRAWS : draws;
      if (draws < 2) {
        throw new StudyProblem("draws", Message.of("study.at-least", 2, draws));
      }
      if (!(atLeast > 0 && atLeast <= 1)) {
        throw new StudyProblem(
            "at_least", Message.of("study.above-0-to-1", Double.toString(atLeast)));
      }
    }
  }

  public ContextIndexSettings {
    if (indicators == null || indicators.isEmpty()) {
      throw new StudyProblem("indicators", Message.of("study.no-indicators"));
    }
    indicators.forEach(
        (key, indicator) -> {
          if (!key.matches("[\\p{L}\\p{N}_.-]+")) {
            throw new StudyProblem("indicators." + key, Message.of("study.key-letters"));
          }
          if (indicator == null) {
            throw new StudyProblem("indicators." + key, Message.of("study.empty-indicator"));
          }
        });
    indicators = Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
    weights = weights == null ? Weights.EQUAL : weights;
    variants = variants == null ? List.of() : List.copyOf(variants);
    missing = missing == null ? new Missing(null, null, null) : missing;
    passport = passport == null ? PassportKind.EXACT : passport;
    treatment = treatment == null ? TreatmentSettings.defaults() : treatment;
    uncertainty = uncertainty == null ? new Uncertainty(null, null, null) : uncertainty;
    normalisation = normalisation == null ? Normalisation.Z : normalisation;
    aggregation = aggregation == null ? Aggregation.ARITHMETIC : aggregation;
    if (aggregation == Aggregation.GEOMETRIC && !normalisation.isBounded()) {
      throw new StudyProblem("aggregation", Message.of("study.geometric-needs"));
    }
    if (aggregation == Aggregation.MAZZIOTTA_PARETO && normalisation.isBounded()) {
      throw new StudyProblem("aggregation", Message.of("study.mazziotta-needs"));
    }
  }

  /** Whether the headline index is made from results, so that it must not explain them. */
  public boolean ofResults() {
    return weights == Weights.REGRESSION || weights == Weights.RIDGE;
  }

  /** Every weighting to compute: the headline first, each once. */
  public List<Weights> allWeights() {
    List<Weights> all = new ArrayList<>();
    all.add(weights);
    for (Weights variant : variants) {
      if (!all.contains(variant)) {
        all.add(variant);
      }
    }
    return List.copyOf(all);
  }

  /** The indicators of a study's index by key; none where it asks for no index. */
  public static Map<String, Indicator> indicatorsOf(Optional<ContextIndexSettings> index) {
    return index.map(ContextIndexSettings::indicators).orElse(Map.of());
  }

  /** The indicators that one context input holds, in the order of the study. */
  public Map<String, Indicator> indicatorsOf(ContextInput input) {
    boolean pupils = input.shape() == ContextInput.Shape.PUPILS;
    Map<String, Indicator> held = new LinkedHashMap<>();
    indicators.forEach(
        (key, indicator) -> {
          boolean listed = input.indicators().map(list -> list.contains(key)).orElse(true);
          if (listed && indicator.aggregate().isPresent() == pupils) {
            held.put(key, indicator);
          }
        });
    return Collections.unmodifiableMap(held);
  }
}
