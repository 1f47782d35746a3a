package io.levelfield.model.context;

import java.util.OptionalDouble;

/**
 * What one indicator counts for in one variant of the context index.
 *
 * @param indicator the indicator's key
 * @param variant as in {@link ContextModel}
 * @param weight multiplier of the indicator's oriented z-score in the index
 * @param loading loading of the indicator's own (unoriented) z-score on the first principal
 *     component, signed so that the component points to the favourable side; only for {@code pca}
 * @param coefficient change of the result per unit of the indicator, only for {@code regression}
 * @param coefficientSe its standard error, only for {@code regression}
 * @param influence squared correlation of the indicator with the index
 * @param resultCorrelation correlation of the indicator with the schools' results; absent where
 *     there are none
 * @param treated reference schools whose value the index takes otherwise than it stands
 * @param mean mean over the reference schools, in the indicator's unit; as the index takes it
 * @param sd sample standard deviation over the reference schools
 * @param skewness sample skewness (adjusted Fisher–Pearson, as Excel's SKEW)
 * @param kurtosis sample excess kurtosis (as Excel's KURT)
 * @param known reference schools whose value is known
 */
public record IndicatorWeight(
    String indicator,
    String variant,
    double weight,
    OptionalDouble loading,
    OptionalDouble coefficient,
    OptionalDouble coefficientSe,
    OptionalDouble influence,
    OptionalDouble resultCorrelation,
    int treated,
    double mean,
    double sd,
    OptionalDouble skewness,
    OptionalDouble kurtosis,
    int known) {}
