package io.levelfield.ingest;

/** Whether a place of a CSV text lies in a quoted field, as the CSV reader will see it. */
final class Quotes {
  private boolean open;
  private boolean closed;

  /**
   * Takes a quote.
   *
   * @param startsField whether it stands where a field begins
   * @param before the byte before it
   * @return whether a quoted field begins with it
   */
  boolean take(boolean startsField, byte before) {
    // A doubled quote closes and opens again, which comes to the same.
    boolean opens = !open && (startsField || (before == '"' && closed));
    closed = open;
    open = opens;
    return opens && startsField;
  }

  /** Whether a quoted field is open. */
  boolean open() {
    return open;
  }
}
