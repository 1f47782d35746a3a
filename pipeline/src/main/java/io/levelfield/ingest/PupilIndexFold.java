package io.levelfield.ingest;

import io.levelfield.model.SchoolYear;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Folds pupil rows into how an index of single pupils spreads within each school and year. A
 * pupil's index is the weighted mean of the indicators known of the pupil, turned to the favourable
 * side, in standard deviations of all pupils of the input.
 */
final class PupilIndexFold implements FoldJob<SchoolYear, PupilIndexFold.Spread> {
  private static final long serialVersionUID = 1L;

  /** Steps of a standard deviation to which the index is counted, and how far. */
  private static final int STEPS = 50;

  private static final int FARTHEST = 5;
  private static final int BINS = 2 * FARTHEST * STEPS + 1;

  /** The pupils' index: number, sums, and how often it has which value. */
  static final class Spread {
    private long pupils;
    private ExactSum sum = new ExactSum();
    private ExactSum squares = new ExactSum();
    private final int[] counts = new int[BINS];

    private void add(double index) {
      pupils++;
      sum.add(index);
      squares.add(index * index);
      counts[bin(index)]++;
    }

    private Spread add(Spread other) {
      pupils += other.pupils;
      sum.add(other.sum);
      squares.add(other.squares);
      addCounts(other.counts);
      return this;
    }

    private void addCounts(int[] others) {
      for (int bin = 0; bin < BINS; bin++) {
        counts[bin] += others[bin];
      }
    }

    long pupils() {
      return pupils;
    }

    /** Sample standard deviation of the index, of two pupils or more. */
    double sd() {
      double mean = sum.high() / pupils;
      return Math.sqrt(Math.max(0, squares.high() - pupils * mean * mean) / (pupils - 1));
    }

    /** How often the index has which value, by steps. */
    int count(int bin) {
      return counts[bin];
    }

    static int bins() {
      return BINS;
    }

    private static int bin(double index) {
      long step = Math.round(index * STEPS);
      return (int) Math.max(0, Math.min(BINS - 1, step + (long) FARTHEST * STEPS));
    }
  }

  /**
   * How an indicator is taken.
   *
   * @param mean of all pupils
   * @param sd of all pupils
   * @param weight positive where more is favourable, negative where it is not
   */
  record Part(double mean, double sd, double weight) implements java.io.Serializable {}

  private final PupilRows rows;
  private final List<Part> parts;

  /**
   * @param parts in the order of the rows' indicators
   */
  PupilIndexFold(PupilRows rows, List<Part> parts) {
    this.rows = rows;
    this.parts = List.copyOf(parts);
  }

  @Override
  public Folded<SchoolYear, Spread> fold(int file, FilePart part) {
    return rows.fold(file, part, Spread::new, this::add, this::merge);
  }

  private void add(Spread spread, double[] values) {
    double sum = 0;
    double known = 0;
    for (int i = 0; i < values.length; i++) {
      Part part = parts.get(i);
      if (!Double.isNaN(values[i]) && part.sd() > 0) {
        sum += part.weight() * (values[i] - part.mean()) / part.sd();
        known += Math.abs(part.weight());
      }
    }
    if (known > 0) {
      spread.add(sum / known);
    }
  }

  @Override
  public boolean isSmall() {
    return true;
  }

  @Override
  public Spread merge(Spread into, Spread other) {
    return into.add(other);
  }

  @Override
  public void write(Map<SchoolYear, Spread> accumulators, DataOutput out) throws IOException {
    out.writeInt(accumulators.size());
    for (Map.Entry<SchoolYear, Spread> entry : accumulators.entrySet()) {
      out.writeUTF(entry.getKey().schoolId());
      out.writeInt(entry.getKey().year());
      Spread spread = entry.getValue();
      out.writeLong(spread.pupils);
      spread.sum.write(out);
      spread.squares.write(out);
      for (int count : spread.counts) {
        out.writeInt(count);
      }
    }
  }

  @Override
  public void read(DataInput in, BiConsumer<SchoolYear, Spread> each) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      var key = new SchoolYear(in.readUTF(), in.readInt());
      var spread = new Spread();
      spread.pupils = in.readLong();
      spread.sum = ExactSum.read(in);
      spread.squares = ExactSum.read(in);
      for (int bin = 0; bin < BINS; bin++) {
        spread.counts[bin] = in.readInt();
      }
      each.accept(key, spread);
    }
  }
}
