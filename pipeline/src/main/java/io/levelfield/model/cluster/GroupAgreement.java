package io.levelfield.model.cluster;

import java.util.OptionalDouble;

/**
 * How far another way of grouping gives the same groups.
 *
 * @param method what was done differently
 * @param feature the feature left out, or {@link #ALL_FEATURES}
 * @param ari adjusted Rand index with the study's groups: 1 for the same, 0 as by chance; absent if
 *     too few schools differ without the feature
 * @param schools how many were compared
 */
public record GroupAgreement(Method method, String feature, OptionalDouble ari, int schools) {
  public static final String ALL_FEATURES = "*";

  /** What is done differently. */
  public enum Method {
    SEED,
    WARD,
    K_MEDOIDS,
    WITHOUT_FEATURE
  }
}
