package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;

/**
 * A school's social passport of one year. Families with two parents of higher education and
 * single-parent families exclude each other, and no count exceeds its total.
 *
 * @param nonNative pupils whose first language is not Russian
 */
record SocialPassport(
    int pupils,
    int families,
    int bothParentsHigherEducation,
    int singleParent,
    int lowIncome,
    int unemployedParents,
    int largeFamilies,
    int onRegisters,
    int nonNative) {

  private static final double FAMILIES_PER_PUPIL = 0.78;
  private static final double GRADES_TO_NINTH = 9;

  /** Grades 10 and 11 together hold this many times a grade. */
  private static final double UPPER_GRADES = 2 * SchoolPopulation.STAYING_SHARE;

  private static final double SIZE_SD = 0.02;
  private static final double YEAR_SD = 0.06;

  /** How a share depends on the context, on the logistic scale. */
  private enum Trait {
    HIGHER_EDUCATION(0.25, 0.7, 0.22),
    SINGLE_PARENT(0.24, -0.4, 0.15),
    LOW_INCOME(0.22, -0.65, 0.22),
    UNEMPLOYED(0.10, -0.65, 0.22),
    LARGE_FAMILY(0.14, -0.3, 0.25),
    ON_REGISTERS(0.035, -0.7, 0.25),
    NON_NATIVE(0.06, -0.55, 0.35);

    private final double shareAtMean;
    private final double slope;
    private final double schoolSd;

    Trait(double shareAtMean, double slope, double schoolSd) {
      this.shareAtMean = shareAtMean;
      this.slope = slope;
      this.schoolSd = schoolSd;
    }

    double share(double context, Draws ofSchool, Draws ofYear) {
      double logit =
          StrictMath.log(shareAtMean / (1 - shareAtMean))
              + slope * context
              + ofSchool.normal(0, schoolSd)
              + ofYear.normal(0, YEAR_SD);
      return 1 / (1 + StrictMath.exp(-logit));
    }
  }

  /** Draws the passport of this school and year. */
  static SocialPassport draw(long seed, SyntheticSchool school, int year) {
    var ofSchool = Draws.of(seed, Purpose.PASSPORT, school.index());
    var ofYear = Draws.of(seed, Purpose.PASSPORT_YEAR, school.index(), year);
    double grades = GRADES_TO_NINTH + (school.eleventhGrade() ? UPPER_GRADES : 0);
    int pupils = count(school.gradeSize() * grades, 1 + ofYear.normal(0, SIZE_SD), ofYear);
    int families = count(pupils, FAMILIES_PER_PUPIL, ofYear);
    double context = school.context();
    int educated = count(families, Trait.HIGHER_EDUCATION.share(context, ofSchool, ofYear), ofYear);
    int single = count(families, Trait.SINGLE_PARENT.share(context, ofSchool, ofYear), ofYear);
    return new SocialPassport(
        pupils,
        families,
        Math.min(educated, families - single),
        single,
        count(families, Trait.LOW_INCOME.share(context, ofSchool, ofYear), ofYear),
        count(families, Trait.UNEMPLOYED.share(context, ofSchool, ofYear), ofYear),
        count(families, Trait.LARGE_FAMILY.share(context, ofSchool, ofYear), ofYear),
        count(pupils, Trait.ON_REGISTERS.share(context, ofSchool, ofYear), ofYear),
        count(pupils, Trait.NON_NATIVE.share(context, ofSchool, ofYear), ofYear));
  }

  /** The whole number next below or above the expected one, so that its mean is the expected. */
  private static int count(double total, double share, Draws random) {
    return (int) Math.floor(total * share + random.uniform());
  }
}
