package io.levelfield.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Paths as a study names them: relative to it, with slashes; several of one kind as one pattern.
 */
final class FilePaths {
  private static final String PATTERN = ".*[*?{}\\[\\],].*";

  private final Path directory;

  /**
   * @param study the file of the study
   */
  FilePaths(Path study) {
    directory = study.toAbsolutePath().normalize().getParent();
  }

  String of(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return directory.relativize(whole).toString().replace('\\', '/');
  }

  /** Whether files can be named together: nothing in their names is a pattern itself. */
  boolean together(Path one, Path other) {
    Path parent = one.toAbsolutePath().normalize().getParent();
    return parent.equals(other.toAbsolutePath().normalize().getParent())
        && !of(one).matches(PATTERN)
        && !of(other).matches(PATTERN);
  }

  /** One path for files, such as {@code results-{2016,2017}.csv}. */
  String of(List<Path> files) {
    List<String> names = files.stream().map(this::of).sorted().toList();
    if (names.size() == 1) {
      return names.get(0);
    }
    int before = names.get(0).length();
    int behind = before;
    for (String name : names) {
      before = Math.min(before, common(names.get(0), name));
      behind = Math.min(behind, common(reversed(names.get(0)), reversed(name)));
    }
    int start = before;
    while (start > 0 && Character.isDigit(names.get(0).charAt(start - 1))) {
      start--; // a number stays whole
    }
    // What is common at both ends of a short name may be the same letters.
    int left = names.stream().mapToInt(String::length).min().getAsInt() - start;
    int end = Math.min(behind, left);
    while (end > 0 && Character.isDigit(names.get(0).charAt(names.get(0).length() - end))) {
      end--;
    }
    int first = start;
    int last = end;
    return names.get(0).substring(0, start)
        + names.stream()
            .map(name -> name.substring(first, name.length() - last))
            .collect(Collectors.joining(",", "{", "}"))
        + names.get(0).substring(names.get(0).length() - end);
  }

  private static int common(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
