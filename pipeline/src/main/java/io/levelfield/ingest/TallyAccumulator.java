package io.levelfield.ingest;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What the fold keeps of one school in one measure. */
final class TallyAccumulator {
  // What follows the histogram in bytes, as bits.
  private static final int MARKED = 1;
  private static final int ABSENT = 2;

  private ScoreHistogram scores;
  private long marks;
  private long failingMarks;
  private long topMarks;
  private long absent;
  private boolean absentListed;

  TallyAccumulator() {
    this(new ScoreHistogram());
  }

  private TallyAccumulator(ScoreHistogram scores) {
    this.scores = scores;
  }

  void add(double score) {
    scores.add(score);
  }

  /** Adds scores of pupils; the histogram is kept. */
  void add(ScoreHistogram more) {
    if (scores.isEmpty()) {
      scores = more;
    } else {
      scores.merge(more);
    }
  }

  void addMark(boolean failing, boolean top) {
    marks++;
    failingMarks += failing ? 1 : 0;
    topMarks += top ? 1 : 0;
  }

  /** Adds a pupil's row that has no score. */
  void addAbsent() {
    absent++;
  }

  /** Says whether rows without a score are pupils who should have sat the examination. */
  void absentListed(boolean listed) {
    absentListed = listed;
    absent = listed ? absent : 0;
  }

  boolean hasAbsent() {
    return absent > 0;
  }

  TallyAccumulator merge(TallyAccumulator other) {
    scores.merge(other.scores);
    marks += other.marks;
    failingMarks += other.failingMarks;
    topMarks += other.topMarks;
    absent += other.absent;
    absentListed |= other.absentListed;
    return this;
  }

  ScoreHistogram scores() {
    return scores;
  }

  long pupils() {
    return scores.total();
  }

  boolean isEmpty() {
    return scores.isEmpty();
  }

  /**
   * The tally: counts of failing and top pupils by their marks where every pupil has one, else by
   * the measure's minimum.
   */
  ResultTally tally(TallyKey key, Optional<Minimums.Minimum> minimum) {
    ResultTally took = took(key, minimum);
    return absentListed ? took.withEnrolled(scores.total() + absent) : took;
  }

  private ResultTally took(TallyKey key, Optional<Minimums.Minimum> minimum) {
    if (marks == scores.total()) {
      return ResultTally.ofPupils(
          key, scores, OptionalLong.of(failingMarks), OptionalLong.of(topMarks));
    }
    OptionalLong below =
        minimum.map(m -> OptionalLong.of(scores.below(m.minimum()))).orElse(OptionalLong.empty());
    OptionalDouble topScore = minimum.map(Minimums.Minimum::top).orElse(OptionalDouble.empty());
    OptionalLong top =
        topScore.isPresent()
            ? OptionalLong.of(scores.atLeast(topScore.getAsDouble()))
            : OptionalLong.empty();
    return ResultTally.ofPupils(key, scores, below, top);
  }

  void write(DataOutput out) throws IOException {
    HistogramBytes.write(scores, out);
    out.writeByte((marks > 0 ? MARKED : 0) | (absent > 0 ? ABSENT : 0));
    if (marks > 0) {
      out.writeLong(marks);
      out.writeLong(failingMarks);
      out.writeLong(topMarks);
    }
    if (absent > 0) {
      out.writeLong(absent);
    }
  }

  static TallyAccumulator read(DataInput in) throws IOException {
    var accumulator = new TallyAccumulator(HistogramBytes.read(in));
    int has = in.readByte();
    if ((has & MARKED) != 0) {
      accumulator.marks = in.readLong();
      accumulator.failingMarks = in.readLong();
      accumulator.topMarks = in.readLong();
    }
    if ((has & ABSENT) != 0) {
      accumulator.absent = in.readLong();
    }
    return accumulator;
  }
}
