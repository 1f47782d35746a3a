package io.levelfield.model.input;

import java.util.Comparator;

/**
 * Results of a school's pupils that are linked to earlier ones of the same pupils.
 *
 * @param later school and measure of the later result
 * @param earlier measure of the earlier one
 * @param moved whether the earlier result is of another school
 * @param scores of the pupils
 */
public record LinkedScores(TallyKey later, Measure earlier, boolean moved, ScorePairs scores)
    implements Comparable<LinkedScores> {

  private static final Comparator<LinkedScores> ORDER =
      Comparator.comparing(LinkedScores::later)
          .thenComparing(LinkedScores::earlier)
          .thenComparing(LinkedScores::moved);

  @Override
  public int compareTo(LinkedScores other) {
    return ORDER.compare(this, other);
  }
}
