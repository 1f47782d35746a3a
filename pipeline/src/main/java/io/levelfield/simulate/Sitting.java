package io.levelfield.simulate;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A school's examination as it was sat, to be sat again in simulated districts.
 *
 * @param tally what came of it; its participants are known
 * @param shape of its measure
 */
record Sitting(ResultTally tally, MeasureShape shape) {
  /** Pupils that make of a true share a count. */
  private static final long VERY_MANY = 1_000_000_000L;

  long participants() {
    return tally.participants().orElseThrow();
  }

  int year() {
    return tally.measure().year();
  }

  /** A true share below the minimum, as very many pupils would show it. */
  ResultTally ofShare(double below) {
    return new ResultTally(
        tally.key(),
        OptionalLong.of(VERY_MANY),
        OptionalLong.of(Math.round(VERY_MANY * below)),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new ScoreHistogram());
  }

  boolean sameExamination(Sitting other) {
    return tally.measure().sameExamination(other.tally.measure());
  }

  /** Whether they are taken to be the same children: the tallies do not say who sat what. */
  Cohort cohort() {
    return Cohort.of(tally.measure());
  }

  /** Examination whatever its year. */
  String examination() {
    return tally.measure().examination();
  }

  /** Pupils of one year who sat the examinations of one procedure. */
  record Cohort(int year, String procedure, String grade) {
    static Cohort of(Measure measure) {
      return new Cohort(measure.year(), measure.procedure(), measure.grade());
    }
  }
}
