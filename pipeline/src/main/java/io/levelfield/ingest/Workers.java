package io.levelfield.ingest;

import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Where rows of pupils are folded: on Spark, or in this JVM where no cluster was named and the rows
 * are so few that it would take longer to wait for Spark, or what they come to fits into memory, so
 * that it need not become bytes on its way.
 *
 * @param spark asked for only when it is needed
 * @param always whether all is folded on Spark, as on a cluster that was named
 * @param meter tells how far they are
 */
public record Workers(Supplier<JavaSparkContext> spark, boolean always, ReadMeter meter) {
  /** Bytes of files up to which all is folded in this JVM: a region's years. */
  private static final long FEW_BYTES = 128L << 20;

  /** Workers whom nobody asks how far they are. */
  public Workers(Supplier<JavaSparkContext> spark, boolean always) {
    this(spark, always, new ReadMeter());
  }

  /** Folds the parts of these files. */
  <K extends Comparable<K>, A> FoldedInput<K, A> fold(List<CsvFile> files, FoldJob<K, A> job) {
    long bytes = files.stream().mapToLong(file -> file.survey().bytes()).sum();
    meter.begin(FileSurvey.textBytes(files));
    boolean here = !always && (bytes <= FEW_BYTES || job.isSmall());
    return here ? LocalFold.run(files, job, meter) : SparkFold.run(spark.get(), files, job, meter);
  }
}
