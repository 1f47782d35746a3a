package io.levelfield.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tallies by number, filled in batches. Rows in random order would fetch another school's tally
 * from main memory each; so rows are set aside and, when enough have come, counted school by
 * school.
 */
final class TallyBuffer {
  private static final int MOST_ROWS = 1 << 22;

  // What a row's mark says, as bits.
  private static final byte MARKED = 1;
  private static final byte FAILING = 2;
  private static final byte TOP = 4;

  private final List<TallyAccumulator> tallies = new ArrayList<>();
  private int[] numbers = new int[1 << 10];
  private double[] scores = new double[1 << 10];
  private byte[] marks = new byte[1 << 10];
  private int rows;

  /** Adds an empty tally. */
  int newTally() {
    tallies.add(new TallyAccumulator());
    return tallies.size() - 1;
  }

  void add(int tally, double score) {
    add(tally, score, (byte) 0);
  }

  void addMarked(int tally, double score, boolean failing, boolean top) {
    add(tally, score, (byte) (MARKED | (failing ? FAILING : 0) | (top ? TOP : 0)));
  }

  /** Adds a pupil without a score: so few that they need not wait for their batch. */
  void addAbsent(int tally) {
    tallies.get(tally).addAbsent();
  }

  private void add(int tally, double score, byte mark) {
    if (rows == numbers.length) {
      if (rows == MOST_ROWS) {
        count();
      } else {
        numbers = Arrays.copyOf(numbers, rows * 2);
        scores = Arrays.copyOf(scores, rows * 2);
        marks = Arrays.copyOf(marks, rows * 2);
      }
    }
    numbers[rows] = tally;
    scores[rows] = score;
    marks[rows++] = mark;
  }

  /** A tally with all its rows counted. */
  TallyAccumulator tally(int number) {
    if (rows > 0) {
      count();
    }
    return tallies.get(number);
  }

  /** Counts the rows set aside, brought together by tally with a counting sort. */
  private void count() {
    int[] next = new int[tallies.size() + 1];
    for (int i = 0; i < rows; i++) {
      next[numbers[i] + 1]++;
    }
    for (int t = 0; t < tallies.size(); t++) {
      next[t + 1] += next[t];
    }
    double[] sortedScores = new double[rows];
    byte[] sortedMarks = new byte[rows];
    for (int i = 0; i < rows; i++) {
      int at = next[numbers[i]]++;
      sortedScores[at] = scores[i];
      sortedMarks[at] = marks[i];
    }
    // After the sort, next[t] is where tally t ends.
    int from = 0;
    for (int t = 0; t < tallies.size(); t++) {
      TallyAccumulator tally = tallies.get(t);
      for (int i = from; i < next[t]; i++) {
        tally.add(sortedScores[i]);
        if (sortedMarks[i] != 0) {
          tally.addMark((sortedMarks[i] & FAILING) != 0, (sortedMarks[i] & TOP) != 0);
        }
      }
      from = next[t];
    }
    rows = 0;
  }
}
