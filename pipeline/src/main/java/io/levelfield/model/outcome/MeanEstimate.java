package io.levelfield.model.outcome;

/**
 * A school's mean drawn towards what is expected of it, the more the fewer its pupils.
 *
 * @param shrunken the shrunken mean
 * @param se its standard error, with that of what is expected
 * @param reliability how far the school's own mean is believed, 0 to 1
 */
public record MeanEstimate(double shrunken, double se, double reliability) {}
