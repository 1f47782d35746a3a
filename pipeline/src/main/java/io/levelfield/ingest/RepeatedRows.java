package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Finds rows that repeat a pupil's result in the same school and measure. Of equal copies the first
 * stays; of copies that differ none does, for nobody can tell which is right. A row without a
 * result, beside another of the pupil, is no second pupil who was absent: such rows are told too.
 */
final class RepeatedRows implements FoldJob<PupilKeys.Key, RepeatedRows.Copies> {
  private static final long serialVersionUID = 1L;

  /** More repeated keys than this share of rows: the column does not hold pupils' codes. */
  private static final double MOST_REPEATED = 0.2;

  /** As many are listed row by row in any case. */
  private static final int FEW = 100;

  /** Of so many repeated keys it is looked at where their rows stand, to tell what is wrong. */
  private static final int LOOKED_AT = 10_000;

  private final PupilKeys keys;
  private final long[] suspects;

  /** By file, the columns that hold what the pupil achieved. */
  private final List<List<String>> resultColumns;

  RepeatedRows(PupilKeys keys, long[] suspects, List<List<String>> resultColumns) {
    this.keys = keys;
    this.suspects = suspects;
    this.resultColumns = resultColumns;
  }

  /**
   * Why a row does not count.
   *
   * @param account in which it ends; there is nothing to say of one that was not taken
   */
  record Told(Message reason, RowAccount account) implements Serializable {
    private static final Told NOT_TAKEN = new Told(Message.NONE, RowAccount.NOT_TAKEN);
  }

  /** Where the copies of a row stand and what each says. */
  static final class Copies {
    private final List<RowAt> rows = new ArrayList<>();
    private final List<String> results = new ArrayList<>();

    private void add(RowAt row, String result) {
      rows.add(row);
      results.add(result);
    }

    /** The files that hold one, ascending. */
    private List<Integer> files() {
      return rows.stream().map(RowAt::file).distinct().sorted().toList();
    }
  }

  /**
   * Finds the rows that do not count in the inputs that map pupils' codes, whichever of them holds
   * the other copy.
   *
   * @return by input: why, by where the row stands
   * @throws InputsRefused if the pupil codes do not tell pupils apart
   */
  static List<Map<RowAt, Told>> find(InputLoop loop, List<PupilInput> inputs) {
    List<Map<RowAt, Told>> refused = new ArrayList<>();
    inputs.forEach(input -> refused.add(new HashMap<>()));
    List<PupilInput> told =
        inputs.stream().filter(input -> input.input().columns().pupilId().isPresent()).toList();
    if (told.isEmpty()) {
      return refused;
    }
    var keys = new PupilKeys(CodeKey.random(), CodeKey.random());
    List<CsvFile> files = new ArrayList<>();
    List<List<String>> results = new ArrayList<>();
    List<Map<RowAt, Told>> refusedOf = new ArrayList<>();
    List<Integer> numberInInput = new ArrayList<>();
    for (PupilInput input : told) {
      for (int i = 0; i < input.opened().files().size(); i++) {
        CsvFile file = input.opened().files().get(i);
        keys.add(input.opened().shapes().get(i), input.input());
        files.add(file);
        results.add(ResultColumns.of(input.input()).scoreAndMark());
        refusedOf.add(refused.get(inputs.indexOf(input)));
        numberInInput.add(i);
      }
    }
    loop.expect(files);
    var scan = loop.again(files, new RepeatedHashes(keys));
    long[] suspects = RepeatedHashes.sorted(scan.accumulators().values());
    if (suspects.length > Math.max(FEW, MOST_REPEATED * rows(scan.logs()))) {
      long[] some = Arrays.copyOf(suspects, Math.min(suspects.length, LOOKED_AT));
      loop.expect(files);
      var copies = loop.again(files, new RepeatedRows(keys, some, results)).accumulators().values();
      throw new InputsRefused(tooMany(told, files, suspects.length, copies));
    }
    if (suspects.length > 0) {
      loop.expect(files);
      loop.again(files, new RepeatedRows(keys, suspects, results))
          .accumulators()
          .values()
          .forEach(
              copies ->
                  told(copies, files)
                      .forEach(
                          (row, why) ->
                              refusedOf
                                  .get(row.file())
                                  .put(
                                      new RowAt(
                                          numberInInput.get(row.file()), row.line(), row.result()),
                                      why)));
    }
    return refused;
  }

  private static long rows(List<List<PartLog>> logs) {
    return logs.stream().flatMap(List::stream).mapToLong(log -> log.counts().rows()).sum();
  }

