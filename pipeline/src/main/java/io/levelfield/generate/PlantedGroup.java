package io.levelfield.generate;

import java.util.Locale;

/**
 * The groups schools are planted in. Context is in standard deviations of schools (higher is more
 * favourable); effect is how far pupils do from what the context lets one expect, in standard
 * deviations of pupils.
 *
 * <p>The numbers of each group, in order: schools in a district of 24 and in a nation of 100; mean
 * and standard deviation of context; the same of effect; share of village schools; share of urban
 * schools that select their pupils.
 */
enum PlantedGroup {
  /** Results far below what an average or slightly better context lets one expect. */
  LOW(6, 6, 0.35, 0.25, -1.25, 0.10, 0.45, 0),
  /** Strongly unfavourable context, results about as expected from it. */
  UNFAVOURABLE(6, 14, -1.35, 0.20, 0, 0.08, 0.5, 0),
  /** Good context and results above expectation. */
  HIGH(6, 12, 1.2, 0.25, 0.4, 0.08, 0.3, 0.4),
  /** Unfavourable context, results well above expectation in every year. */
  RESILIENT(2, 4, -1.2, 0.15, 0.8, 0.08, 0.5, 0),
  /** Inflated ВПР; ОГЭ and ЕГЭ, which others mark, below the ordinary. */
  NON_OBJECTIVE(2, 4, 0, 0.25, -0.5, 0.05, 0.1, 0),
  /** Near the centre in both. */
  ORDINARY(2, 60, 0, 0.45, 0, 0.2, 0.45, 0.08);

  /** A set of at most this many schools is a district, where every group must be seen. */
  private static final int DISTRICT_SCHOOLS = 60;

  private final int inDistrict;
  private final int inNation;
  final double contextMean;
  final double contextSd;
  final double effectMean;
  final double effectSd;
  final double ruralShare;
  final double selectiveShare;

  PlantedGroup(
      int inDistrict,
      int inNation,
      double contextMean,
      double contextSd,
      double effectMean,
      double effectSd,
      double ruralShare,
      double selectiveShare) {
    this.inDistrict = inDistrict;
    this.inNation = inNation;
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
    boolean district = schools <= DISTRICT_SCHOOLS;
    int all = 0;
    int before = 0;
    int through = 0;
    for (PlantedGroup group : values()) {
      if (group == this) {
        before = all;
      }
      all += district ? group.inDistrict : group.inNation;
      if (group == this) {
        through = all;
      }
    }
    // The ends of consecutive groups are rounded, not their sizes, so that no school is lost.
    return rounded(schools, through, all) - rounded(schools, before, all);
  }

  private static int rounded(int schools, int part, int all) {
    return (int) Math.round((double) schools * part / all);
  }
}
