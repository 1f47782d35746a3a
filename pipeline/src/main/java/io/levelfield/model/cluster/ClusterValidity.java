package io.levelfield.model.cluster;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How good the best partition into {@code k} groups is.
 *
 * @param k number of groups
 * @param wss within-group sum of squared distances in standardised features
 * @param silhouette mean silhouette width (plain Euclidean distance); absent for k = 1
 * @param silhouetteNullP chance of such a silhouette in data without groups; absent for k = 1
 * @param calinskiHarabasz F ratio of the groups; absent for k = 1
 * @param daviesBouldin likeness of groups, the lower the better; absent for k = 1
 * @param gap gap statistic; absent if no variance is left within the groups
 * @param gapSe its standard error; absent as the gap is
 * @param gapNullP chance of such a gap in data without groups; absent for k = 1 and as the gap is
 * @param choice why the study's groups are these, and whether they hold; absent if they are not
 */
public record ClusterValidity(
    int k,
    double wss,
    OptionalDouble silhouette,
    OptionalDouble silhouetteNullP,
    OptionalDouble calinskiHarabasz,
    OptionalDouble daviesBouldin,
    OptionalDouble gap,
    OptionalDouble gapSe,
    OptionalDouble gapNullP,
    Optional<Choice> choice) {

  /** What decided on the number of groups. */
  public enum Rule {
    /** The study asks for it. */
    STUDY,
    /** The gap statistic, and the null test does not object. */
    GAP,
    /** The null test: the number of groups by the gap statistic does as well in noise. */
    NULL_TEST
  }

  /** What the groups are worth. */
  public enum Verdict {
    /** Beyond what noise gives, and each group comes back in resamples. */
    HOLD,
    /** Beyond what noise gives, but membership is doubtful. */
    PATTERN,
    /** Noise gives as much, or there is one group only. */
    NONE
  }

  /** Why a number of groups was chosen and what came of it. */
  public record Choice(Rule rule, Verdict verdict) {}

  /** Whether the study's groups are these. */
  public boolean chosen() {
    return choice.isPresent();
  }
}
