package io.levelfield.model.input;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The results of one school in one measure. From pupils it comes with the histogram of their
 * scores; from a published table with what the table gives.
 *
 * @param key school and measure
 * @param participants pupils who took the examination; absent when the source does not say
 * @param enrolled pupils who should have taken it, as the sources count them; they may have counted
 *     before some came, and so be fewer than took it
 * @param belowMinimum pupils below the procedure's minimum
 * @param top pupils at or above the procedure's top score
 * @param mean mean score
 * @param sd sample standard deviation of the scores (n - 1)
 * @param scores histogram of the scores; empty when the source is a published table
 * @param belowSpan what {@code belowMinimum} may be where the source suppressed it; the count is
 *     then its middle
 * @param meanSpan what {@code mean} may be, likewise
 */
public record ResultTally(
    TallyKey key,
    OptionalLong participants,
    OptionalLong enrolled,
    OptionalLong belowMinimum,
    OptionalLong top,
    OptionalDouble mean,
    OptionalDouble sd,
    ScoreHistogram scores,
    Optional<Span> belowSpan,
    Optional<Span> meanSpan) {

  /** Results of which nothing was suppressed, of a source that does not say who was absent. */
  public ResultTally(
      TallyKey key,
      OptionalLong participants,
      OptionalLong belowMinimum,
      OptionalLong top,
      OptionalDouble mean,
      OptionalDouble sd,
      ScoreHistogram scores) {
    this(
        key,
        participants,
        OptionalLong.empty(),
        belowMinimum,
        top,
        mean,
        sd,
        scores,
        Optional.empty(),
        Optional.empty());
  }

  public ResultTally {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(scores, "scores");
    if (participants.isPresent()) {
      long n = participants.getAsLong();
      if (belowMinimum.orElse(0) > n || top.orElse(0) > n) {
        throw new IllegalArgumentException(key + ": more pupils counted than took part");
      }
    }
  }

  /**
   * The tally of a school's pupils.
   *
   * @param scores at least one pupil
   */
  public static ResultTally ofPupils(
      TallyKey key, ScoreHistogram scores, OptionalLong belowMinimum, OptionalLong top) {
    long n = scores.total();
    return new ResultTally(
        key,
        OptionalLong.of(n),
        belowMinimum,
        top,
        OptionalDouble.of(scores.mean()),
        n > 1
            ? OptionalDouble.of(Math.sqrt(scores.squaredDeviations() / (n - 1)))
            : OptionalDouble.empty(),
        scores);
  }

  /** The same results of what is called otherwise. */
  public ResultTally withKey(TallyKey other) {
    return new ResultTally(
        other, participants, enrolled, belowMinimum, top, mean, sd, scores, belowSpan, meanSpan);
  }

  /** The same result of so many pupils who should have taken the examination. */
  public ResultTally withEnrolled(long pupils) {
    return new ResultTally(
        key,
        participants,
        OptionalLong.of(pupils),
        belowMinimum,
        top,
        mean,
        sd,
        scores,
        belowSpan,
        meanSpan);
  }

  /** The same result with another spread. */
  public ResultTally withSd(double other) {
    return new ResultTally(
        key,
        participants,
        enrolled,
        belowMinimum,
        top,
        mean,
        OptionalDouble.of(other),
        scores,
        belowSpan,
        meanSpan);
  }

  /** Share of the pupils who should have taken the examination that took it, where it is known. */
  public OptionalDouble participation() {
    return participants.isPresent() && enrolled.orElse(0) > 0
        ? OptionalDouble.of((double) participants.getAsLong() / enrolled.getAsLong())
        : OptionalDouble.empty();
  }

  public String schoolId() {
    return key.schoolId();
  }

  public Measure measure() {
    return key.measure();
  }
}
