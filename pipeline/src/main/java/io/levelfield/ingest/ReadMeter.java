package io.levelfield.ingest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.util.LongAccumulator;

/**
 * How far the reading of pupils' rows is. Files may be walked several times, as when repeated rows
 * are looked for: bytes and rows count as often as they are read.
 */
public final class ReadMeter {
  private final LongAdder bytes = new LongAdder();
  private final LongAdder rows = new LongAdder();
  private final List<Elsewhere> elsewhere = new CopyOnWriteArrayList<>();
  private long expected;
  private long begun;

  private record Elsewhere(LongAccumulator bytes, LongAccumulator rows) {}

  /**
   * How far it is.
   *
   * @param bytes read
   * @param ofBytes to be read as far as is known; 0 before the first file is
   * @param rows read
   */
  public record Position(long bytes, long ofBytes, long rows) {
    /** Where nothing is known to read. */
    public static final Position NONE = new Position(0, 0, 0);

    /** Share of the bytes that are read, from 0 to 1. */
    public double share() {
      return ofBytes == 0 ? 0 : (double) bytes / ofBytes;
    }
  }

  /** Tells beforehand of a walk over files; negative where one is not needed after all. */
  synchronized void expect(long more) {
    expected += more;
  }

  /** Tells that a walk begins, whether it was expected or not. */
  synchronized void begin(long walk) {
    begun += walk;
  }

  void add(long moreBytes, long moreRows) {
    bytes.add(moreBytes);
    rows.add(moreRows);
  }

  /** Counts too what tasks in other JVMs add to these. */
  void addElsewhere(LongAccumulator bytesThere, LongAccumulator rowsThere) {
    elsewhere.add(new Elsewhere(bytesThere, rowsThere));
  }

  /** How far the reading is now. */
  public synchronized Position position() {
    long allBytes = bytes.sum() + elsewhere.stream().mapToLong(own -> own.bytes().sum()).sum();
    long allRows = rows.sum() + elsewhere.stream().mapToLong(own -> own.rows().sum()).sum();
    long ofBytes = Math.max(expected, begun);
    // A task that Spark repeats reads its part again.
    return new Position(Math.min(allBytes, ofBytes), ofBytes, allRows);
  }
}
