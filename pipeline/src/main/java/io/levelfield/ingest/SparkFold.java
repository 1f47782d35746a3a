package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.io.input.UnsynchronizedByteArrayInputStream;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * Folds the parts of an input's files on Spark. Partial accumulators travel as blocks of bytes, one
 * per part and bucket, because a record per accumulator costs more than the fold itself.
 */
final class SparkFold {
  private SparkFold() {}

  private record Task(int number, int file, FilePart part) implements Serializable {}

  /**
   * Runs the job over every part of the files.
   *
   * @param meter told of what is read
   * @throws InputsRefused if a part cannot be read as CSV
   */
  static <K extends Comparable<K>, A> FoldedInput<K, A> run(
      JavaSparkContext spark, List<CsvFile> files, FoldJob<K, A> job, ReadMeter meter) {
    try (var tally = new SparkTally(spark, meter)) {
      return run(spark, files, job, tally);
    }
  }

  private static <K extends Comparable<K>, A> FoldedInput<K, A> run(
      JavaSparkContext spark, List<CsvFile> files, FoldJob<K, A> job, ReadTally tally) {
    List<Task> tasks = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      for (FilePart part : files.get(file).survey().parts()) {
        tasks.add(new Task(tasks.size(), file, part.told(tally)));
      }
    }
    int buckets = tasks.size();
    JavaPairRDD<Integer, Object> folded =
        spark
            .parallelize(tasks, tasks.size())
            .flatMapToPair(task -> fold(job, task, buckets).iterator());
    if (buckets > 1) {
      folded = folded.groupByKey(buckets).mapToPair(bucket -> merge(job, bucket));
    }
    PartLog[] logs = new PartLog[tasks.size()];
    List<byte[]> blocks = new ArrayList<>();
    for (Tuple2<Integer, Object> bucket : collected(folded)) {
      if (bucket._2() instanceof PartLog log) {
        logs[logNumber(bucket._1())] = log;
      } else {
        blocks.add((byte[]) bucket._2());
      }
    }
    SortedMap<K, A> all = new TreeMap<>();
    blocks.parallelStream()
        .forEach(
            block -> {
              Map<K, A> part = read(job, block);
              synchronized (all) {
                all.putAll(part); // no key is in two blocks
              }
            });
    return new FoldedInput<>(all, byFile(tasks, logs, files.size()));
  }

  /** What the tasks came to; that one of them refuses a file is told as it is here. */
  private static List<Tuple2<Integer, Object>> collected(JavaPairRDD<Integer, Object> folded) {
    try {
      return folded.collect();
    } catch (Exception e) { // Scala's checked exceptions are not declared
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof InputsRefused refused) {
          throw new InputsRefused(refused.told(), e);
        }
      }
      throw e;
    }
  }

  private static List<List<PartLog>> byFile(List<Task> tasks, PartLog[] logs, int files) {
    List<List<PartLog>> byFile = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      byFile.add(new ArrayList<>());
    }
    tasks.forEach(task -> byFile.get(task.file()).add(logs[task.number()]));
    return byFile;
  }

  // Logs travel beside the blocks under negative keys, one each.
  private static int logKey(int task) {
    return -1 - task;
  }

  private static int logNumber(int key) {
    return -1 - key;
  }

  private static <K extends Comparable<K>, A> List<Tuple2<Integer, Object>> fold(
      FoldJob<K, A> job, Task task, int buckets) {
    FoldJob.Folded<K, A> folded = job.fold(task.file(), task.part());
    Map<Integer, Map<K, A>> byBucket = new HashMap<>();
    folded
        .accumulators()
        .forEach(
            (key, accumulator) ->
                byBucket
                    .computeIfAbsent(
                        Math.floorMod(key.hashCode(), buckets), bucket -> new HashMap<>())
                    .put(key, accumulator));
    List<Tuple2<Integer, Object>> blocks = new ArrayList<>();
    if (buckets == 1) {
      byBucket.values().forEach(part -> part.replaceAll((key, all) -> job.finish(all)));
    }
    byBucket.forEach((bucket, part) -> blocks.add(new Tuple2<>(bucket, write(job, part))));
    blocks.add(new Tuple2<>(logKey(task.number()), folded.log()));
    return blocks;
  }

  private static <K extends Comparable<K>, A> Tuple2<Integer, Object> merge(
      FoldJob<K, A> job, Tuple2<Integer, Iterable<Object>> bucket) {
    if (bucket._1() < 0) {
      return new Tuple2<>(bucket._1(), bucket._2().iterator().next());
    }
    Map<K, A> merged = new HashMap<>();
    for (Object block : bucket._2()) {
      read(job, (byte[]) block, merged);
    }
    merged.replaceAll((key, all) -> job.finish(all));
    return new Tuple2<>(bucket._1(), write(job, merged));
  }

  private static <K extends Comparable<K>, A> byte[] write(FoldJob<K, A> job, Map<K, A> part) {
    try (var bytes = UnsynchronizedByteArrayOutputStream.builder().get();
        var out = new DataOutputStream(bytes)) {
      job.write(part, out);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <K extends Comparable<K>, A> Map<K, A> read(FoldJob<K, A> job, byte[] block) {
    Map<K, A> accumulators = new HashMap<>();
    read(job, block, accumulators);
    return accumulators;
  }

  private static <K extends Comparable<K>, A> void read(
      FoldJob<K, A> job, byte[] block, Map<K, A> into) {
    try (var in =
        new DataInputStream(
            UnsynchronizedByteArrayInputStream.builder().setByteArray(block).get())) {
      job.read(in, (key, accumulator) -> into.merge(key, accumulator, job::merge));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
