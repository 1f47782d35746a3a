package io.levelfield.ingest;

import io.levelfield.study.ResultsInput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What makes a pupil's row unique in all inputs: the pupil's code within school and measure. */
final class PupilKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final char SEPARATOR = '\u001f';

  /** The place of a column that is none of a measure's. */
  private static final int NO_PLACE = -1;

  /**
   * A part of a key: a column, or what the study says of every row of the file.
   *
   * @param place of the column among those of the measure
   */
  private record Part(int column, String constant, int place) implements Serializable {}

  private record FileKeys(CsvShape shape, int pupilAt, MeasureColumns measure, List<Part> parts)
      implements Serializable {}

  private final List<FileKeys> files = new ArrayList<>();

  /** Adds a file; its number is that of files before it. */
  void add(CsvShape shape, ResultsInput input) {
    var measure = new MeasureColumns(shape, input);
    var columns = ResultColumns.of(input);
    int pupilAt = shape.column(columns.pupilId().orElseThrow());
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(shape.column(columns.schoolId()), "", NO_PLACE));
    parts.add(new Part(pupilAt, "", NO_PLACE));
    int[] places = measure.places();
    for (int i = 0; i < places.length; i++) {
      parts.add(new Part(places[i], measure.matched(i, measure.constants().get(i)), i));
    }
    files.add(new FileKeys(shape, pupilAt, measure, List.copyOf(parts)));
  }

  CsvShape shape(int file) {
    return files.get(file).shape();
  }

  /** Place of the pupil's code. */
  int pupilAt(int file) {
    return files.get(file).pupilAt();
  }

  /**
   * A 64-bit hash of the key ({@link CodeHash}): rows with different hashes have different keys. It
   * is that of the folded key, as far as letters tell: a blank too many is found by {@link #text}.
   */
  long hash(int file, FieldBuffer row) {
    long hash = CodeHash.START;
    for (Part part : files.get(file).parts()) {
      if (part.column() == Cells.ABSENT) {
        hash = CodeHash.add(hash, part.constant());
      } else if (files.get(file).measure().matchesAsWritten(part.place())) {
        hash = CodeHash.add(hash, row.chars(), row.start(part.column()), row.end(part.column()));
      } else {
        String text = row.text(part.column());
        hash = CodeHash.add(hash, files.get(file).measure().matched(part.place(), text));
      }
      hash = CodeHash.add(hash, SEPARATOR);
    }
    return CodeHash.mixed(hash);
  }

  /** The key folded. */
  String text(Cells cells, int file, FieldBuffer row) throws BadCell {
    StringBuilder key = new StringBuilder();
    for (Part part : files.get(file).parts()) {
      if (part.column() == Cells.ABSENT) {
        key.append(Spelling.folded(part.constant()));
      } else {
        String text = cells.code(row, part.column());
        key.append(Spelling.folded(files.get(file).measure().matched(part.place(), text)));
      }
      key.append(SEPARATOR);
    }
    return key.toString();
  }
}
