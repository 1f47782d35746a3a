package io.levelfield.disclosure;

import io.levelfield.disclosure.BelowCounts.Shown;
import io.levelfield.model.disclosure.PublicRow;
import io.levelfield.study.PublicSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Figures that are shown by themselves, and whether their mean may be: not where it tells, with the
 * scores there are, a count that is hidden, or that no pupil had the lowest or the highest score.
 *
 * @param scale empty where no pupils' scores tell of it
 * @param mean as shown, rounded; empty where it is unknown or hidden
 */
record ShownRow(Figures figures, Optional<OccurredScores> scale, OptionalDouble mean) {
  /** Hundredths of a point are enough for a reader, and leave a little more open. */
  private static final double DIGITS = 100;

  static ShownRow of(Figures figures, Optional<OccurredScores> scale, PublicSettings settings) {
    return new ShownRow(
        figures,
        scale,
        figures.mean().isPresent() && mayBeShown(figures, scale, settings)
            ? OptionalDouble.of(rounded(figures.mean().getAsDouble()))
            : OptionalDouble.empty());
  }

  private static double rounded(double mean) {
    return Math.round(mean * DIGITS) / DIGITS;
  }

  /** Mean of rows whose mean is shown, from what is shown; empty where there are none. */
  static OptionalDouble meanOf(List<PublicRow> rows) {
    double sum = 0;
    long participants = 0;
    for (PublicRow row : rows) {
      if (row.mean().isPresent()) {
        sum += row.mean().getAsDouble() * row.meanOf().getAsLong();
        participants += row.meanOf().getAsLong();
      }
    }
    return participants == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(rounded(sum / participants));
  }

  private static boolean mayBeShown(
      Figures figures, Optional<OccurredScores> scale, PublicSettings settings) {
    long pupils = figures.participants();
    double mean = figures.mean().getAsDouble();
    if (scale.isPresent() && !scale.get().leavesEveryScoreOpen(pupils, mean)) {
      return false;
    }
    if (figures.below().isEmpty()) {
      return true;
    }
    Shown shown = BelowCounts.shown(figures, settings);
    if (shown == Shown.EXACT) {
      return true;
    }
    if (scale.isEmpty() || scale.get().minimum().isEmpty()) {
      return false; // others may know the scale
    }
    // Beyond what is hidden by one, so that a hidden mean tells no more than the hidden count does.
    double fewest = scale.get().fewestBelow(pupils, mean);
    double most = scale.get().mostBelow(pupils, mean);
    return shown == Shown.FEW
        ? fewest <= 0 && most >= settings.hideBelow()
        : fewest <= pupils - settings.hideBelow() && most >= pupils;
  }

  /** What is shown of the row tells of a count that is neither few nor all but few. */
  Box exactBelow(PublicSettings settings) {
    long pupils = figures.participants();
    long least = settings.hideBelow();
    long most = pupils - settings.hideBelow();
    if (mean.isPresent() && isToldByScale()) {
      double half = 1 / (2 * DIGITS);
      double fewest = scale.get().fewestBelow(pupils, mean.getAsDouble() + half);
      double highest = scale.get().mostBelow(pupils, mean.getAsDouble() - half);
      least = Math.max(least, (long) Math.ceil(fewest));
      most = Math.min(most, (long) Math.floor(highest));
    }
    return new Box(least, most);
  }

  /** Whether it is known what the mean tells of the count to those who know the scale. */
  boolean isToldByScale() {
    return scale.isPresent() && scale.get().minimum().isPresent();
  }
}
