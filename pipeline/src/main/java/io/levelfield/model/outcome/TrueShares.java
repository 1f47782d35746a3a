package io.levelfield.model.outcome;

/** How the true shares below the minimum spread over the schools of one measure. */
public interface TrueShares {

  /**
   * The distribution of a school's true share before its own pupils are seen, as all other schools
   * tell it.
   *
   * @param below pupils of the school below the minimum
   * @param participants its pupils, at least 1
   * @return probabilities of cells equally wide in 2 arcsin √share, from share 0 to share 1
   */
  double[] without(long below, long participants);

  /**
   * The distribution of true shares of schools of this size, as all schools tell it.
   *
   * @param participants pupils of such a school, at least 1
   * @return as of {@link #without}
   */
  double[] of(long participants);
}
