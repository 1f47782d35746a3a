package io.levelfield.model.context;

import java.util.OptionalDouble;

/**
 * How one variant of the context index came about.
 *
 * @param variant {@code equal}, {@code expert}, {@code pca}, {@code regression}, {@code ridge},
 *     {@code entropy} or {@code critic}
 * @param schools complete schools its weights were estimated on, or that it was standardised on
 * @param eigenvalue of the first principal component, only for {@code pca}
 * @param explained share of variance that component explains, 0..1
 * @param penalty of the coefficients' squares, only for {@code ridge}
 * @param rSquared of the results on the indicators for {@code regression} and {@code ridge}, of the
 *     results on this index for the others
 * @param adjustedRSquared the same, adjusted for the number of regressors
 * @param intercept of that regression
 * @param residualSd of that regression
 */
public record ContextModel(
    String variant,
    int schools,
    OptionalDouble eigenvalue,
    OptionalDouble explained,
    OptionalDouble penalty,
    OptionalDouble rSquared,
    OptionalDouble adjustedRSquared,
    OptionalDouble intercept,
    OptionalDouble residualSd) {}
