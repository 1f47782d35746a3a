package io.levelfield.ingest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.io.WritableUtils;

/** Which results follow which: schools and measures by number, and the scores, but no pupils. */
final class Links {
  private static final int FIELDS = 5;

  private int[] numbers = new int[4 * FIELDS];
  private double[] scores = new double[8];
  private int size;
  private long read;
  private long ambiguous;

  /** Takes a link. */
  interface Consumer {

    /**
     * Takes it.
     *
     * @param first whether no other link is from the same earlier result
     */
    void accept(
        int earlierMeasure,
        int earlierSchool,
        double earlierScore,
        int laterMeasure,
        int laterSchool,
        double laterScore,
        boolean first);
  }

  void add(
      int earlierMeasure,
      int earlierSchool,
      double earlierScore,
      int laterMeasure,
      int laterSchool,
      double laterScore,
      boolean first) {
    if (2 * size == scores.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
      scores = Arrays.copyOf(scores, 2 * scores.length);
    }
    int at = FIELDS * size;
    numbers[at] = earlierMeasure;
    numbers[at + 1] = earlierSchool;
    numbers[at + 2] = laterMeasure;
    numbers[at + 3] = laterSchool;
    numbers[at + 4] = first ? 1 : 0;
    scores[2 * size] = earlierScore;
    scores[2 * size + 1] = laterScore;
    size++;
  }

  /** Counts results that were read, and those among them that more than one pupil could own. */
  void read(long results, long unclear) {
    read += results;
    ambiguous += unclear;
  }

  long read() {
    return read;
  }

  long ambiguous() {
    return ambiguous;
  }

  void forEach(Consumer consumer) {
    for (int i = 0; i < size; i++) {
      int at = FIELDS * i;
      consumer.accept(
          numbers[at],
          numbers[at + 1],
          scores[2 * i],
          numbers[at + 2],
          numbers[at + 3],
          scores[2 * i + 1],
          numbers[at + 4] == 1);
    }
  }

  /** Writes the links; numbers take as few bytes as they need, and each score stands once. */
  void write(DataOutput out) throws IOException {
    double[] distinct = Arrays.stream(scores, 0, 2 * size).sorted().distinct().toArray();
    out.writeLong(read);
    out.writeLong(ambiguous);
    out.writeInt(size);
    out.writeInt(distinct.length);
    for (double score : distinct) {
      out.writeDouble(score);
    }
    for (int i = 0; i < FIELDS * size; i++) {
      WritableUtils.writeVInt(out, numbers[i]);
    }
    for (int i = 0; i < 2 * size; i++) {
      WritableUtils.writeVInt(out, Arrays.binarySearch(distinct, scores[i]));
    }
  }

  static Links read(DataInput in) throws IOException {
    var links = new Links();
    links.read = in.readLong();
    links.ambiguous = in.readLong();
    links.size = in.readInt();
    double[] distinct = new double[in.readInt()];
    for (int i = 0; i < distinct.length; i++) {
      distinct[i] = in.readDouble();
    }
    links.numbers = new int[FIELDS * links.size];
    for (int i = 0; i < links.numbers.length; i++) {
      links.numbers[i] = WritableUtils.readVInt(in);
    }
    links.scores = new double[2 * links.size];
    for (int i = 0; i < links.scores.length; i++) {
      links.scores[i] = distinct[WritableUtils.readVInt(in)];
    }
    return links;
  }
}
