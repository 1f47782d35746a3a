package io.levelfield.ingest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A sum of doubles kept as an unevaluated pair, so that it comes out the same whatever the order of
 * the addends: exact as long as their bits span fewer than about 100 places.
 *
 * @see "D. E. Knuth, The Art of Computer Programming, vol. 2, 4.2.2, theorem B (TwoSum)"
 */
final class ExactSum {
  private double high;
  private double low;

  void add(double value) {
    add(value, 0);
  }

  void add(ExactSum other) {
    add(other.high, other.low);
  }

  private void add(double valueHigh, double valueLow) {
    double sum = high + valueHigh;
    double part = sum - high;
    double error = (high - (sum - part)) + (valueHigh - part) + low + valueLow;
    high = sum + error;
    low = error - (high - sum);
  }

  double high() {
    return high;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(high);
    out.writeDouble(low);
  }

  static ExactSum read(DataInput in) throws IOException {
    var sum = new ExactSum();
    sum.high = in.readDouble();
    sum.low = in.readDouble();
    return sum;
  }
}
