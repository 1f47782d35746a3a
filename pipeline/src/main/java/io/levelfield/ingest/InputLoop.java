package io.levelfield.ingest;

import io.levelfield.study.InputFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
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
    List<Map<String, NumberForms>> forms = new ArrayList<>();
    for (int i = 0; i < opened.files().size(); i++) {
      CsvShape shape = opened.shapes().get(i);
      forms.add(forms(opened.files().get(i), shape, table.numbers(shape)));
    }
    List<CsvShape> shapes = NumberMarks.settled(opened.shapes(), forms, table.shares());
    List<List<PartLog>> logs = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      CsvShape shape = shapes.get(i);
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

  /** A first look at a small file: how its numbers are written. */
  private static Map<String, NumberForms> forms(
      CsvFile file, CsvShape shape, List<String> columns) {
    int[] places = columns.stream().mapToInt(shape::column).toArray();
    Map<String, NumberForms> forms = new HashMap<>();
    for (FilePart part : file.survey().parts()) {
      Rows.read(
          part,
          shape,
          (row, line) -> {
            for (int at : places) {
              if (!row.isEmpty(at)) {
                double value =
                    Numbers.parse(row.chars(), row.start(at), row.end(at), NumberStyle.ANY);
                forms
                    .computeIfAbsent(shape.header().get(at), column -> new NumberForms())
                    .see(row.chars(), row.start(at), row.end(at), value, shape.name(), line);
              }
            }
          });
    }
    return forms;
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

  /**
   * Folds the rows of an input on Spark, and logs them. Most numbers can be read in one way only;
   * where they cannot, the rows are folded again once all cells of a column have told the way.
   *
   * @param shares columns whose plausible values lie between 0 and 1
   * @param job made for the files' shapes
   */
  <K extends Comparable<K>, A> Folded<K, A> fold(
      OpenInput opened, Set<String> shares, Function<List<CsvShape>, FoldJob<K, A>> job) {
    List<CsvShape> shapes = opened.shapes();
    var folded = SparkFold.run(spark.get(), opened.files(), job.apply(shapes));
    List<CsvShape> settled = NumberMarks.settled(shapes, forms(folded.logs()), shares);
    if (!settled.equals(shapes)) {
      folded = SparkFold.run(spark.get(), opened.files(), job.apply(settled));
    }
    log.record(opened, folded.logs());
    return new Folded<>(settled, folded.accumulators());
  }

  /**
   * What the rows of an input came to.
   *
   * @param shapes of its files, the way numbers are written settled
   */
  record Folded<K, A>(List<CsvShape> shapes, SortedMap<K, A> accumulators) {}

  private static List<Map<String, NumberForms>> forms(List<List<PartLog>> logs) {
    List<Map<String, NumberForms>> forms = new ArrayList<>();
    for (List<PartLog> parts : logs) {
      Map<String, NumberForms> ofFile = new HashMap<>();
      for (PartLog part : parts) {
        part.forms()
            .forEach(
                (column, seen) ->
                    ofFile.computeIfAbsent(column, c -> new NumberForms()).merge(seen));
      }
      forms.add(ofFile);
    }
    return forms;
  }

  /** Folds rows once more that were logged before. */
  <K extends Comparable<K>, A> SparkFold.Result<K, A> again(
      List<CsvFile> files, FoldJob<K, A> job) {
    return SparkFold.run(spark.get(), files, job);
  }
}
