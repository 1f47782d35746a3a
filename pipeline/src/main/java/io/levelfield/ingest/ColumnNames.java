package io.levelfield.ingest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds columns by name; {@code NAME#2} is the second of that name. Headers have their blanks made
 * even; what the study names may be copied from a cell with line breaks.
 */
final class ColumnNames {
  private static final Pattern NUMBERED = Pattern.compile("(.+)#([1-9]\\d{0,3})", Pattern.DOTALL);

  private ColumnNames() {}

  /** Place of a column in a header, the first where its name repeats; -1 where there is none. */
  static int at(List<String> header, String column) {
    int at = Math.max(header.indexOf(column), header.indexOf(Spelling.evenly(column)));
    if (at >= 0 || column.indexOf('#') < 0) {
      return at;
    }
    Matcher numbered = NUMBERED.matcher(column);
    if (!numbered.matches()) {
      return at;
    }
    String name = Spelling.evenly(numbered.group(1));
    int left = Integer.parseInt(numbered.group(2));
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equals(name) && --left == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a name stands for several columns. */
  static boolean repeats(List<String> header, String column) {
    String name = header.contains(column) ? column : Spelling.evenly(column);
    return header.indexOf(name) != header.lastIndexOf(name);
  }

  /** How many of these columns a header has. */
  static int found(List<String> header, Iterable<String> wanted) {
    int found = 0;
    for (String column : wanted) {
      found += at(header, column) >= 0 ? 1 : 0;
    }
    return found;
  }
}
