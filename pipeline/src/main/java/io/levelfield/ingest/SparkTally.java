package io.levelfield.ingest;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Counts what tasks read: at once where they run in the JVM of the meter, as on one machine, and
 * elsewhere by accumulators, whose values Spark brings when a task ends.
 */
final class SparkTally implements ReadTally, AutoCloseable {
  private static final long serialVersionUID = 1L;

  /**
   * Meters of jobs that run; a task, which is a copy made of bytes, finds its own if it is here.
   */
  private static final Map<UUID, ReadMeter> HERE = new ConcurrentHashMap<>();

  private final UUID job = UUID.randomUUID();
  private final LongAccumulator bytesElsewhere;
  private final LongAccumulator rowsElsewhere;

  SparkTally(JavaSparkContext spark, ReadMeter meter) {
    bytesElsewhere = spark.sc().longAccumulator();
    rowsElsewhere = spark.sc().longAccumulator();
    meter.addElsewhere(bytesElsewhere, rowsElsewhere);
    HERE.put(job, meter);
  }

  @Override
  public void add(long bytes, long rows) {
    ReadMeter meter = HERE.get(job);
    if (meter == null) {
      bytesElsewhere.add(bytes);
      rowsElsewhere.add(rows);
    } else {
      meter.add(bytes, rows);
    }
  }

  @Override
  public void close() {
    HERE.remove(job);
  }
}
