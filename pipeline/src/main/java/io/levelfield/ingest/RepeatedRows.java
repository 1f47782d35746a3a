package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.study.ResultsInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Finds rows that repeat a pupil's result in the same school and measure. Of equal copies the first
 * stays; of copies that differ none does, for nobody can tell which is right.
 */
final class RepeatedRows implements FoldJob<String, RepeatedRows.Copies> {
  private static final long serialVersionUID = 1L;

  /** More repeated keys than this share of rows: the column does not hold pupils' codes. */
  private static final double MOST_REPEATED = 0.2;

  /** As many are listed row by row in any case. */
  private static final int FEW = 100;

  private final PupilKeys keys;
  private final long[] suspects;
  private final List<String> resultColumns;

  private RepeatedRows(PupilKeys keys, long[] suspects, List<String> resultColumns) {
    this.keys = keys;
    this.suspects = suspects;
    this.resultColumns = resultColumns;
  }

  /** Where the copies of a row stand and what each says. */
  static final class Copies {
    private final List<RowAt> rows = new ArrayList<>();
    private final List<String> results = new ArrayList<>();

    private void add(RowAt row, String result) {
      rows.add(row);
      results.add(result);
    }
  }

  /**
   * Finds the rows to refuse.
   *
   * @return why, by where the row stands; empty where the study maps no pupil codes
   * @throws InputsRefused if the pupil codes do not tell pupils apart
   */
  static Map<RowAt, String> find(
      JavaSparkContext spark, String path, List<CsvFile> files, ResultsInput input) {
    if (input.columns().pupilId().isEmpty()) {
      return Map.of();
    }
    var keys = new PupilKeys(files.stream().map(CsvFile::shape).toList(), input);
    var scan = SparkFold.run(spark, files, new RepeatedHashes(keys));
    long[] suspects =
        scan.accumulators().values().stream()
            .flatMapToLong(hashes -> Arrays.stream(hashes.toArray()))
            .sorted()
            .toArray();
    if (suspects.length == 0) {
      return Map.of();
    }
    long rows = scan.logs().stream().flatMap(List::stream).mapToLong(PartLog::rows).sum();
    if (suspects.length > Math.max(FEW, MOST_REPEATED * rows)) {
      throw new InputsRefused(
          path
              + ": column '"
              + input.columns().pupilId().orElseThrow()
              + "' does not tell pupils apart ("
              + suspects.length
              + " codes occur more than once in a school and examination); leave pupil_id out");
    }
    List<String> results = new ArrayList<>();
    input.columns().score().ifPresent(results::add);
    input.columns().mark().ifPresent(results::add);
    Map<RowAt, String> refused = new HashMap<>();
    SparkFold.run(spark, files, new RepeatedRows(keys, suspects, results))
        .accumulators()
        .values()
        .forEach(copies -> refuse(copies, files, refused));
    return refused;
  }

  private static void refuse(Copies copies, List<CsvFile> files, Map<RowAt, String> refused) {
    if (copies.rows.size() < 2) {
      return; // two keys with one hash
    }
    RowAt first = copies.rows.stream().min(RowAt::compareTo).orElseThrow();
    boolean equal = copies.results.stream().distinct().count() == 1;
    for (RowAt row : copies.rows) {
      if (!equal) {
        refused.put(row, "this pupil has different results for one examination");
      } else if (!row.equals(first)) {
        refused.put(
            row, "repeats the row at " + files.get(first.file()).name() + ", line " + first.line());
      }
    }
  }

  @Override
  public Folded<String, Copies> fold(int file, FilePart part) {
    CsvShape shape = keys.shape(file);
    var cells = new Cells(shape);
    Map<String, Copies> copies = new HashMap<>();
    PartLog log =
        Rows.read(
            part,
            shape,
            (row, line) -> {
              boolean suspect =
                  !row.isEmpty(keys.pupilAt(file))
                      && Arrays.binarySearch(suspects, keys.hash(file, row)) >= 0;
              String result = suspect ? result(cells, row) : "";
              if (!result.isEmpty()) {
                copies
                    .computeIfAbsent(keys.text(cells, file, row), key -> new Copies())
                    .add(new RowAt(file, line), result);
              }
            });
    return new Folded<>(copies, log);
  }

  /** What the row says of the pupil; nothing where the pupil did not take the examination. */
  private String result(Cells cells, FieldBuffer row) throws BadCell {
    StringBuilder result = new StringBuilder();
    for (String column : resultColumns) {
      int at = cells.shape().column(column);
      if (!cells.missing(row, at)) {
        result.append(column).append('=').append(cells.code(row, at)).append(';');
      }
    }
    return result.toString();
  }

  @Override
  public Copies merge(Copies into, Copies other) {
    into.rows.addAll(other.rows);
    into.results.addAll(other.results);
    return into;
  }

  @Override
  public void write(Map<String, Copies> accumulators, DataOutput out) throws IOException {
    out.writeInt(accumulators.size());
    for (Map.Entry<String, Copies> entry : accumulators.entrySet()) {
      Copies copies = entry.getValue();
      out.writeUTF(entry.getKey());
      out.writeInt(copies.rows.size());
      for (int i = 0; i < copies.rows.size(); i++) {
        out.writeInt(copies.rows.get(i).file());
        out.writeLong(copies.rows.get(i).line());
        out.writeUTF(copies.results.get(i));
      }
    }
  }

  @Override
  public void read(DataInput in, BiConsumer<String, Copies> each) throws IOException {
    int pupils = in.readInt();
    for (int i = 0; i < pupils; i++) {
      String pupil = in.readUTF();
      int size = in.readInt();
      var copies = new Copies();
      for (int j = 0; j < size; j++) {
        copies.add(new RowAt(in.readInt(), in.readLong()), in.readUTF());
      }
      each.accept(pupil, copies);
    }
  }
}
