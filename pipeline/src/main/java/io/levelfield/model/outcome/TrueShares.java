package io.levelfield.model.outcome;

/**
 * How the true shares below the minimum spread over the schools of one measure. Schools of a kind
 * have one distribution.
 */
public interface TrueShares {

  /** The kind of a school that took part in the measure. */
  int kind(String schoolId);

  /** Whether kinds differ by the context index. */
  boolean byIndex();

  /**
   * The distribution of a school's true share before its own pupils are seen, as all other schools
   * tell it.
   *
   * @param kind of the school
   * @param below pupils of the school below the minimum
   * @param participants its pupils, at least 1
   * @return probabilities of cells equally wide in 2 arcsin √share, from share 0 to share 1
   */
  double[] without(int kind, long below, long participants);

  /**
   * The distribution of true shares of schools of a kind, as all schools tell it.
   *
   * @return as of {@link #without}
   */
  double[] of(int kind);
}
