package io.levelfield.ingest;

import io.levelfield.model.input.ScoreHistogram;
import java.util.Arrays;

/**
 * Tallies by the numbers of school and measure, filled in batches. Rows in random order would fetch
 * another school's tally from main memory each; so rows are set aside and, when enough have come,
 * counted school by school.
 */
final class TallyBuffer {
  /** Bytes of a row that is set aside, before and while it is sorted. */
  private static final int ROW_BYTES = 20;

  /** A batch takes at most a quarter of the memory that a core has. */
  private static final int MOST_ROWS =
      (int)
          Math.max(
              1 << 20,
              Math.min(
                  1 << 24,
                  Runtime.getRuntime().maxMemory()
                      / (4L * ROW_BYTES * Runtime.getRuntime().availableProcessors())));

  /** Cells of a table of counts for each of a school's rows: beyond it, most would stay empty. */
  private static final int MOST_CELLS_PER_ROW = 64;

  // What a row's mark says, as bits.
  private static final int MARKED = 1;
  private static final int FAILING = 2;
  private static final int TOP = 4;
  private static final int MARK_BITS = 3;
  private static final int CODE_BITS = 31;

  private final ScoreCodes codes = new ScoreCodes();
  private TallyAccumulator[][] tallies = new TallyAccumulator[1 << 6][];
  private int exams;

  // Of each row: its school, and its exam, score and mark.
  private int[] schools = new int[1 << 10];
  private long[] results = new long[1 << 10];
  private int rows;

  void add(int school, int exam, double score) {
    add(school, exam, score, 0);
  }

  void addMarked(int school, int exam, double score, boolean failing, boolean top) {
    add(school, exam, score, MARKED | (failing ? FAILING : 0) | (top ? TOP : 0));
  }

  /** Adds a pupil without a score: so few that they need not wait for their batch. */
  void addAbsent(int school, int exam) {
    own(school, exam).addAbsent();
  }

  private void add(int school, int exam, double score, int mark) {
    if (rows == schools.length) {
      if (rows == MOST_ROWS) {
        count();
      } else {
        int more = Math.min(MOST_ROWS, 2 * rows);
        schools = Arrays.copyOf(schools, more);
        results = Arrays.copyOf(results, more);
      }
    }
    exams = Math.max(exams, exam + 1);
    schools[rows] = school;
    results[rows++] = (((long) exam << CODE_BITS | codes.code(score)) << MARK_BITS) | mark;
  }

  /** A tally with all its rows counted; null where there is none. */
  TallyAccumulator tally(int school, int exam) {
    if (rows > 0) {
      count();
    }
    boolean known =
        school < tallies.length && tallies[school] != null && exam < tallies[school].length;
    return known ? tallies[school][exam] : null;
  }

  private TallyAccumulator own(int school, int exam) {
    if (school >= tallies.length) {
      tallies = Arrays.copyOf(tallies, 2 * school);
    }
    if (tallies[school] == null) {
      tallies[school] = new TallyAccumulator[exams];
    }
    if (exam >= tallies[school].length) {
      tallies[school] = Arrays.copyOf(tallies[school], Math.max(exams, exam + 1));
    }
    if (tallies[school][exam] == null) {
      tallies[school][exam] = new TallyAccumulator();
    }
    return tallies[school][exam];
  }

  /** Counts the rows set aside, brought together by school with a counting sort. */
  private void count() {
    int most = 0;
    for (int i = 0; i < rows; i++) {
      most = Math.max(most, schools[i]);
    }
    int[] next = new int[most + 2];
    for (int i = 0; i < rows; i++) {
      next[schools[i] + 1]++;
    }
    for (int school = 0; school <= most; school++) {
      next[school + 1] += next[school];
    }
    long[] sorted = new long[rows];
    for (int i = 0; i < rows; i++) {
      sorted[next[schools[i]]++] = results[i];
    }
    // After the sort, next[school] is where the school's rows end.
    var table = new CountTable();
    int from = 0;
    for (int school = 0; school <= most; school++) {
      int to = next[school];
      if ((long) exams * codes.size() <= (long) MOST_CELLS_PER_ROW * (to - from)) {
        table.count(school, sorted, from, to);
      } else {
        for (int i = from; i < to; i++) {
          own(school, exam(sorted[i])).add(codes.score(code(sorted[i])));
        }
      }
      for (int i = from; i < to; i++) {
        int mark = (int) sorted[i] & ((1 << MARK_BITS) - 1);
        if (mark != 0) {
          own(school, exam(sorted[i])).addMark((mark & FAILING) != 0, (mark & TOP) != 0);
        }
      }
      from = to;
    }
    rows = 0;
  }

  private static int exam(long result) {
    return (int) (result >>> (CODE_BITS + MARK_BITS));
  }

  private static int code(long result) {
    return (int) (result >>> MARK_BITS) & Integer.MAX_VALUE;
  }

  /** Counts of a school's rows by exam and score. */
  private final class CountTable {
    private final double[] scores = codes.ascending();
    private final int[] ranks = codes.ranks();
    private int[] counts = new int[0];

    /** Counts the rows from one place to another. */
    void count(int school, long[] sorted, int from, int to) {
      if (counts.length == 0) {
        counts = new int[exams * scores.length];
      }
      for (int i = from; i < to; i++) {
        counts[exam(sorted[i]) * scores.length + ranks[code(sorted[i])]]++;
      }
      for (int exam = 0; exam < exams; exam++) {
        int distinct = 0;
        int first = exam * scores.length;
        for (int i = first; i < first + scores.length; i++) {
          distinct += counts[i] > 0 ? 1 : 0;
        }
        if (distinct > 0) {
          own(school, exam).add(histogram(first, distinct));
        }
      }
    }

    /** Takes the scores out of a row of the table. */
    private ScoreHistogram histogram(int first, int distinct) {
      double[] own = new double[distinct];
      int[] of = new int[distinct];
      int n = 0;
      for (int i = 0; n < distinct; i++) {
        if (counts[first + i] > 0) {
          own[n] = scores[i];
          of[n++] = counts[first + i];
          counts[first + i] = 0;
        }
      }
      return ScoreHistogram.of(own, of);
    }
  }
}
