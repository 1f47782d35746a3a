package io.levelfield.ingest;

import io.levelfield.study.InputFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Reads every input the same way: finds its files, recognises them, walks their rows, logs them.
 */
final class InputLoop {
  private final Path base;
  private final InputLog log;
  private final Supplier<JavaSparkContext> spark;

  /**
   * @param base directory the study's paths are relative to
   * @param spark asked for only when there are pupil rows to fold
   */
  InputLoop(Path base, InputLog log, Supplier<JavaSparkContext> spark) {
    this.base = base;
    this.log = log;
    this.spark = spark;
  }

  /** Reads an input in this JVM. */
  void read(String path, String role, InputFiles input, TableInput table) {
    OpenInput opened = open(path, role, input, table.wanted());
    List<List<PartLog>> logs = new ArrayList<>();
    for (CsvFile file : opened.files()) {
      Rows.Consumer consumer = table.of(file.shape());
      List<PartLog> parts = new ArrayList<>();
      file.survey().parts().forEach(part -> parts.add(Rows.read(part, file.shape(), consumer)));
      logs.add(parts);
    }
    log.record(opened, logs);
  }

  /**
   * Recognises an input's files.
   *
   * @param wanted columns that must be there
   */
  OpenInput open(String path, String role, InputFiles input, Collection<String> wanted) {
    return new OpenInput(
        path,
        role,
        InputPaths.expand(base, input.path()).stream()
            .map(named -> CsvFile.open(named.path(), named.name(), input.dialect(), wanted))
            .toList());
  }

  /** Folds the rows of an input on Spark, and logs them. */
  <K extends Comparable<K>, A> SortedMap<K, A> fold(OpenInput opened, FoldJob<K, A> job) {
    var folded = SparkFold.run(spark.get(), opened.files(), job);
    log.record(opened, folded.logs());
    return folded.accumulators();
  }

  /** Folds rows once more that were logged before. */
  <K extends Comparable<K>, A> SparkFold.Result<K, A> again(
      List<CsvFile> files, FoldJob<K, A> job) {
    return SparkFold.run(spark.get(), files, job);
  }
}
