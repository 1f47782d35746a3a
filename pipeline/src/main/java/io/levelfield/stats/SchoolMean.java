package io.levelfield.stats;

/**
 * What a model says of a school's true mean.
 *
 * @param fixed what the school's covariates let one expect of it
 * @param fixedSe standard error of that expectation
 * @param mean the shrunken mean: between the school's own and the expected one
 * @param meanSe its standard error, with all that the model's parameters are uncertain by
 * @param deviation the shrunken mean less the expected one
 * @param deviationSe standard error of the deviation, likewise
 * @param reliability how far the school's own mean is believed, 0 to 1
 */
public record SchoolMean(
    double fixed,
    double fixedSe,
    double mean,
    double meanSe,
    double deviation,
    double deviationSe,
    double reliability) {}
