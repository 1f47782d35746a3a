package io.levelfield.ingest;

import io.levelfield.study.ResultsInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
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

  /** Numbers of a part's tallies by the numbers of their school and measure. */
  private static final class TallyNumbers {
    private static final int NONE = -1;

    private int[][] bySchool = new int[1 << 6][0];

    int tally(int school, int measure, TallyBuffer buffer) {
      if (school >= bySchool.length) {
        int known = bySchool.length;
        bySchool = Arrays.copyOf(bySchool, 2 * school);
        Arrays.fill(bySchool, known, bySchool.length, new int[0]);
      }
      int[] tallies = bySchool[school];
      if (measure >= tallies.length) {
        int known = tallies.length;
        tallies = Arrays.copyOf(tallies, 2 * measure + 1);
        Arrays.fill(tallies, known, tallies.length, NONE);
        bySchool[school] = tallies;
      }
      if (tallies[measure] == NONE) {
        tallies[measure] = buffer.newTally();
      }
      return tallies[measure];
    }

    boolean has(int school, int measure) {
      return school < bySchool.length
          && measure < bySchool[school].length
          && bySchool[school][measure] != NONE;
    }
  }

  @Override
  public Folded<String, SchoolTallies> fold(int file, FilePart part) {
    var numbers = new TallyNumbers();
    var buffer = new TallyBuffer();
    ResultRows.Walked walked =
        rows.walk(
            file,
            part,
            new ResultRows.Taker() {
              @Override
              public void take(
                  FieldBuffer row,
                  ResultRows.School school,
                  ResultRows.Exam exam,
                  double score,
                  double mark) {
                int tally = numbers.tally(school.number(), exam.number(), buffer);
                if (Double.isNaN(mark)) {
                  buffer.add(tally, score);
                } else {
                  buffer.addMarked(tally, score, mark <= failingMark, mark >= topMark);
                }
              }

              @Override
              public void absent(ResultRows.School school, ResultRows.Exam exam) {
                if (countsAbsent) {
                  buffer.addAbsent(numbers.tally(school.number(), exam.number(), buffer));
                }
              }
            });
    return new Folded<>(tallies(walked, numbers, buffer), walked.log());
  }

  private static Map<String, SchoolTallies> tallies(
      ResultRows.Walked walked, TallyNumbers numbers, TallyBuffer buffer) {
    Map<String, SchoolTallies> tallies = new HashMap<>();
    for (ResultRows.School school : walked.schools()) {
      for (ResultRows.Exam exam : walked.exams()) {
        if (numbers.has(school.number(), exam.number())) {
          // Two spellings of one code, such as a quoted one, come together here.
          int number = numbers.tally(school.number(), exam.number(), buffer);
          tallies
              .computeIfAbsent(school.id(), id -> new SchoolTallies())
              .add(exam.measure().orElseThrow(), buffer.tally(number));
        }
      }
    }
    return tallies;
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
