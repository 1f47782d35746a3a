package io.levelfield.identify;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A threshold as the study writes it, in decimals, so that counts are compared with it exactly: 3
 * of 10 reach 0.30.
 */
record ExactShare(BigDecimal value) implements Serializable {

  static ExactShare of(double share) {
    return new ExactShare(BigDecimal.valueOf(share));
  }

  /** The threshold moved; it stays between 0 and 1. */
  ExactShare plus(double points) {
    return new ExactShare(
        value.add(BigDecimal.valueOf(points)).max(BigDecimal.ZERO).min(BigDecimal.ONE));
  }

  /** What is missing to 1. */
  ExactShare complement() {
    return new ExactShare(BigDecimal.ONE.subtract(value));
  }

  /** The smallest count of {@code n} that reaches the share. */
  long least(long n) {
    return of(n).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /** Whether the share of {@code n} is at least one of them. */
  boolean isOneOf(long n) {
    return of(n).compareTo(BigDecimal.ONE) >= 0;
  }

  /** Whether a count of {@code n}, given in halves, lies below the share. */
  boolean exceedsHalves(long halves, long n) {
    return BigDecimal.valueOf(halves).compareTo(of(2 * n)) < 0;
  }

  private BigDecimal of(long n) {
    return value.multiply(BigDecimal.valueOf(n));
  }

  double asDouble() {
    return value.doubleValue();
  }
}
