package io.levelfield.ingest;

import io.levelfield.study.InputFiles;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern of paths with a place for the year, such as {@code ОГЭ {year}.csv}. */
final class YearInPath {
  private static final String FOUR_DIGITS = "(?<!\\d)(?<year>\\d{4})(?!\\d)";
  private static final String SPAN = "(?<!\\d)(?<year>\\d{4}[-–_]\\d{2}(?:\\d{2})?)(?!\\d)";
  private static final String AGAIN = "\\k<year>";

  private final Pattern span;
  private final Pattern single;

  /**
   * @param pattern a glob with at least one {@code {year}}; several must name the same year
   */
  YearInPath(String pattern) {
    span = Pattern.compile(regex(pattern, SPAN));
    single = Pattern.compile(regex(pattern, FOUR_DIGITS));
  }

  /** The year a path says; absent where it does not fit the pattern. */
  OptionalInt of(Path path) {
    String text = path.toString().replace('\\', '/');
    OptionalInt ends = year(span, text);
    return ends.isPresent() ? ends : year(single, text);
  }

  private static OptionalInt year(Pattern pattern, String path) {
    Matcher matcher = pattern.matcher(path);
    return matcher.matches()
        ? Years.of(matcher.group("year").replace('_', '-'))
        : OptionalInt.empty();
  }

  /** The glob as a regular expression, with what may stand for the year. */
  private static String regex(String glob, String year) {
    StringBuilder regex = new StringBuilder();
    boolean named = false;
    int braces = 0;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith(InputFiles.YEAR_IN_PATH, i)) {
        regex.append(named ? AGAIN : year);
        named = true;
        i += InputFiles.YEAR_IN_PATH.length() - 1;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (c == '{') {
        regex.append("(?:");
        braces++;
      } else if (c == '}' && braces > 0) {
        regex.append(')');
        braces--;
      } else if (c == ',' && braces > 0) {
        regex.append('|');
      } else {
        regex.append(Pattern.quote(Character.toString(c)));
      }
    }
    return regex.toString();
  }
}
