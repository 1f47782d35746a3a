package io.levelfield.ingest;

import io.levelfield.model.input.ScoreHistogram;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

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
    // At once: a stream takes longer over single numbers than the histogram takes to fill.
    byte[] bytes = new byte[length(histogram.distinct(), whole, single)];
    var values = ByteBuffer.wrap(bytes);
    for (int i = 0; i < histogram.distinct(); i++) {
      if (whole) {
        values.putShort((short) histogram.score(i));
      } else {
        values.putDouble(histogram.score(i));
      }
      if (!single) {
        values.putInt(histogram.count(i));
      }
    }
    out.write(bytes);
  }

  /** Reads what {@link #write} wrote. */
  static ScoreHistogram read(DataInput in) throws IOException {
    int form = in.readByte();
    boolean whole = (form & WHOLE) != 0;
    boolean single = (form & SINGLE) != 0;
    double[] scores = new double[in.readInt()];
    int[] counts = new int[scores.length];
    byte[] bytes = new byte[length(scores.length, whole, single)];
    in.readFully(bytes);
    var values = ByteBuffer.wrap(bytes);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = whole ? values.getShort() : values.getDouble();
      counts[i] = single ? 1 : values.getInt();
    }
    return ScoreHistogram.of(scores, counts);
  }

  /** Bytes of so many distinct scores. */
  private static int length(int distinct, boolean whole, boolean single) {
    int score = whole ? Short.BYTES : Double.BYTES;
    return Math.multiplyExact(distinct, score + (single ? 0 : Integer.BYTES));
  }
}
