package io.levelfield.ingest;

import io.levelfield.study.InputFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    for (int i = 0; i < opened.files().size(); i++) {
      CsvShape shape = opened.shapes().get(i);
      Rows.Consumer consumer = table.of(shape);
      List<PartLog> parts = new ArrayList<>();
      for (FilePart part : opened.files().get(i).survey().parts()) {
        parts.add(Rows.read(part, shape, consumer));
      }
      logs.add(parts);
    }
    log.record(opened, logs);
    table.notes(path).forEach(log::note);
  }

  /**
   * Recognises an input's files.
   *
   * @param wanted columns that must be there
   */
  OpenInput open(String path, String role, InputFiles input, Collection<String> wanted) {
    Set<String> all = new LinkedHashSet<>(wanted);
    all.addAll(input.where().columns().keySet());
    List<CsvFile> files = new ArrayList<>();
    List<CsvShape> shapes = new ArrayList<>();
    for (InputPaths.Named named : InputPaths.expand(base, input.path())) {
      CsvFile file = CsvFile.open(named.path(), named.name(), input.dialect(), all);
      files.add(file);
      shapes.add(RowPlan.planned(input, file.shape(), named.year()));
    }
    return new OpenInput(path, role, files, shapes);
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
