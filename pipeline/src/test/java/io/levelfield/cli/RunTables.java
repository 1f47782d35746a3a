package io.levelfield.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The CSV tables of published runs. */
final class RunTables {
  private RunTables() {}

  /** Text of each table of the newest run, by file name. */
  static Map<String, String> latest(Path out) {
    Map<String, String> tables = new TreeMap<>();
    for (Path file : files(out.resolve("latest/csv"))) {
      tables.put(file.getFileName().toString(), read(file));
    }
    return tables;
  }

  /** Files and directories in a directory by name; none where it does not exist. */
  static List<Path> files(Path directory) {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
