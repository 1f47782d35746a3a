package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.OptionalInt;

/** How schools' results are put together. */
public record OutcomeSettings(
    @JsonPropertyDescription("Years pooled into a school's result, the newest first (default 3).")
        Integer poolYears,
    @JsonPropertyDescription(
            "Years pooled where a school is small (default 5, or pool_years if that is more).")
        Integer poolYearsSmall,
    @JsonPropertyDescription(
            "A school is small if its examinations have fewer participants on average"
                + " (default 10).")
        Integer smallSchool,
    @JsonPropertyDescription(
            "Share of participants below the minimum, above 0 and below 1: results tell how"
                + " probable it is that a school's true share reaches it (default 0.30).")
        Double shareThreshold,
    @JsonPropertyDescription(
            "Confidence of the intervals of results, above 0 and below 1 (default 0.90).")
        Double confidence,
    @JsonPropertyDescription(
            "What the adjusted result is adjusted for: context_index (default) or indicators.")
        AdjustBy adjustBy,
    @JsonPropertyDescription(
            "How schools' means are drawn towards what is expected of them: integrated (default)"
                + " averages over what the variance between schools may be and over whether means"
                + " go with schools' size, so that intervals hold with few and small schools; reml"
                + " takes the variance of restricted maximum likelihood as known, as lme4 does: with"
                + " some twenty small schools it is often 0, and intervals are too narrow.")
        Shrinkage shrinkage,
    @JsonPropertyDescription(
            "What schools must share to be alike, where a school's share or mean in an examination"
                + " is drawn towards those of others: any of size, settlement and index (default:"
                + " all); each is used where results go with it. [] draws all towards one mean. Not"
                + " used with shrinkage: reml for means; an index that was made from results"
                + " (weights: regression or ridge) is never used.")
        List<Likeness> alikeBy,
    @JsonPropertyDescription(
            "The year that is judged (default: the newest with results of at least half the"
                + " schools); later results stand in results and dynamics only.")
        OptionalInt year,
    @JsonPropertyDescription(
            "Examinations that all pupils take and that alone weigh in pooled and yearly results,"
                + " e.g. [{procedure: ЕГЭ, subject: русский язык}]; an examination weighs if one of"
                + " these fits (default: all weigh).")
        List<Examinations> compulsory,
    @JsonPropertyDescription(
            "Spread of pupils within a school where results are means without sd; of several that"
                + " fit, the one that names most properties counts.")
        List<WithinSd> withinSd) {

  /** What results are regressed on to adjust them. */
  public enum AdjustBy {
    CONTEXT_INDEX,
    INDICATORS
  }

  /** How the variance between schools is dealt with. */
  public enum Shrinkage {
    INTEGRATED,
    REML
  }

  /** What results may go with. */
  public enum Likeness {
    SIZE,
    SETTLEMENT,
    INDEX
  }

  private static final int DEFAULT_POOL_YEARS = 3;
  private static final int DEFAULT_POOL_YEARS_SMALL = 5;
  private static final int DEFAULT_SMALL_SCHOOL = 10;
  private static final double DEFAULT_SHARE_THRESHOLD = 0.30;
  private static final double DEFAULT_CONFIDENCE = 0.90;

  public OutcomeSettings {
    poolYears = poolYears == null ? DEFAULT_POOL_YEARS : poolYears;
    shrinkage = shrinkage == null ? Shrinkage.INTEGRATED : shrinkage;
    adjustBy = adjustBy == null ? AdjustBy.CONTEXT_INDEX : adjustBy;
    if (poolYears < 1) {
      throw new StudyProblem("pool_years", Message.of("study.at-least", 1, poolYears));
    }
    poolYearsSmall =
        poolYearsSmall == null ? Math.max(poolYears, DEFAULT_POOL_YEARS_SMALL) : poolYearsSmall;
    if (poolYearsSmall < poolYears) {
      throw new StudyProblem(
          "pool_years_small", Message.of("study.at-least-pool-years", poolYears, poolYearsSmall));
    }
    smallSchool = smallSchool == null ? DEFAULT_SMALL_SCHOOL : smallSchool;
    if (smallSchool < 0) {
      throw new StudyProblem("small_school", Message.of("study.at-least", 0, smallSchool));
    }
    shareThreshold = shareThreshold == null ? DEFAULT_SHARE_THRESHOLD : shareThreshold;
    requireBetweenZeroAndOne("share_threshold", shareThreshold);
    confidence = confidence == null ? DEFAULT_CONFIDENCE : confidence;
    requireBetweenZeroAndOne("confidence", confidence);
    alikeBy = alikeBy == null ? List.of(Likeness.values()) : List.copyOf(alikeBy);
    compulsory = compulsory == null ? List.of() : List.copyOf(compulsory);
    withinSd = withinSd == null ? List.of() : List.copyOf(withinSd);
  }

  private static void requireBetweenZeroAndOne(String setting, double value) {
    if (!(value > 0 && value < 1)) {
      throw new StudyProblem(setting, Message.of("study.between-0-and-1", Double.toString(value)));
    }
  }

  static OutcomeSettings defaults() {
    return new OutcomeSettings(
        null, null, null, null, null, null, null, null, OptionalInt.empty(), null, null);
  }
}
