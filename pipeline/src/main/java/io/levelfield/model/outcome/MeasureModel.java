package io.levelfield.model.outcome;

import io.levelfield.model.input.Measure;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the schools' true results spread in one measure: what their estimates rest on.
 *
 * @param shares absent without counts below the minimum in two schools
 * @param means absent where the spread among pupils is unknown
 */
public record MeasureModel(Measure measure, Optional<Shares> shares, Optional<Means> means) {

  /**
   * True shares below the minimum, averaged over what their distribution may be.
   *
   * @param schools that entered
   * @param prior the likeliest family of distributions, a word for tables
   * @param spread the distribution itself
   * @param mean mean of true shares
   * @param meanLow lower end of its interval
   * @param meanHigh upper end of its interval
   * @param concentration mean (1 - mean) / variance - 1 of true shares: as many pupils of the mean
   *     share as the other schools are worth, where they follow a beta distribution
   * @param concentrationLow lower end of its interval
   * @param concentrationHigh upper end of its interval
   */
  public record Shares(
      int schools,
      String prior,
      TrueShares spread,
      double mean,
      double meanLow,
      double meanHigh,
      double concentration,
      double concentrationLow,
      double concentrationHigh) {}

  /**
   * True means and pupils' scores around them as normal distributions.
   *
   * @param schools that entered
   * @param alikeBy what means are known to go with, joined by {@code -and-}; empty where nothing is
   * @param mean mean of true means
   * @param meanSe its standard error
   * @param between variance of true means
   * @param within variance of pupils in a school
   * @param icc share of the variance that lies between schools
   * @param deviance of the restricted likelihood; absent where pupils of a school do not differ
   */
  public record Means(
      int schools,
      String alikeBy,
      double mean,
      double meanSe,
      double between,
      double within,
      double icc,
      OptionalDouble deviance) {}
}
