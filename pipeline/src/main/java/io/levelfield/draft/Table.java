package io.levelfield.draft;

import io.levelfield.ingest.TableLook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table of a user's file. */
final class Table {
  private final Path file;
  private final TableLook look;
  private final List<Column> columns;

  private Table(Path file, TableLook look, List<Column> columns) {
    this.file = file;
    this.look = look;
    this.columns = List.copyOf(columns);
  }

  /** The tables of a file, a table per sheet. */
  static List<Table> of(Path file) {
    return TableLook.of(file, file.toString()).stream().map(look -> of(file, look)).toList();
  }

  private static Table of(Path file, TableLook look) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < look.header().size(); i++) {
      int at = i;
      if (!look.header().get(i).isEmpty()) {
        columns.add(
            new Column(
                look.header().get(i), look.rows().stream().map(row -> row.get(at)).toList()));
      }
    }
    return new Table(file, look, columns);
  }

  /** As the user named it. */
  Path file() {
    return file;
  }

  TableLook look() {
    return look;
  }

  /** Those with a name, in file order. */
  List<Column> columns() {
    return columns;
  }

  int rows() {
    return look.rows().size();
  }

  /** What is told to people: the file, and the sheet where there are several. */
  String name() {
    return look.sheet()
        .map(sheet -> file.getFileName() + " (" + sheet + ")")
        .orElse(String.valueOf(file.getFileName()));
  }

  /** What stands beside the columns: names of file and sheet, and lines above the heading. */
  String surroundings() {
    List<String> texts = new ArrayList<>();
    texts.add(String.valueOf(file.getFileName()));
    look.sheet().ifPresent(texts::add);
    texts.addAll(look.above());
    return String.join("\n", texts);
  }

  /**
   * The part of rows that cells of these columns tell apart, 0 to 1; absent columns tell nothing.
   */
  double told(List<Optional<Column>> key) {
    Set<List<String>> keys = new HashSet<>();
    for (int row = 0; row < rows(); row++) {
      List<String> cells = new ArrayList<>();
      for (Optional<Column> column : key) {
        cells.add(column.isPresent() ? column.get().texts().get(row) : "");
      }
      keys.add(cells);
    }
    return rows() == 0 ? 0 : (double) keys.size() / rows();
  }
}
