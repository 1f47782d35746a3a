package io.levelfield.disclosure;

import io.levelfield.model.input.ResultTally;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * True figures of a school, or of schools together, in a measure.
 *
 * @param who the school's code, or what stands for schools together
 * @param below pupils below the minimum; absent where the source hides it or does not say
 * @param sum of the scores, likewise
 */
record Figures(String who, int schools, long participants, OptionalLong below, OptionalDouble sum) {

  /** The figures of a tally whose participants are known. */
  static Figures of(ResultTally tally) {
    long participants = tally.participants().orElseThrow();
    boolean meanKnown = tally.mean().isPresent() && tally.meanSpan().isEmpty();
    return new Figures(
        tally.schoolId(),
        1,
        participants,
        tally.belowSpan().isPresent() ? OptionalLong.empty() : tally.belowMinimum(),
        meanKnown
            ? OptionalDouble.of(tally.mean().getAsDouble() * participants)
            : OptionalDouble.empty());
  }

  /** Schools together; a figure is known where it is of all of them. */
  static Figures together(String who, List<Figures> parts) {
    return new Figures(
        who,
        parts.stream().mapToInt(Figures::schools).sum(),
        parts.stream().mapToLong(Figures::participants).sum(),
        parts.stream().allMatch(part -> part.below.isPresent())
            ? OptionalLong.of(parts.stream().mapToLong(part -> part.below.getAsLong()).sum())
            : OptionalLong.empty(),
        parts.stream().allMatch(part -> part.sum.isPresent())
            ? OptionalDouble.of(parts.stream().mapToDouble(part -> part.sum.getAsDouble()).sum())
            : OptionalDouble.empty());
  }

  OptionalDouble mean() {
    return sum.isPresent() && participants > 0
        ? OptionalDouble.of(sum.getAsDouble() / participants)
        : OptionalDouble.empty();
  }
}