  /**
   * What is wrong where many pupils' results stand more than once.
   *
   * @param copies of some of them; none where rows lack codes
   */
  private static Message tooMany(
      List<PupilInput> inputs, List<CsvFile> files, int repeated, Collection<Copies> copies) {
    String columns =
        inputs.stream()
            .map(
                i ->
                    i.opened().path()
                        + ".columns.pupil_id: "
                        + i.input().columns().pupilId().get().name())
            .collect(Collectors.joining(", "));
    if (!PupilInput.filesOfSeveral(inputs).isEmpty()) {
      return Message.of("inputs.file-of-several-inputs", columns, repeated);
    }
    Map<List<Integer>, Long> byFiles =
        copies.stream().collect(Collectors.groupingBy(Copies::files, Collectors.counting()));
    return byFiles.entrySet().stream()
        .filter(own -> own.getKey().size() > 1 && 2 * own.getValue() > copies.size())
        .findFirst()
        .map(own -> own.getKey().stream().map(at -> files.get(at).name()))
        .map(names -> names.collect(Collectors.joining(", ")))
        .map(names -> Message.of("inputs.files-repeat-pupils", names, repeated))
        .orElseGet(() -> Message.of("inputs.pupils-not-told-apart", columns, repeated));
  }

  private static Map<RowAt, Told> told(Copies copies, List<CsvFile> files) {
    var twins = new Twins<String, String>();
    List<RowAt> withoutResult = new ArrayList<>();
    for (int i = 0; i < copies.rows.size(); i++) {
      if (copies.results.get(i).isEmpty()) {
        withoutResult.add(copies.rows.get(i));
      } else {
        twins.add("", copies.results.get(i), copies.rows.get(i), 1);
      }
    }
    Map<RowAt, Told> told = new HashMap<>();
    boolean took = withoutResult.size() < copies.rows.size();
    withoutResult.stream()
        .sorted()
        .skip(took ? 0 : 1)
        .forEach(row -> told.put(row, Told.NOT_TAKEN));
    twins
        .setAside()
        .forEach(
            (row, aside) -> {
              String other = files.get(aside.other().file()).name();
              told.put(row, new Told(aside.reason(other), aside.account()));
            });
    return told;
  }

  @Override
  public Folded<PupilKeys.Key, Copies> fold(int file, FilePart part) {
    CsvShape shape = keys.shape(file);
    var cells = new Cells(shape);
    PupilKeys.OfFile own = keys.of(file);
    Map<PupilKeys.Key, Copies> copies = new HashMap<>();
    PartLog log =
        Rows.read(
            part,
            shape,
            (row, line, lost) -> {
              boolean suspect =
                  !row.isEmpty(keys.pupilAt(file))
                      && Arrays.binarySearch(suspects, own.hash(row)) >= 0;
              if (suspect) {
                copies
                    .computeIfAbsent(own.key(row), key -> new Copies())
                    .add(new RowAt(file, line, row.result()), result(cells, file, row));
              }
              return RowAccount.COUNTED;
            });
    return new Folded<>(copies, log);
  }

  /** What the row says of the pupil; nothing where the pupil did not take the examination. */
  private String result(Cells cells, int file, FieldBuffer row) throws BadCell {
    StringBuilder result = new StringBuilder();
    for (String column : resultColumns.get(file)) {
      int at = cells.shape().column(column);
      if (!cells.missing(row, at)) {
        result.append(cells.code(row, at)).append(';');
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
  public void write(Map<PupilKeys.Key, Copies> accumulators, DataOutput out) throws IOException {
    out.writeInt(accumulators.size());
    for (Map.Entry<PupilKeys.Key, Copies> entry : accumulators.entrySet()) {
      Copies copies = entry.getValue();
      out.writeLong(entry.getKey().hash());
      out.writeLong(entry.getKey().exact());
      out.writeInt(copies.rows.size());
      for (int i = 0; i < copies.rows.size(); i++) {
        out.writeInt(copies.rows.get(i).file());
        out.writeLong(copies.rows.get(i).line());
        out.writeInt(copies.rows.get(i).result());
        out.writeUTF(copies.results.get(i));
      }
    }
  }

  @Override
  public void read(DataInput in, BiConsumer<PupilKeys.Key, Copies> each) throws IOException {
    int pupils = in.readInt();
    for (int i = 0; i < pupils; i++) {
      var pupil = new PupilKeys.Key(in.readLong(), in.readLong());
      int size = in.readInt();
      var copies = new Copies();
      for (int j = 0; j < size; j++) {
        copies.add(new RowAt(in.readInt(), in.readLong(), in.readInt()), in.readUTF());
      }
      each.accept(pupil, copies);
    }
  }
}
