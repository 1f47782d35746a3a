package io.levelfield.ingest;

import io.levelfield.model.input.ScoreHistogram;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How a histogram travels between tasks; whole scores, the usual ones, in few bytes. */
final class HistogramBytes {
  // Forms: every score is a whole number, every count is 1.
  private static final int WHOLE = 1;
  private static final int SINGLE = 2;

  private HistogramBytes() {}

  static void write(ScoreHistogram histogram, DataOutput out) throws IOException {
    boolean whole = true;
    boolean single = true;
    for (int i = 0; i < histogram.distinct(); i++) {
      whole &= histogram.score(i) == (short) histogram.score(i);
      single &= histogram.count(i) == 1;
    }
    out.writeByte((whole ? WHOLE : 0) | (single ? SINGLE : 0));
    out.writeInt(histogram.distinct());
    for (int i = 0; i < histogram.distinct(); i++) {
      if (whole) {
        out.writeShort((short) histogram.score(i));
      } else {
        out.writeDouble(histogram.score(i));
      }
      if (!single) {
        out.writeInt(histogram.count(i));
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  static ScoreHistogram read(DataInput in) throws IOException {
    int form = in.readByte();
    double[] scores = new double[in.readInt()];
    int[] counts = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (form & WHOLE) != 0 ? in.readShort() : in.readDouble();
      counts[i] = (form & SINGLE) != 0 ? 1 : in.readInt();
    }
    return ScoreHistogram.of(scores, counts);
  }
}
