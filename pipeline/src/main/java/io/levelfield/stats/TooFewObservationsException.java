package io.levelfield.stats;

/** Fewer observations than a model with so many coefficients can be estimated from. */
public final class TooFewObservationsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int observations;
  private final int coefficients;

  public TooFewObservationsException(int observations, int coefficients) {
    super(observations + " observations are too few for " + coefficients + " coefficients");
    this.observations = observations;
    this.coefficients = coefficients;
  }

  /** How many observations there are. */
  public int observations() {
    return observations;
  }

  /** How many coefficients were asked for, the constant included. */
  public int coefficients() {
    return coefficients;
  }
}
