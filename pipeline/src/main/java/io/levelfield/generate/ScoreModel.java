package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;

/**
 * How a pupil's raw score comes about: the school's context and effect, a small drift over the
 * years, the pupil's own ability, and chance on the day.
 */
final class ScoreModel {
  /** What one standard deviation of context is worth, in standard deviations of pupils. */
  private static final double CONTEXT_SLOPE = 0.22;

  private static final double SUBJECT_SD = 0.08;
  private static final double TREND_SD_PER_YEAR = 0.03;
  private static final double YEAR_SD = 0.05;

  /** Two examinations of one pupil correlate by 0.7 within a school. */
  private static final double ABILITY_WEIGHT = StrictMath.sqrt(0.7);

  private static final double CHANCE_WEIGHT = StrictMath.sqrt(0.3);

  /** Whoever is lifted over the minimum lands on it or this many points above. */
  private static final int HEAP_WIDTH = 1;

  private static final double HEAP_AT_MINIMUM = 0.8;

  /** A school that inflates adds up to so many standard deviations, evenly spread. */
  private static final double LARGEST_GIFT = 2.2;

  private final long seed;
  private final int firstYear;

  ScoreModel(long seed, int firstYear) {
    this.seed = seed;
    this.firstYear = firstYear;
  }

  /** The school's level in this examination and year, in standard deviations of pupils. */
  double level(SyntheticSchool school, Exam exam, int year) {
    double subject =
        Draws.of(seed, Purpose.SCHOOL_EXAM, school.index(), exam.name().hashCode())
            .normal(0, SUBJECT_SD);
    double trend =
        Draws.of(seed, Purpose.SCHOOL_EXAM, school.index(), -1).normal(0, TREND_SD_PER_YEAR);
    double fluctuation =
        Draws.of(seed, Purpose.SCHOOL_YEAR, school.index(), year).normal(0, YEAR_SD);
    return CONTEXT_SLOPE * school.context()
        + school.effect()
        + subject
        + trend * (year - firstYear)
        + fluctuation;
  }

  /**
   * A raw score.
   *
   * @param level of the school, from {@link #level}
   * @param ability of the pupil, standard normal
   * @param inflated whether the school raises what its pupils wrote
   */
  static int score(Exam exam, double level, double ability, boolean inflated, Draws random) {
    double standard = level + ABILITY_WEIGHT * ability + CHANCE_WEIGHT * random.normal();
    int written = toScale(exam, exam.mean + exam.sd * standard);
    return inflated ? inflate(exam, written, random) : written;
  }

  private static int inflate(Exam exam, int written, Draws random) {
    if (written < exam.minimum) {
      return random.chance(HEAP_AT_MINIMUM) ? exam.minimum : exam.minimum + HEAP_WIDTH;
    }
    return toScale(exam, written + LARGEST_GIFT * exam.sd * random.uniform());
  }

  private static int toScale(Exam exam, double raw) {
    return (int) Math.max(0, Math.min(exam.maximum, Math.floor(raw + 0.5)));
  }
}
