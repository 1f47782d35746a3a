package io.levelfield.ingest;

import io.levelfield.study.ResultsInput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes a pupil's row unique in all inputs: the pupil's code within school and measure. Only
 * keyed hashes of it are given, so that no code leaves the place where its row is read.
 */
final class PupilKeys implements Serializable {
  private static final long serialVersionUID = 1L;

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

  /** Hashes of a key; rows of one pupil in one measure have the same, others differ. */
  record Key(long hash, long exact) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byHash = Long.compare(hash, other.hash);
      return byHash != 0 ? byHash : Long.compare(exact, other.exact);
    }
  }

  private final List<FileKeys> files = new ArrayList<>();
  private final CodeKey letters;
  private final CodeKey texts;

  /**
   * @param letters key of hashes that pass over blanks
   * @param texts key of hashes of the whole text, another one
   */
  PupilKeys(CodeKey letters, CodeKey texts) {
    this.letters = letters;
    this.texts = texts;
  }

  /** Makes the keys of a file's rows one after another. */
  final class OfFile {
    private final int file;
    private final Cells cells;
    private final CodeHash ofLetters = new CodeHash(letters);
    private final CodeHash ofText = new CodeHash(texts);

    private OfFile(int file) {
      this.file = file;
      cells = new Cells(shape(file));
    }

    /**
     * Hash of the folded key, as far as letters tell: rows with different hashes have different
     * keys. A blank too many is found by {@link #key}.
     */
    long hash(FieldBuffer row) {
      CodeHash hash = ofLetters.begin();
      for (Part part : files.get(file).parts()) {
        if (part.column() == Cells.ABSENT) {
          hash.add(part.constant());
        } else if (files.get(file).measure().matchesAsWritten(part.place())) {
          hash.add(row.chars(), row.start(part.column()), row.end(part.column()));
        } else {
          String text = row.text(part.column());
          hash.add(files.get(file).measure().matched(part.place(), text));
        }
        hash.add(CodeHash.SEPARATOR);
      }
      return hash.value();
    }

    /** The key. */
    Key key(FieldBuffer row) throws BadCell {
      CodeHash hash = ofText.begin();
      for (Part part : files.get(file).parts()) {
        String text = part.constant();
        if (part.column() != Cells.ABSENT) {
          text = files.get(file).measure().matched(part.place(), cells.code(row, part.column()));
        }
        Spelling.folded(text).chars().forEach(letter -> hash.add((char) letter));
        hash.add(CodeHash.SEPARATOR);
      }
      return new Key(hash(row), hash.value());
    }
  }

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

  OfFile of(int file) {
    return new OfFile(file);
  }

  CsvShape shape(int file) {
    return files.get(file).shape();
  }

  /** Place of the pupil's code. */
  int pupilAt(int file) {
    return files.get(file).pupilAt();
  }
}
