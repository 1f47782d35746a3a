package io.levelfield.ingest;

import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Set;

/** What an input of small tables wants of its files, and what it does with their rows. */
interface TableInput {

  /** File columns that must be there. */
  List<String> wanted();

  /** Columns of a file, made ones too, whose cells are read as numbers. */
  List<String> numbers(CsvShape file);

  /** File columns whose plausible values lie between 0 and 1. */
  default Set<String> shares() {
    return Set.of();
  }

  /**
   * What readers of the results must know of these rows, once all are read.
   *
   * @param path YAML path of the input
   */
  default List<Message> notes(String path) {
    return List.of();
  }

  /** Takes the rows of one file. */
  Rows.Consumer of(CsvShape file);
}
