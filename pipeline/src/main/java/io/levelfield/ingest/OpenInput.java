package io.levelfield.ingest;

import java.util.List;

/**
 * An input whose files are recognised and ready to be read.
 *
 * @param path YAML path of the input, for messages
 * @param role {@code schools}, {@code results}, {@code minimums} or {@code context}
 * @param files at least one
 * @param shapes of the files, with what the study says of their rows
 */
record OpenInput(String path, String role, List<CsvFile> files, List<CsvShape> shapes) {

  OpenInput {
    files = List.copyOf(files);
    shapes = List.copyOf(shapes);
  }

  /** An input whose rows are read as they stand. */
  OpenInput(String path, String role, List<CsvFile> files) {
    this(path, role, files, files.stream().map(CsvFile::shape).toList());
  }

  /** Whether its files are forms that schools returned. */
  boolean ofForms() {
    return files.stream().anyMatch(file -> file.form().isPresent());
  }
}
