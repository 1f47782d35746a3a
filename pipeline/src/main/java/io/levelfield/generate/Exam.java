package io.levelfield.generate;

/**
 * The examinations, each on its own raw scale. Scales, minimums and boundaries are illustrations of
 * the size of the real ones, not official values; mean and standard deviation are chosen so that
 * about 7 % of the pupils of an ordinary school fall below the minimum.
 */
enum Exam {
  VPR_4_RUSSIAN("ВПР", "русский язык", 4, 24, 7, 14, 24, 33, 38, 1),
  VPR_4_MATHEMATICS("ВПР", "математика", 4, 10.5, 3.4, 6, 10, 13, 18, 1),
  VPR_5_RUSSIAN("ВПР", "русский язык", 5, 29.5, 8, 18, 29, 39, 45, 1),
  VPR_5_MATHEMATICS("ВПР", "математика", 5, 11.9, 3.6, 7, 11, 15, 20, 1),
  OGE_RUSSIAN("ОГЭ", "русский язык", 9, 25.3, 7.2, 15, 25, 34, 39, 1),
  OGE_MATHEMATICS("ОГЭ", "математика", 9, 15.8, 5.5, 8, 15, 22, 32, 1),
  OGE_SOCIAL_STUDIES("ОГЭ", "обществознание", 9, 25, 7, 15, 25, 34, 39, 0.6),
  EGE_RUSSIAN("ЕГЭ", "русский язык", 11, 54, 14, 36, 0, 81, 100, 1),
  EGE_MATHEMATICS("ЕГЭ", "математика", 11, 45, 14, 27, 0, 81, 100, 1);

  final String procedure;
  final String subject;
  final int grade;

  /** Mean raw score of pupils of average ability in a school of average context. */
  final double mean;

  /** Standard deviation of raw scores within a school. */
  final double sd;

  /** Lowest raw score that passes. */
  final int minimum;

  /** Lowest raw score of mark 4. */
  private final int good;

  /** Lowest raw score of mark 5, or of a high result where there are no marks. */
  final int top;

  /** Highest raw score of the scale. */
  final int maximum;

  /** Share of the grade's pupils who choose the examination. */
  final double share;

  Exam(
      String procedure,
      String subject,
      int grade,
      double mean,
      double sd,
      int minimum,
      int good,
      int top,
      int maximum,
      double share) {
    this.procedure = procedure;
    this.subject = subject;
    this.grade = grade;
    this.mean = mean;
    this.sd = sd;
    this.minimum = minimum;
    this.good = good;
    this.top = top;
    this.maximum = maximum;
    this.share = share;
  }

  /** Whether the examination gives a mark from 2 to 5. */
  boolean marked() {
    return good > 0;
  }

  /** Whether the school's own teachers mark it, so that a school can inflate it. */
  boolean markedAtSchool() {
    return procedure.equals("ВПР");
  }

  /** The mark of a raw score, 2 to 5. */
  int mark(int score) {
    if (score < minimum) {
      return 2;
    }
    if (score < good) {
      return 3;
    }
    return score < top ? 4 : 5;
  }
}
