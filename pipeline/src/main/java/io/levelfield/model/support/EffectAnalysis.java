package io.levelfield.model.support;

import io.levelfield.model.text.Message;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one way of asking says of a programme's effect, in standard deviations of {@code result_z}.
 *
 * @param programme name as the input writes it
 * @param kind what was asked
 * @param group first year of the schools in question; absent where schools of all years are
 * @param year the year of results; absent where several are
 * @param eventYear years since the start, 0 in the first year that can show the support, below 0
 *     before it; absent where several are
 * @param figures absent where nothing can be estimated
 * @param treated schools with support that entered
 * @param controls schools without it that they were held against
 * @param conclusion what can be concluded and what can not
 */
public record EffectAnalysis(
    String programme,
    Kind kind,
    OptionalInt group,
    OptionalInt year,
    OptionalInt eventYear,
    Optional<Figures> figures,
    int treated,
    int controls,
    Message conclusion) {

  /** What can be asked, in the order of the table. */
  public enum Kind {
    /** The mean over all years in which support ran. */
    OVERALL,
    /** The mean over the years after support had ended. */
    AFTER_END,
    /** The mean at so many years since the start. */
    EVENT_YEAR,
    /** Schools that began in one year, in one year's results. */
    GROUP_TIME,
    /** Supported schools' results after the start less those before: no measure of an effect. */
    BEFORE_AFTER
  }

  /**
   * The numbers of an analysis.
   *
   * @param estimate of the effect
   * @param low lower end of its interval
   * @param high upper end of its interval
   * @param permutationP how often starts dealt to schools at random gave as much; absent without
   *     controls
   * @param minimumDetectable the effect that would be noticed with the study's power; absent
   *     likewise
   * @param expectedRegression what the change before to after would be without any support; for
   *     {@code BEFORE_AFTER}
   */
  public record Figures(
      double estimate,
      double low,
      double high,
      OptionalDouble permutationP,
      OptionalDouble minimumDetectable,
      OptionalDouble expectedRegression) {}

  public EffectAnalysis {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(conclusion, "conclusion");
  }
}
