package io.levelfield.ingest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Results of pupils, each under a hash of the pupil's code in its chain of measures. */
final class CodedResults {
  private long[] pupils = new long[4];
  private int[] measures = new int[4];
  private int[] schools = new int[4];
  private double[] scores = new double[4];
  private int size;

  void add(long pupil, int measure, int school, double score) {
    if (size == pupils.length) {
      pupils = Arrays.copyOf(pupils, 2 * size);
      measures = Arrays.copyOf(measures, 2 * size);
      schools = Arrays.copyOf(schools, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    pupils[size] = pupil;
    measures[size] = measure;
    schools[size] = school;
    scores[size++] = score;
  }

  void add(CodedResults other) {
    for (int i = 0; i < other.size; i++) {
      add(other.pupils[i], other.measures[i], other.schools[i], other.scores[i]);
    }
  }

  int size() {
    return size;
  }

  /** Links each result to the one before it of the same pupil. */
  Links linked(Chains chains) {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(i -> pupils[i])
                    .thenComparingInt(i -> measures[i])
                    .thenComparingInt(i -> schools[i])
                    .thenComparingDouble(i -> scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var links = new Links();
    int from = 0;
    for (int to = 1; to <= size; to++) {
      if (to == size || pupils[order[to]] != pupils[order[from]]) {
        link(Arrays.copyOfRange(order, from, to), chains, links);
        from = to;
      }
    }
    return links;
  }

  /** Links the results of one pupil, ordered by measure and so by year and procedure. */
  private void link(int[] results, Chains chains, Links links) {
    int[] clear =
        IntStream.range(0, results.length)
            .filter(
                i ->
                    !(i > 0 && alike(results[i - 1], results[i], chains))
                        && !(i + 1 < results.length && alike(results[i], results[i + 1], chains)))
            .map(i -> results[i])
            .toArray();
    links.read(results.length, results.length - clear.length);
    var followed = new boolean[clear.length];
    for (int later = 0; later < clear.length; later++) {
      int earlier = before(clear, later, chains);
      if (earlier >= 0) {
        links.add(
            measures[clear[earlier]],
            schools[clear[earlier]],
            scores[clear[earlier]],
            measures[clear[later]],
            schools[clear[later]],
            scores[clear[later]],
            !followed[earlier]);
        followed[earlier] = true;
      }
    }
  }

  /** Whether two results cannot both be of one pupil: of one year and procedure. */
  private boolean alike(int one, int other, Chains chains) {
    return chains.year(measures[one]) == chains.year(measures[other])
        && chains.sameProcedure(measures[one], measures[other]);
  }

  /**
   * The result a later one is compared with: of the latest year before, of the same procedure if
   * there is one, else of the first; -1 if there is none.
   */
  private int before(int[] results, int later, Chains chains) {
    int measure = measures[results[later]];
    int found = -1;
    for (int i = later - 1; i >= 0; i--) {
      int own = measures[results[i]];
      if (chains.year(own) == chains.year(measure)) {
        continue;
      }
      if (found >= 0 && chains.year(own) < chains.year(measures[results[found]])) {
        break;
      }
      if (chains.sameProcedure(own, measure)) {
        return i;
      }
      found = i;
    }
    return found;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(pupils[i]);
      out.writeInt(measures[i]);
      out.writeInt(schools[i]);
      out.writeDouble(scores[i]);
    }
  }

  static CodedResults read(DataInput in) throws IOException {
    int size = in.readInt();
    var results = new CodedResults();
    for (int i = 0; i < size; i++) {
      results.add(in.readLong(), in.readInt(), in.readInt(), in.readDouble());
    }
    return results;
  }
}
