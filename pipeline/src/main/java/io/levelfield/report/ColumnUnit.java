package io.levelfield.report;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the values of a column are counted in, told by its type and name, and how Excel shows it.
 */
enum ColumnUnit {
  TEXT("@", 0),
  FLAG("General", 0),
  YEAR("0", 0),
  COUNT("#,##0", 0),
  /** From 0 to 1; Excel shows per cent of the same value. */
  SHARE("0.0%", 3),
  NUMBER("#,##0.00", 2);

  /** Tables whose values, ends of intervals and targets are shares. */
  private static final Set<String> TABLES_OF_SHARES =
      Set.of("indicators", "expected_results", "public_indicators");

  private static final Set<String> SHARES_THERE = Set.of("value", "low", "high", "target");

  private static final Set<String> OTHER_SHARES =
      Set.of(
          "participation",
          "reliability",
          "result_reliability",
          "robustness",
          "membership",
          "completeness",
          "pupils_lowest_quarter",
          "better");

  private final String format;

  private final int decimals;

  ColumnUnit(String format, int decimals) {
    this.format = format;
    this.decimals = decimals;
  }

  /** Excel's number format. */
  String format() {
    return format;
  }

  /** Decimals of the value that the format shows. */
  int decimals() {
    return decimals;
  }

  /** Key of its name in the bundles. */
  String key() {
    return "workbook.unit." + name().toLowerCase(Locale.ROOT);
  }

  /** For programs: what values are counted in, where the type does not tell all there is to. */
  Optional<String> counted() {
    return switch (this) {
      case YEAR, COUNT, SHARE -> Optional.of(name().toLowerCase(Locale.ROOT));
      case TEXT, FLAG, NUMBER -> Optional.empty();
    };
  }

  static ColumnUnit of(String table, String name, Column.Type type) {
    return switch (type) {
      case STRING -> TEXT;
      case BOOLEAN -> FLAG;
      case INTEGER ->
          !name.equals("event_year") && (name.equals("year") || name.endsWith("_year"))
              ? YEAR
              : COUNT;
      case NUMBER -> isShare(table, name) ? SHARE : NUMBER;
    };
  }

  private static boolean isShare(String table, String name) {
    return name.contains("share")
        || name.contains("probability")
        || name.startsWith("p_")
        || name.endsWith("_p")
        || OTHER_SHARES.contains(name)
        || (TABLES_OF_SHARES.contains(table) && SHARES_THERE.contains(name));
  }
}
