package io.levelfield.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Where rows of pupils are folded: on Spark, or in this JVM where they are so few that it would
 * take longer to wait for Spark.
 *
 * @param spark asked for only when it is needed
 * @param always whether all is folded on Spark, as on a cluster that was named
 * @param meter tells how far they are
 */
public record Workers(Supplier<JavaSparkContext> spark, boolean always, ReadMeter meter) {
  /** Bytes of files up to which rows are folded in this JVM: a district's year. */
  private static final long FEW_BYTES = 16L << 20;

  /** Workers whom nobody asks how far they are. */
  public Workers(Supplier<JavaSparkContext> spark, boolean always) {
    this(spark, always, new ReadMeter());
  }

  /** Folds the parts of these files. */
  <K extends Comparable<K>, A> SparkFold.Result<K, A> fold(List<CsvFile> files, FoldJob<K, A> job) {
    long bytes = files.stream().mapToLong(file -> file.survey().bytes()).sum();
    meter.begin(FileSurvey.textBytes(files));
    return always || bytes > FEW_BYTES
        ? SparkFold.run(spark.get(), files, job, meter)
        : here(files, job);
  }

  private <K extends Comparable<K>, A> SparkFold.Result<K, A> here(
      List<CsvFile> files, FoldJob<K, A> job) {
    SortedMap<K, A> all = new TreeMap<>();
    List<List<PartLog>> logs = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      List<PartLog> parts = new ArrayList<>();
      for (FilePart part : files.get(file).survey().parts()) {
        FoldJob.Folded<K, A> folded = job.fold(file, part.told(meter::add));
        folded.accumulators().forEach((key, own) -> all.merge(key, own, job::merge));
        parts.add(folded.log());
      }
      logs.add(parts);
    }
    for (Map.Entry<K, A> entry : all.entrySet()) {
      entry.setValue(job.finish(entry.getValue()));
    }
    return new SparkFold.Result<>(all, logs);
  }
}
