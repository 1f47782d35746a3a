package io.levelfield.ingest;

import io.levelfield.study.ResultsInput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What makes a pupil's row unique in all inputs: the pupil's code within school and measure. */
final class PupilKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final char SEPARATOR = '\u001f';

  /** A part of a key: a column, or what the study says of every row of the file. */
  private record Part(int column, String constant) implements Serializable {}

  private record FileKeys(CsvShape shape, int pupilAt, List<Part> parts) implements Serializable {}

  private final List<FileKeys> files = new ArrayList<>();

  /** Adds a file; its number is that of files before it. */
  void add(CsvShape shape, ResultsInput input) {
    var measure = new MeasureColumns(shape, input);
    int pupilAt = shape.column(input.columns().pupilId().orElseThrow());
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(shape.column(input.columns().schoolId()), ""));
    parts.add(new Part(pupilAt, ""));
    for (int i = 0; i < measure.places().length; i++) {
      parts.add(new Part(measure.places()[i], measure.constants().get(i)));
    }
    files.add(new FileKeys(shape, pupilAt, List.copyOf(parts)));
  }

  CsvShape shape(int file) {
    return files.get(file).shape();
  }

  /** Place of the pupil's code. */
  int pupilAt(int file) {
    return files.get(file).pupilAt();
  }

  /** A 64-bit hash of the key (FNV-1a, mixed): rows with different hashes have different keys. */
  long hash(int file, FieldBuffer row) {
    long hash = 0xcbf29ce484222325L;
    for (Part part : files.get(file).parts()) {
      hash =
          part.column() == Cells.ABSENT
              ? add(hash, part.constant())
              : add(hash, row.chars(), row.start(part.column()), row.end(part.column()));
      hash = (hash ^ SEPARATOR) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }

  private static long add(long hash, char[] chars, int from, int to) {
    long added = hash;
    for (int i = from; i < to; i++) {
      added = (added ^ chars[i]) * 0x100000001b3L;
    }
    return added;
  }

  private static long add(long hash, String text) {
    long added = hash;
    for (int i = 0; i < text.length(); i++) {
      added = (added ^ text.charAt(i)) * 0x100000001b3L;
    }
    return added;
  }

  String text(Cells cells, int file, FieldBuffer row) throws BadCell {
    StringBuilder key = new StringBuilder();
    for (Part part : files.get(file).parts()) {
      if (part.column() == Cells.ABSENT) {
        key.append(part.constant());
      } else {
        key.append(cells.code(row, part.column()));
      }
      key.append(SEPARATOR);
    }
    return key.toString();
  }
}
