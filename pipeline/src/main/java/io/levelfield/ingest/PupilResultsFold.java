package io.levelfield.ingest;

import io.levelfield.study.ResultsInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Folds result rows of pupils into each school's tallies. */
final class PupilResultsFold implements FoldJob<String, SchoolTallies> {
  private static final long serialVersionUID = 1L;

  private final ResultRows rows;
  private final double failingMark;
  private final double topMark;
  private final boolean countsAbsent;

  /**
   * @param countsAbsent whether pupils without a score are counted
   */
  PupilResultsFold(ResultRows rows, ResultsInput input, boolean countsAbsent) {
    this.rows = rows;
    this.failingMark = input.failingMark();
    this.topMark = input.topMark();
    this.countsAbsent = countsAbsent;
  }

  @Override
  public Folded<String, SchoolTallies> fold(int file, FilePart part) {
    var buffer = new TallyBuffer();
    ResultRows.Walked walked =
        rows.count(
            file,
            part,
            new ResultRows.Counter() {
              @Override
              public void count(int school, int exam, double score, double mark) {
                if (Double.isNaN(mark)) {
                  buffer.add(school, exam, score);
                } else {
                  buffer.addMarked(school, exam, score, mark <= failingMark, mark >= topMark);
                }
              }

              @Override
              public void absent(int school, int exam) {
                if (countsAbsent) {
                  buffer.addAbsent(school, exam);
                }
              }
            });
    Map<String, SchoolTallies> tallies = tallies(walked, buffer);
    return new Folded<>(tallies, walked.log().with(TallySketch.of(tallies)));
  }

  private static Map<String, SchoolTallies> tallies(ResultRows.Walked walked, TallyBuffer buffer) {
    Map<String, SchoolTallies> tallies = new HashMap<>();
    for (ResultRows.School school : walked.schools()) {
      for (ResultRows.Exam exam : walked.exams()) {
        TallyAccumulator tally = buffer.tally(school.number(), exam.number());
        if (tally != null) {
          // Two spellings of one code, such as a quoted one, come together here.
          tallies
              .computeIfAbsent(school.id(), id -> new SchoolTallies())
              .add(exam.measure().orElseThrow(), tally);
        }
      }
    }
    return tallies;
  }

  @Override
  public boolean isSmall() {
    return true;
  }

  @Override
  public SchoolTallies merge(SchoolTallies into, SchoolTallies other) {
    return into.merge(other);
  }

  @Override
  public void write(Map<String, SchoolTallies> schools, DataOutput out) throws IOException {
    SchoolTallies.write(schools, out);
  }

  @Override
  public void read(DataInput in, BiConsumer<String, SchoolTallies> each) throws IOException {
    SchoolTallies.read(in, each);
  }
}
