package io.levelfield.generate;

import java.util.Locale;

/**
 * The groups schools are planted in. Context is in standard deviations of schools (higher is more
 * favourable); effect is how far pupils do from what the context lets one expect, in standard
 * deviations of pupils.
 */
enum PlantedGroup {
  /** Results far below what an average or slightly better context lets one expect. */
  LOW(0.25, 0.06, 0.35, 0.25, -1.25, 0.10, 0.45, 0),
  /** Strongly unfavourable context, results about as expected from it. */
  UNFAVOURABLE(0.25, 0.14, -1.35, 0.20, 0, 0.08, 0.5, 0),
  /** Good context and results above expectation. */
  HIGH(0.25, 0.12, 1.2, 0.25, 0.5, 0.08, 0.3, 0.4),
  /** Unfavourable context, results well above expectation in every year. */
  RESILIENT(0.0833, 0.04, -1.2, 0.15, 0.85, 0.08, 0.5, 0),
  /** Inflated ВПР; ОГЭ and ЕГЭ, which others mark, below the ordinary. */
  NON_OBJECTIVE(0.0833, 0.04, 0, 0.25, -0.4, 0.05, 0.5, 0),
  /** Near the centre in both. */
  ORDINARY(0.0834, 0.60, 0, 0.45, 0, 0.2, 0.45, 0.08);

  /** A set of at most this many schools is a district, where every group must be seen. */
  private static final int DISTRICT_SCHOOLS = 60;

  private final double districtShare;
  private final double nationShare;
  final double contextMean;
  final double contextSd;
  final double effectMean;
  final double effectSd;
  final double ruralShare;
  final double selectiveShare;

  PlantedGroup(
      double districtShare,
      double nationShare,
      double contextMean,
      double contextSd,
      double effectMean,
      double effectSd,
      double ruralShare,
      double selectiveShare) {
    this.districtShare = districtShare;
    this.nationShare = nationShare;
    this.contextMean = contextMean;
    this.contextSd = contextSd;
    this.effectMean = effectMean;
    this.effectSd = effectSd;
    this.ruralShare = ruralShare;
    this.selectiveShare = selectiveShare;
  }

  /** The group's name in {@code truth.csv}. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many of so many schools fall in this group; the groups add up to all schools. */
  int schoolsOf(int schools) {
    double before = 0;
    for (PlantedGroup group : values()) {
      double after = before + group.shareOf(schools);
      if (group == this) {
        // The ends of consecutive groups are rounded, not their sizes, so that none is lost.
        int end = this == ORDINARY ? schools : (int) Math.round(after * schools);
        return end - (int) Math.round(before * schools);
      }
      before = after;
    }
    throw new AssertionError(this);
  }

  private double shareOf(int schools) {
    return schools <= DISTRICT_SCHOOLS ? districtShare : nationShare;
  }
}
