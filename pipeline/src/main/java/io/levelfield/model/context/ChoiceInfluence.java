package io.levelfield.model.context;

/**
 * How much of the movement of ranks on the index of social well-being one choice in its making
 * accounts for: Sobol's indices of the mean absolute shift of ranks (Saltelli et al., Computer
 * Physics Communications 181, 2010). Each has the 5th and the 95th percentile over resamples of the
 * replicates.
 *
 * @param choice what was chosen at random
 * @param first share of the variance that the choice accounts for alone
 * @param firstLow low end of it
 * @param firstHigh high end of it
 * @param total share together with its interplay with other choices
 * @param totalLow low end of it
 * @param totalHigh high end of it
 */
public record ChoiceInfluence(
    Choice choice,
    double first,
    double firstLow,
    double firstHigh,
    double total,
    double totalLow,
    double totalHigh) {

  /** What can be chosen otherwise in making the index. */
  public enum Choice {
    NORMALISATION,
    AGGREGATION,
    WEIGHTS,
    GAPS,
    LEFT_OUT,
    PUPILS
  }
}
