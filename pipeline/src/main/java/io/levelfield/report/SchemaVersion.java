package io.levelfield.report;

/**
 * Version of the tables of a run as other programs read them: {@code schema_version} of {@code
 * run.json}, {@code datapackage.json} and Parquet files. What raises which number is told in {@code
 * docs/tables.md}; a test compares the tables with those of the version that was committed.
 *
 * @param major raised when readers by name break: a column or table goes, is renamed, moves, or
 *     gets another type, key, unit or meaning
 * @param minor raised when columns or tables are added; 0 again with a new major
 */
public record SchemaVersion(int major, int minor) implements Comparable<SchemaVersion> {
  /** The version of the tables that this program writes. */
  public static final SchemaVersion CURRENT = new SchemaVersion(1, 0);

  /** Reads it as it is written. */
  public static SchemaVersion parse(String text) {
    int point = text.indexOf('.');
    return new SchemaVersion(
        Integer.parseInt(text, 0, point, 10), Integer.parseInt(text, point + 1, text.length(), 10));
  }

  @Override
  public int compareTo(SchemaVersion other) {
    int order = Integer.compare(major, other.major);
    return order == 0 ? Integer.compare(minor, other.minor) : order;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
