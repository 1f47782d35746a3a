package io.levelfield.ingest;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.Span;
import io.levelfield.model.input.TallyKey;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a row of published results says.
 *
 * @param participants pupils who took the examination
 * @param enrolled pupils who should have taken it
 * @param belowMinimum of the participants, pupils below the minimum
 * @param top of the participants, pupils at or above the top score
 * @param mean mean score
 * @param sd standard deviation of the scores
 * @param sdOverall standard deviation of all pupils who took the examination
 * @param belowSpan what {@code belowMinimum} may be where it was suppressed
 * @param meanSpan what {@code mean} may be where it was suppressed
 * @param suppressed how many of these figures were suppressed
 * @param classLetters whether the letter of a class was cut from the grade
 */
record PublishedFigures(
    OptionalLong participants,
    OptionalLong enrolled,
    OptionalLong belowMinimum,
    OptionalLong top,
    OptionalDouble mean,
    OptionalDouble sd,
    OptionalDouble sdOverall,
    Optional<Span> belowSpan,
    Optional<Span> meanSpan,
    long suppressed,
    boolean classLetters) {

  /** What is told of those who took the examination. */
  static PublishedFigures of(
      OptionalLong participants,
      OptionalLong belowMinimum,
      OptionalLong top,
      OptionalDouble mean,
      OptionalDouble sd) {
    return new PublishedFigures(
        participants,
        OptionalLong.empty(),
        belowMinimum,
        top,
        mean,
        sd,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        false);
  }

  /** The same figures with what is told of all pupils, and with how they were read. */
  PublishedFigures with(
      OptionalLong ofThoseEnrolled,
      OptionalDouble ofAllPupils,
      Optional<Span> ofBelow,
      Optional<Span> ofMean,
      long ofThemSuppressed,
      boolean lettersCut) {
    return new PublishedFigures(
        participants,
        ofThoseEnrolled,
        belowMinimum,
        top,
        mean,
        sd,
        ofAllPupils,
        ofBelow,
        ofMean,
        ofThemSuppressed,
        lettersCut);
  }

  ResultTally tally(TallyKey key) {
    return new ResultTally(
        key,
        participants,
        enrolled,
        belowMinimum,
        top,
        mean,
        sd,
        new ScoreHistogram(),
        belowSpan,
        meanSpan);
  }
}
