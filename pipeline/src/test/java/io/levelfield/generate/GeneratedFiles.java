package io.levelfield.generate;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads generated files in the plainest way: no cell of theirs is quoted. */
final class GeneratedFiles {
  private GeneratedFiles() {}

  /** Rows of a file in the default dialect, each by its header. */
  static List<Map<String, String>> rows(Path file) throws IOException {
    return rows(file, StandardCharsets.UTF_8, ",");
  }

  /** Rows of a file in this dialect, each by its header. */
  static List<Map<String, String>> rows(Path file, Charset charset, String delimiter)
      throws IOException {
    List<String> lines = Files.readAllLines(file, charset);
    String[] header = cells(lines.get(0), delimiter);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = cells(line, delimiter);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static String[] cells(String line, String delimiter) {
    return line.split(Pattern.quote(delimiter), -1);
  }

  /** The bytes of every file as text, by file name. */
  static Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        // ISO-8859-1 gives every byte a character, whatever the file's own charset.
        contents.put(
            String.valueOf(file.getFileName()),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  /** School code to planted group. */
  static Map<String, String> groups(Path directory) throws IOException {
    Map<String, String> groups = new TreeMap<>();
    for (Map<String, String> row : rows(directory.resolve("truth.csv"))) {
      groups.put(row.get("school_id"), row.get("group"));
    }
    return groups;
  }
}
