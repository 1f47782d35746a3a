package io.levelfield.ingest;

import io.levelfield.model.SchoolYear;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/** Folds pupil rows into the mean or share of each indicator per school and year. */
final class PupilContextFold implements FoldJob<SchoolYear, PupilContextFold.Sums> {
  private static final long serialVersionUID = 1L;

  /** Known values, their sum and the sum of their squares, per indicator. */
  static final class Sums {
    private final long[] known;
    private final ExactSum[] sums;
    private final ExactSum[] squares;

    Sums(int indicators) {
      known = new long[indicators];
      sums = new ExactSum[indicators];
      squares = new ExactSum[indicators];
      for (int i = 0; i < indicators; i++) {
        sums[i] = new ExactSum();
        squares[i] = new ExactSum();
      }
    }

    private void add(double[] values) {
      for (int i = 0; i < values.length; i++) {
        if (!Double.isNaN(values[i])) {
          known[i]++;
          sums[i].add(values[i]);
          squares[i].add(values[i] * values[i]);
        }
      }
    }

    private Sums add(Sums other) {
      for (int i = 0; i < known.length; i++) {
        known[i] += other.known[i];
        sums[i].add(other.sums[i]);
        squares[i].add(other.squares[i]);
      }
      return this;
    }

    long known(int indicator) {
      return known[indicator];
    }

    /** Pupils with a known value, of each indicator that has any. */
    Map<String, Long> known(List<String> indicators) {
      Map<String, Long> pupils = new HashMap<>();
      for (int i = 0; i < known.length; i++) {
        if (known[i] > 0) {
          pupils.put(indicators.get(i), known[i]);
        }
      }
      return pupils;
    }

    double mean(int indicator) {
      return sums[indicator].high() / known[indicator];
    }

    /** Sample variance of the pupils' values, of two or more. */
    double variance(int indicator) {
      double mean = mean(indicator);
      double deviations = squares[indicator].high() - known[indicator] * mean * mean;
      return Math.max(0, deviations) / (known[indicator] - 1);
    }

    /** Mean of the known values of each indicator that has any. */
    Map<String, Double> means(List<String> indicators) {
      Map<String, Double> means = new HashMap<>();
      for (int i = 0; i < known.length; i++) {
        if (known[i] > 0) {
          means.put(indicators.get(i), mean(i));
        }
      }
      return means;
    }

    /**
     * Standard errors of these means.
     *
     * @param within variance of pupils within schools, by indicator; NaN where it is not known
     */
    Map<String, Double> errors(List<String> indicators, double[] within) {
      Map<String, Double> errors = new HashMap<>();
      for (int i = 0; i < known.length; i++) {
        if (known[i] > 0 && within[i] > 0) {
          errors.put(indicators.get(i), Math.sqrt(within[i] / known[i]));
        }
      }
      return errors;
    }
  }

  /**
   * Variance of pupils within schools, of all schools together: that of a few pupils alone would
   * make some small schools seem sure (as ACARA smooths the standard errors of ICSEA).
   *
   * @param schools in an order of their own, so that the same rows give the same digits
   */
  static double[] within(SortedMap<SchoolYear, Sums> schools, int indicators) {
    double[] deviations = new double[indicators];
    long[] freedom = new long[indicators];
    for (Sums sums : schools.values()) {
      for (int i = 0; i < indicators; i++) {
        if (sums.known[i] > 1) {
          deviations[i] += sums.variance(i) * (sums.known[i] - 1);
          freedom[i] += sums.known[i] - 1;
        }
      }
    }
    for (int i = 0; i < indicators; i++) {
      deviations[i] /= freedom[i];
    }
    return deviations;
  }

  private final PupilRows rows;
  private final int indicators;

  PupilContextFold(PupilRows rows) {
    this.rows = rows;
    indicators = rows.indicators().size();
  }

  @Override
  public Folded<SchoolYear, Sums> fold(int file, FilePart part) {
    return rows.fold(file, part, () -> new Sums(indicators), Sums::add, this::merge);
  }

  @Override
  public boolean isSmall() {
    return true;
  }

  @Override
  public Sums merge(Sums into, Sums other) {
    return into.add(other);
  }

  @Override
  public void write(Map<SchoolYear, Sums> accumulators, DataOutput out) throws IOException {
    out.writeInt(accumulators.size());
    for (Map.Entry<SchoolYear, Sums> entry : accumulators.entrySet()) {
      out.writeUTF(entry.getKey().schoolId());
      out.writeInt(entry.getKey().year());
      Sums sums = entry.getValue();
      for (int i = 0; i < indicators; i++) {
        out.writeLong(sums.known[i]);
        sums.sums[i].write(out);
        sums.squares[i].write(out);
      }
    }
  }

  @Override
  public void read(DataInput in, BiConsumer<SchoolYear, Sums> each) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      var key = new SchoolYear(in.readUTF(), in.readInt());
      var sums = new Sums(indicators);
      for (int j = 0; j < indicators; j++) {
        sums.known[j] = in.readLong();
        sums.sums[j] = ExactSum.read(in);
        sums.squares[j] = ExactSum.read(in);
      }
      each.accept(key, sums);
    }
  }
}
