package io.levelfield.ingest;

import io.levelfield.study.ResultsInput;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What makes a pupil's row unique: the pupil's code within school and measure. */
final class PupilKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final char SEPARATOR = '\u001f';

  private final List<CsvShape> files;
  private final int[][] columns;

  PupilKeys(List<CsvShape> files, ResultsInput input) {
    this.files = List.copyOf(files);
    columns = new int[files.size()][];
    for (int file = 0; file < columns.length; file++) {
      CsvShape shape = files.get(file);
      columns[file] =
          IntStream.concat(
                  IntStream.of(
                      shape.column(input.columns().schoolId()),
                      shape.column(input.columns().pupilId().orElseThrow())),
                  Arrays.stream(new MeasureColumns(shape, input).places()))
              .filter(column -> column != Cells.ABSENT)
              .toArray();
    }
  }

  CsvShape shape(int file) {
    return files.get(file);
  }

  /** Place of the pupil's code. */
  int pupilAt(int file) {
    return columns[file][1];
  }

  /** A 64-bit hash of the key (FNV-1a, mixed): rows with different hashes have different keys. */
  long hash(int file, FieldBuffer row) {
    long hash = 0xcbf29ce484222325L;
    char[] chars = row.chars();
    for (int column : columns[file]) {
      for (int i = row.start(column); i < row.end(column); i++) {
        hash = (hash ^ chars[i]) * 0x100000001b3L;
      }
      hash = (hash ^ SEPARATOR) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }

  String text(Cells cells, int file, FieldBuffer row) throws BadCell {
    StringBuilder key = new StringBuilder();
    for (int column : columns[file]) {
      key.append(cells.code(row, column)).append(SEPARATOR);
    }
    return key.toString();
  }
}
