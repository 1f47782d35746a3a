package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;

/**
 * The pupils who entered one school together, one after another. Whatever the year one looks at
 * them, they are the same pupils with the same ability: the fourth grade of one year is the fifth
 * of the next.
 */
final class Cohort {
  private static final double SIZE_SD = 0.1;

  /** How much likelier than another a pupil of one standard deviation more ability stays. */
  private static final double STAYING_BY_ABILITY = 0.2;

  private final Draws random;
  private final int enteredIn;
  private final int pupils;
  private double ability;
  private double staying;
  private double choice;

  private Cohort(Draws random, int enteredIn, double expectedPupils) {
    this.random = random;
    this.enteredIn = enteredIn;
    double drawn = expectedPupils * (1 + SIZE_SD * random.normal());
    pupils = Math.max(SchoolPopulation.SMALLEST_GRADE, (int) Math.round(drawn));
  }

  /**
   * The cohort before its first pupil.
   *
   * @param enteredIn year minus grade: the same number throughout the cohort's school life
   */
  static Cohort of(long seed, SyntheticSchool school, int enteredIn) {
    var random = Draws.of(seed, Purpose.COHORT, school.index(), enteredIn);
    return new Cohort(random, enteredIn, school.gradeSize());
  }

  int enteredIn() {
    return enteredIn;
  }

  int pupils() {
    return pupils;
  }

  /** Goes to the next pupil, whom the methods below describe. */
  void next() {
    ability = random.normal();
    staying = random.uniform();
    choice = random.uniform();
  }

  /** The pupil's ability, standard normal. */
  double ability() {
    return ability;
  }

  boolean staysForLastGrade() {
    return staying < SchoolPopulation.STAYING_SHARE + STAYING_BY_ABILITY * ability;
  }

  boolean chooses(Exam exam) {
    return choice < exam.share;
  }
}
