package io.levelfield.ingest;

import java.util.List;

/**
 * An input whose files are recognised and ready to be read.
 *
 * @param path YAML path of the input, for messages
 * @param role {@code schools}, {@code results}, {@code minimums} or {@code context}
 * @param files at least one
 */
record OpenInput(String path, String role, List<CsvFile> files) {

  OpenInput {
    files = List.copyOf(files);
  }

  List<CsvShape> shapes() {
    return files.stream().map(CsvFile::shape).toList();
  }
}
