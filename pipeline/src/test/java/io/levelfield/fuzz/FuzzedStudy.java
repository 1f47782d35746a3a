package io.levelfield.fuzz;

import io.levelfield.testing.RandomDistrict;
import io.levelfield.testing.RandomDistrict.Table;
import io.levelfield.testing.Writing;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The files of a small random district, one of them written in a random way and damaged.
 *
 * @param seed makes the same again
 * @param kind of damage
 * @param damaged name of the damaged file
 * @param writing how that file was written
 * @param files content by name
 * @param yaml the study
 * @param longRows whether results stand one to a row
 * @param ofPupils whether they are those of pupils, not of schools
 * @param withoutRow where one cell was spoilt: the damaged file without that row
 */
record FuzzedStudy(
    long seed,
    Kind kind,
    String damaged,
    Writing writing,
    Map<String, byte[]> files,
    String yaml,
    boolean longRows,
    boolean ofPupils,
    Optional<byte[]> withoutRow) {

  /** What is damaged. */
  enum Kind {
    /** One cell of a result, which is no number then. */
    CELL,
    /** Bytes of the file or of what is packed in it. */
    BYTES
  }

  private static final String SETTINGS =
      """
      study: fuzz
      max_rejects: 1
      quality: {participation: {empty_scores: none}}
      """;
  private static final int MOST_ROWS = 16;
  private static final int SPOILT_CELL_ONE_IN = 5;

  /** What is no number, no absence and no unknown value in any way of writing. */
  private static final List<String> NO_NUMBERS =
      List.of(
          "1e400",
          "-1e400",
          "1E+999999999",
          "NaN",
          "Infinity",
          "0x1p3",
          "01.фев",
          "фев.45",
          "12.05.2023",
          "2023-05-12 00:00:00",
          "пять",
          "5 (пять)",
          "#REF",
          "9".repeat(400));

  /** The study of a seed. */
  static FuzzedStudy of(long seed) {
    var random = new Random(seed);
    List<Table> tables =
        RandomDistrict.tables(random.nextLong()).stream().map(t -> few(random, t)).toList();
    Kind kind = random.nextInt(SPOILT_CELL_ONE_IN) == 0 ? Kind.CELL : Kind.BYTES;
    Table chosen =
        kind == Kind.CELL || random.nextBoolean() ? results(tables) : one(random, tables);
    boolean wide = kind == Kind.BYTES && isResults(chosen) && random.nextInt(3) == 0;
    Table table = wide ? RandomDistrict.wide(chosen, random.nextBoolean()) : chosen;
    Writing writing =
        kind == Kind.CELL ? readable(random, table) : Writing.any(random, table, true);
    byte[] damaged;
    Optional<byte[]> withoutRow = Optional.empty();
    if (kind == Kind.CELL) {
      int row = random.nextInt(table.rows().size());
      damaged = writing.bytes(table, spoilt(table, row, one(random, NO_NUMBERS)));
      withoutRow = Optional.of(writing.bytes(table, without(table, row)));
    } else {
      damaged = new Damage(random).damaged(writing.bytes(table, table.rows()));
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(table.name(), damaged);
    var inputs = new StringBuilder("inputs:\n").append(input(table, writing));
    for (Table other : tables) {
      // Without results there is no study; without the others there are faster ones.
      if (!other.name().equals(table.name()) && (isResults(other) || random.nextInt(3) == 0)) {
        files.put(other.name(), Writing.PLAINLY.bytes(other, other.rows()));
        inputs.append(input(other, Writing.PLAINLY));
      }
    }
    String index = files.containsKey("context") ? RandomDistrict.INDEX : "";
    return new FuzzedStudy(
        seed,
        kind,
        table.name(),
        writing,
        files,
        SETTINGS + index + inputs,
        !wide,
        results(tables).mapping().contains("shape: pupils"),
        withoutRow);
  }

  private static Table results(List<Table> tables) {
    return tables.stream().filter(FuzzedStudy::isResults).findFirst().orElseThrow();
  }

  private static boolean isResults(Table table) {
    return table.name().equals("results");
  }

  private static String input(Table table, Writing writing) {
    List<String> lines = new ArrayList<>(table.mapping());
    if (!writing.dialect().isEmpty()) {
      lines.add(writing.dialect());
    }
    return "  %s:\n    - path: %s\n      %s\n"
        .formatted(table.name(), table.name(), String.join("\n      ", lines));
  }

  /** Some rows of the table in any order; two at least, so that one may be missed. */
  private static Table few(Random random, Table table) {
    List<List<String>> rows = new ArrayList<>(table.rows());
    Collections.shuffle(rows, random);
    int most = table.name().equals("schools") ? rows.size() : MOST_ROWS;
    int count = Math.min(rows.size(), 2 + random.nextInt(most - 1));
    return new Table(table.name(), table.columns(), rows.subList(0, count), table.mapping());
  }

  /** A way of writing in which the study says what marks of numbers mean. */
  private static Writing readable(Random random, Table table) {
    Writing any = Writing.any(random, table, true).naming();
    return any.isUnreadable() || any.packing() == Writing.Packing.SHEET
        ? Writing.PLAINLY.naming()
        : any;
  }

  private static List<List<String>> without(Table table, int row) {
    List<List<String>> others = new ArrayList<>(table.rows());
    others.remove(row);
    return others;
  }

  /** The rows with no number where the first figure of one should be. */
  private static List<List<String>> spoilt(Table table, int row, String by) {
    List<List<String>> rows = new ArrayList<>(table.rows());
    List<String> cells = new ArrayList<>(rows.get(row));
    List<String> names = List.copyOf(table.columns().keySet());
    int figure = names.contains("Балл") ? names.indexOf("Балл") : names.indexOf("Предмет") + 1;
    cells.set(figure, by);
    rows.set(row, cells);
    return rows;
  }

  private static <T> T one(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @Override
  public String toString() {
    return "seed %d, %s of %s, written with %s%n%s%n%s as base64: %s"
        .formatted(
            seed,
            kind,
            damaged,
            writing,
            yaml,
            damaged,
            Base64.getEncoder().encodeToString(files.get(damaged)));
  }
}
