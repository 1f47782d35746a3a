package io.levelfield.ingest;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How often each mark was given, from counts, shares or per cent. */
final class MarkCounts {
  /** Of rounded per cent, four may miss 100 by this much; of rounded shares, a hundredth of it. */
  private static final double MOST_ROUNDING = 2;

  private static final double LEAST_ROUNDING = 0.01;

  private final long participants;
  private final double[] marks;

  /** Share of each mark, together 1. */
  private final double[] shares;

  private MarkCounts(long participants, double[] marks, double[] shares) {
    this.participants = participants;
    this.marks = marks;
    this.shares = shares;
  }

  /** Pupils with a mark. */
  long participants() {
    return participants;
  }

  /**
   * Settles what the figures of a row are: counts that sum to the participants, per cent that sum
   * to 100, or shares that sum to 1.
   *
   * @param figures one for each mark, not negative, at least one above 0
   * @param decimals digits behind the decimal mark of the most exact figure
   * @return empty where they sum to none of these
   */
  static Optional<MarkCounts> of(
      double[] marks, double[] figures, int decimals, OptionalLong participants) {
    double sum = 0;
    boolean whole = true;
    for (double figure : figures) {
      sum += figure;
      whole &= figure == Math.rint(figure);
    }
    boolean counts = whole && sum == participants.orElse((long) sum);
    if (!counts && participants.isEmpty()) {
      return Optional.empty();
    }
    boolean perCent = Math.abs(sum - 100) <= rounding(figures.length, decimals);
    boolean share = Math.abs(sum - 1) <= rounding(figures.length, decimals - 2) / 100;
    if (!counts && !perCent && !share) {
      return Optional.empty();
    }
    double[] shares = new double[figures.length];
    for (int i = 0; i < figures.length; i++) {
      shares[i] = figures[i] / sum;
    }
    return Optional.of(new MarkCounts(participants.orElse((long) sum), marks.clone(), shares));
  }

  /** Each figure may be wrong by half a unit of its last digit. */
  private static double rounding(int figures, int decimals) {
    double half = figures * 0.5 * Math.pow(10, -Math.max(0, decimals));
    return Math.max(LEAST_ROUNDING, Math.min(MOST_ROUNDING, half));
  }

  /** Pupils with this mark or a lower one. */
  long atMost(double mark) {
    double share = 0;
    for (int i = 0; i < marks.length; i++) {
      share += marks[i] <= mark ? shares[i] : 0;
    }
    return Math.round(share * participants);
  }

  /** Pupils with this mark or a higher one. */
  long atLeast(double mark) {
    double share = 0;
    for (int i = 0; i < marks.length; i++) {
      share += marks[i] >= mark ? shares[i] : 0;
    }
    return Math.round(share * participants);
  }

  double mean() {
    double mean = 0;
    for (int i = 0; i < marks.length; i++) {
      mean += marks[i] * shares[i];
    }
    return mean;
  }

  /** Sample standard deviation of the marks, of two pupils or more. */
  OptionalDouble sd() {
    if (participants < 2) {
      return OptionalDouble.empty();
    }
    double mean = mean();
    double squares = 0;
    for (int i = 0; i < marks.length; i++) {
      squares += shares[i] * (marks[i] - mean) * (marks[i] - mean);
    }
    return OptionalDouble.of(Math.sqrt(squares * participants / (participants - 1)));
  }
}
