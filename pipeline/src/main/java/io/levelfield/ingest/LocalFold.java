package io.levelfield.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Folds the parts of an input's files on the cores of this JVM. What a part comes to is merged as
 * soon as it is known, so that only as many are in memory as there are cores.
 *
 * @param <K> key of an accumulator
 * @param <A> accumulator
 */
final class LocalFold<K extends Comparable<K>, A> {
  /** Accumulators are merged under so many locks, which cores take in different orders. */
  private static final int BUCKETS = 64;

  private final FoldJob<K, A> job;
  private final List<Map<K, A>> buckets = new ArrayList<>();

  private LocalFold(FoldJob<K, A> job) {
    this.job = job;
    for (int i = 0; i < BUCKETS; i++) {
      buckets.add(new HashMap<>());
    }
  }

  private record Task(int file, FilePart part) {}

  /**
   * Runs the job over every part of the files.
   *
   * @param meter told of what is read
   * @throws io.levelfield.model.InputsRefused if a part cannot be read as CSV
   */
  static <K extends Comparable<K>, A> FoldedInput<K, A> run(
      List<CsvFile> files, FoldJob<K, A> job, ReadMeter meter) {
    List<Task> tasks = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      for (FilePart part : files.get(file).survey().parts()) {
        tasks.add(new Task(file, part.told(meter::add)));
      }
    }
    var fold = new LocalFold<>(job);
    List<PartLog> logs =
        IntStream.range(0, tasks.size())
            .parallel()
            .mapToObj(number -> fold.fold(number, tasks.get(number)))
            .toList();
    List<List<PartLog>> byFile = new ArrayList<>();
    files.forEach(file -> byFile.add(new ArrayList<>()));
    for (int i = 0; i < logs.size(); i++) {
      byFile.get(tasks.get(i).file()).add(logs.get(i));
    }
    return new FoldedInput<>(fold.merged(), byFile);
  }

  private PartLog fold(int number, Task task) {
    FoldJob.Folded<K, A> folded = job.fold(task.file(), task.part());
    List<List<Map.Entry<K, A>>> own = new ArrayList<>();
    buckets.forEach(bucket -> own.add(new ArrayList<>()));
    folded
        .accumulators()
        .entrySet()
        .forEach(entry -> own.get(Math.floorMod(entry.getKey().hashCode(), BUCKETS)).add(entry));
    for (int i = 0; i < BUCKETS; i++) {
      int at = (i + number * BUCKETS / 2) % BUCKETS;
      Map<K, A> bucket = buckets.get(at);
      synchronized (bucket) {
        own.get(at).forEach(entry -> bucket.merge(entry.getKey(), entry.getValue(), job::merge));
      }
    }
    return folded.log();
  }

  private SortedMap<K, A> merged() {
    SortedMap<K, A> all = new TreeMap<>();
    for (Map<K, A> bucket : buckets) {
      bucket.forEach((key, merged) -> all.put(key, job.finish(merged)));
    }
    return all;
  }
}
