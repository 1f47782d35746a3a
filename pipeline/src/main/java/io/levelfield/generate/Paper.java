package io.levelfield.generate;

/** One examination at one school in one year. */
final class Paper {
  /** Stands for the score of a pupil who did not come. */
  static final int ABSENT = -1;

  private static final double ABSENT_SHARE = 0.03;

  final Exam exam;

  /** The first cells of every row: year, procedure, subject, grade. */
  final byte[] cells;

  private final double level;
  private final boolean inflated;

  /**
   * @param level of the school, standard deviations of pupils
   * @param inflated whether the school raises what its pupils wrote
   */
  Paper(Exam exam, int year, double level, boolean inflated) {
    this.exam = exam;
    this.level = level;
    this.inflated = inflated;
    cells =
        CsvBytes.bytes(year + "," + exam.procedure + "," + exam.subject + "," + exam.grade + ",");
  }

  /** The raw score of a pupil of this ability, or {@link #ABSENT}. */
  int score(double ability, Draws random) {
    return random.chance(ABSENT_SHARE)
        ? ABSENT
        : ScoreModel.score(exam, level, ability, inflated, random);
  }
}
