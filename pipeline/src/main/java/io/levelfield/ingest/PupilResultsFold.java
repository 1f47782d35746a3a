package io.levelfield.ingest;

import io.levelfield.model.Measure;
import io.levelfield.model.TallyKey;
import io.levelfield.study.Range;
import io.levelfield.study.ResultsInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Folds result rows of pupils into a tally per school and measure. */
final class PupilResultsFold implements FoldJob<TallyKey, TallyAccumulator> {
  private static final long serialVersionUID = 1L;

  private final List<CsvShape> files;
  private final List<MeasureColumns> measures;
  private final boolean anySchool;
  private final HashSet<String> register;
  private final String schoolColumn;
  private final String scoreColumn;
  private final String markColumn;
  private final String pupilColumn;
  private final HashMap<RowAt, String> refused;
  private final double lowest;
  private final double highest;
  private final double step;
  private final double failingMark;
  private final double topMark;

  /**
   * @param files shapes of the input's files
   * @param register ids of the schools that may appear; absent when any may
   * @param refused rows to reject, and why
   */
  PupilResultsFold(
      List<CsvShape> files,
      ResultsInput input,
      Optional<Set<String>> register,
      Map<RowAt, String> refused) {
    this.files = List.copyOf(files);
    this.measures = files.stream().map(shape -> new MeasureColumns(shape, input)).toList();
    this.anySchool = register.isEmpty();
    this.register = new HashSet<>(register.orElse(Set.of()));
    this.schoolColumn = input.columns().schoolId();
    this.markColumn = input.columns().mark().orElse("");
    // Where a procedure is only marked, the mark is the score.
    this.scoreColumn = input.columns().score().orElse(markColumn);
    this.pupilColumn = input.columns().pupilId().orElse("");
    this.refused = new HashMap<>(refused);
    this.lowest = input.range().map(Range::lowest).orElse(Double.NEGATIVE_INFINITY);
    this.highest = input.range().map(Range::highest).orElse(Double.POSITIVE_INFINITY);
    this.step = input.scoreStep().orElse(0);
    this.failingMark = input.failingMark();
    this.topMark = input.topMark();
  }

  /** What a row's key columns stand for: an accumulator, or what is wrong with them. */
  private record Cell(TallyKey key, TallyAccumulator accumulator, BadCell problem) {}

  @Override
  public Folded<TallyKey, TallyAccumulator> fold(int file, FilePart part) {
    CsvShape shape = files.get(file);
    var cells = new Cells(shape);
    int schoolAt = shape.column(schoolColumn);
    int scoreAt = shape.column(scoreColumn);
    int markAt = markColumn.isEmpty() ? Cells.ABSENT : shape.column(markColumn);
    int[] keyColumns =
        IntStream.concat(IntStream.of(schoolAt), IntStream.of(measures.get(file).places()))
            .toArray();
    var keyed = new KeyedFold<>(keyColumns, row -> cell(cells, measures.get(file), schoolAt, row));
    PartLog log =
        Rows.read(
            part,
            shape,
            (row, line) -> {
              Cell cell = keyed.of(row);
              if (cell.problem() != null) {
                throw cell.problem();
              }
              if (!refused.isEmpty()) {
                refuseRepeated(cells, row, new RowAt(file, line));
              }
              double score = cells.numberOrNaN(row, scoreAt);
              if (Double.isNaN(score)) {
                return; // did not take it
              }
              if (score < lowest || score > highest) {
                throw cells.bad(row, scoreAt, "outside the scale " + new Range(lowest, highest));
              }
              double mark = markAt == scoreAt ? score : cells.numberOrNaN(row, markAt);
              cell.accumulator().add(step > 0 ? Math.rint(score / step) * step : score);
              if (!Double.isNaN(mark)) {
                cell.accumulator().addMark(mark, failingMark, topMark);
              }
            });
    Map<TallyKey, TallyAccumulator> tallies = new HashMap<>();
    for (Cell cell : keyed.values()) {
      if (cell.problem() == null && !cell.accumulator().isEmpty()) {
        // Two spellings of one key, such as a quoted one, come together here.
        tallies.merge(cell.key(), cell.accumulator(), TallyAccumulator::merge);
      }
    }
    return new Folded<>(tallies, log);
  }

  private void refuseRepeated(Cells cells, FieldBuffer row, RowAt at) throws BadCell {
    String reason = refused.get(at);
    if (reason != null) {
      throw cells.bad(row, cells.shape().column(pupilColumn), reason);
    }
  }

  private Cell cell(Cells cells, MeasureColumns measure, int schoolAt, FieldBuffer row) {
    try {
      String school = cells.required(row, schoolAt);
      if (!anySchool && !register.contains(school)) {
        throw cells.bad(row, schoolAt, "no such school in the register");
      }
      return new Cell(
          new TallyKey(school, measure.measure(cells, row)), new TallyAccumulator(), null);
    } catch (BadCell e) {
      return new Cell(null, null, e);
    }
  }

  @Override
  public TallyAccumulator merge(TallyAccumulator into, TallyAccumulator other) {
    return into.merge(other);
  }

  @Override
  public void write(TallyKey key, TallyAccumulator accumulator, DataOutput out) throws IOException {
    out.writeUTF(key.schoolId());
    out.writeInt(key.measure().year());
    out.writeUTF(key.measure().procedure());
    out.writeUTF(key.measure().subject());
    out.writeUTF(key.measure().grade());
    accumulator.write(out);
  }

  @Override
  public TallyKey readKey(DataInput in) throws IOException {
    return new TallyKey(
        in.readUTF(), new Measure(in.readInt(), in.readUTF(), in.readUTF(), in.readUTF()));
  }

  @Override
  public TallyAccumulator readAccumulator(DataInput in) throws IOException {
    return TallyAccumulator.read(in);
  }
}
