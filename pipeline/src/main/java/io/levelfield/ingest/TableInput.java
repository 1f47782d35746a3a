package io.levelfield.ingest;

import io.levelfield.model.text.Message;
import java.util.List;

/** What an input of small tables wants of its files, and what it does with their rows. */
interface TableInput {

  /** File columns that must be there. */
  List<String> wanted();

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
