package io.levelfield.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Texts within the limits that Excel sets to cells and to names of sheets. */
final class ExcelText {
  /**
   * Characters of a cell at most.
   *
   * @see <a href="https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3">Excel
   *     specifications and limits</a>
   */
  static final int CELL = 32_767;

  private static final int SHEET_NAME = 31;
  private static final char UNKNOWN = '\uFFFD';

  private ExcelText() {}

  /**
   * A text as a cell may hold it: characters that XML cannot hold are replaced, and what is too
   * long ends with {@code ending}.
   */
  static String cell(String text, String ending) {
    String whole = text.codePoints().allMatch(ExcelText::allowed) ? text : cleaned(text);
    if (whole.length() <= CELL) {
      return whole;
    }
    int end = CELL - ending.length();
    return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end)
        + ending;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().forEach(c -> clean.appendCodePoint(allowed(c) ? c : UNKNOWN));
    return clean.toString();
  }

  /** Characters of XML 1.0. */
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c < Character.MIN_SURROGATE)
        || (c > Character.MAX_SURROGATE && c < '\uFFFE')
        || Character.isSupplementaryCodePoint(c);
  }

  /** Names of the sheets of one workbook: allowed, and told apart whatever the case of letters. */
  static final class SheetNames {
    private final Set<String> taken = new HashSet<>();

    String of(String wanted) {
      String clean = cleaned(wanted).replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
      clean = clean.replaceAll("^'+|'+$", "");
      String name = cut(clean.isEmpty() ? "_" : clean, "");
      for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = cut(clean, " " + i);
      }
      return name;
    }

    private static String cut(String name, String ending) {
      int end = Math.min(name.length(), SHEET_NAME - ending.length());
      return name.substring(0, end) + ending;
    }
  }
}
