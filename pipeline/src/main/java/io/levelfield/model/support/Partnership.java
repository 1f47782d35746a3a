package io.levelfield.model.support;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A donor for a school, and what speaks for and against it.
 *
 * @param partner the donor's code
 * @param cost what the pair costs
 * @param contextDistance between the schools, standard deviations of the index; absent where the
 *     school's index is unknown
 * @param journey between them
 * @param weakSubjects of the school, ordered
 * @param covered those of them in which the donor is strong, ordered
 * @param aboveExpected probability that the donor's true result lies above what its context lets
 *     one expect; absent for a donor of which it is unknown
 * @param fixed whether the study settled the pair
 * @param secondBest the donor the school has if the pair is ruled out and all else arranged anew;
 *     absent for a fixed pair, and where one more school would be left without a partner
 * @param secondBestGap by how much all pairs together are dearer then; absent likewise
 */
public record Partnership(
    String partner,
    PairCost cost,
    OptionalDouble contextDistance,
    Journey journey,
    List<String> weakSubjects,
    List<String> covered,
    OptionalDouble aboveExpected,
    boolean fixed,
    Optional<String> secondBest,
    OptionalDouble secondBestGap) {

  public Partnership {
    weakSubjects = List.copyOf(weakSubjects);
    covered = List.copyOf(covered);
  }

  /** The same pair with what comes next to it. */
  public Partnership withSecondBest(String other, double gap) {
    return new Partnership(
        partner,
        cost,
        contextDistance,
        journey,
        weakSubjects,
        covered,
        aboveExpected,
        fixed,
        Optional.of(other),
        OptionalDouble.of(gap));
  }
}
