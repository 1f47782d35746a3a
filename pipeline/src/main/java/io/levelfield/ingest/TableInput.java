package io.levelfield.ingest;

import java.util.List;

/** What an input of small tables wants of its files, and what it does with their rows. */
interface TableInput {

  /** File columns that must be there. */
  List<String> wanted();

  /** Takes the rows of one file. */
  Rows.Consumer of(CsvShape file);
}
