package io.levelfield.ingest;

import java.util.OptionalDouble;

/**
 * What a social passport says of one indicator.
 *
 * @param value as the index takes it, a share where it was counted
 * @param count what was counted, where it was
 * @param total of which
 */
record PassportCell(double value, OptionalDouble count, OptionalDouble total) {

  static PassportCell plain(double value) {
    return new PassportCell(value, OptionalDouble.empty(), OptionalDouble.empty());
  }

  static PassportCell counted(double count, double total) {
    return new PassportCell(count / total, OptionalDouble.of(count), OptionalDouble.of(total));
  }
}
