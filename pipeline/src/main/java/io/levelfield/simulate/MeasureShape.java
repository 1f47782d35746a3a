package io.levelfield.simulate;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.TrueShares;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.ShareQuantiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How schools' true levels and pupils' scores spread in one measure, as the run fitted it. The
 * level is the mean score, or the share that reached the minimum where the measure has counts only.
 */
final class MeasureShape {
  private final boolean means;
  private final double centre;
  private final double between;
  private final double within;
  private final double unit;
  private final Optional<TrueShares> shares;
  private final Map<Integer, ShareQuantiles> quantiles = new ConcurrentHashMap<>();

  private MeasureShape(
      boolean means,
      double centre,
      double between,
      double within,
      double unit,
      Optional<TrueShares> shares) {
    this.means = means;
    this.centre = centre;
    this.between = between;
    this.within = within;
    this.unit = unit;
    this.shares = shares;
  }

  /**
   * The shape of a measure.
   *
   * @param results of the measure, at least one, all with participants
   * @return empty where the run could not tell how schools and pupils differ in it
   */
  static Optional<MeasureShape> of(List<OutcomeEstimate> results, MeasureModel model) {
    OptionalDouble unit = results.get(0).unit();
    boolean means = results.stream().anyMatch(r -> r.tally().mean().isPresent());
    if (unit.isEmpty() || (means ? model.means().isEmpty() : model.shares().isEmpty())) {
      return Optional.empty();
    }
    double between;
    double within;
    if (means) {
      between = model.means().orElseThrow().between();
      within = model.means().orElseThrow().within();
    } else {
      MeasureModel.Shares own = model.shares().orElseThrow();
      between = own.mean() * (1 - own.mean()) / (own.concentration() + 1);
      within = own.mean() * (1 - own.mean()) - between;
    }
    double[] levels =
        results.stream().flatMapToDouble(r -> level(r.tally(), means).stream()).toArray();
    return between > 0
        ? Optional.of(
            new MeasureShape(
                means,
                Descriptive.mean(levels),
                Math.sqrt(between),
                Math.sqrt(within),
                unit.getAsDouble(),
                model.shares().map(MeasureModel.Shares::spread)))
        : Optional.empty();
  }

  private static OptionalDouble level(ResultTally tally, boolean means) {
    if (means) {
      return tally.mean();
    }
    return tally.belowMinimum().isPresent()
        ? OptionalDouble.of(
            1 - (double) tally.belowMinimum().getAsLong() / tally.participants().orElseThrow())
        : OptionalDouble.empty();
  }

  /** Whether its level is a mean score. */
  boolean means() {
    return means;
  }

  /** A result's level less the mean of schools, in standard deviations of true levels. */
  OptionalDouble standing(ResultTally tally) {
    OptionalDouble level = level(tally, means);
    return level.isPresent()
        ? OptionalDouble.of((level.getAsDouble() - centre) / between)
        : OptionalDouble.empty();
  }

  /** The level in its own unit. */
  double level(double standing) {
    return centre + between * standing;
  }

  /** Standard deviation of pupils within a school, in the level's unit. */
  double within() {
    return within;
  }

  /** The same in standard deviations of true levels. */
  double pupils() {
    return within / between;
  }

  /** Standard deviation of true levels in the unit of z-scores. */
  double betweenZ() {
    return between / unit;
  }

  /** Whether true shares below the minimum are known to spread. */
  boolean counts() {
    return shares.isPresent();
  }

  /** Whether true shares of the measure are known to go with the index. */
  boolean sharesByIndex() {
    return shares.map(TrueShares::byIndex).orElse(false);
  }

  /** True share below the minimum of a school, where so many schools of its kind do worse. */
  double share(double worse, String schoolId) {
    TrueShares known = shares.orElseThrow();
    return quantiles
        .computeIfAbsent(known.kind(schoolId), kind -> new ShareQuantiles(known.of(kind)))
        .at(worse);
  }
}
