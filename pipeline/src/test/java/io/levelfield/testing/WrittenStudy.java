package io.levelfield.testing;

import io.levelfield.testing.RandomDistrict.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A random district written to files, with a study that says of them only what cannot be seen:
 * inputs in one file or several, each in a way of its own, rows in any order, results wide or long.
 */
public final class WrittenStudy {
  private static final int MOST_FILES = 3;

  private final StudyFiles files;
  private final Random random;
  private final List<String> ways = new ArrayList<>();
  private final StringBuilder inputs = new StringBuilder("inputs:\n");
  private boolean mayBeOpen;
  private boolean unreadable;
  private boolean alike = true;

  private WrittenStudy(long seed, Path directory) {
    files = new StudyFiles(directory);
    random = new Random(seed);
  }

  /** The district of a seed as a program would write it. */
  public static WrittenStudy plainly(long seed, Path directory) {
    var study = new WrittenStudy(seed, directory);
    for (Table table : RandomDistrict.tables(seed)) {
      String file = table.name() + ".csv";
      study.files.with(file, Writing.PLAINLY.bytes(table, table.rows()));
      study.input(table, file, "");
    }
    return study;
  }

  /**
   * The district of a seed in the ways of that seed.
   *
   * @param naming whether the study names the decimal mark wherever it may
   */
  public static WrittenStudy anyhow(long seed, Path directory, boolean naming) {
    var study = new WrittenStudy(seed, directory);
    RandomDistrict.tables(seed).forEach(table -> study.add(table, naming));
    return study;
  }

  private void add(Table given, boolean naming) {
    boolean wide = given.name().equals("results") && random.nextBoolean();
    Table table = wide ? RandomDistrict.wide(given, random.nextBoolean()) : given;
    List<List<String>> rows = new ArrayList<>(table.rows());
    if (random.nextBoolean()) {
      Collections.shuffle(rows, random);
    }
    int parts = Math.min(rows.size(), 1 + (random.nextBoolean() ? 0 : random.nextInt(MOST_FILES)));
    Writing any = Writing.any(random, table, true);
    Writing writing = naming ? any.naming() : any;
    boolean oneWay = parts == 1 || random.nextBoolean();
    alike &= oneWay;
    for (int part = 0; part < parts; part++) {
      Writing own = oneWay ? writing : Writing.any(random, table, false);
      mayBeOpen |= own.mayBeOpen();
      unreadable |= own.isUnreadable();
      ways.add(table.name() + (wide ? " (wide)" : "") + ": " + own);
      int from = rows.size() * part / parts;
      int to = rows.size() * (part + 1) / parts;
      files.with(table.name() + "-" + part, own.bytes(table, rows.subList(from, to)));
    }
    input(table, table.name() + "-*", oneWay ? writing.dialect() : "");
  }

  private void input(Table table, String path, String dialect) {
    inputs.append("  %s:\n    - path: \"%s\"\n".formatted(table.name(), path));
    table.mapping().forEach(line -> inputs.append("      ").append(line).append('\n'));
    if (!dialect.isEmpty()) {
      inputs.append("      ").append(dialect).append('\n');
    }
  }

  public StudyFiles files() {
    return files;
  }

  /** The study's inputs and index; its name is left to who reads it. */
  public String yaml() {
    // An empty score is a pupil listed and absent in a long table alone.
    return inputs
        + RandomDistrict.INDEX
        + "max_rejects: 0\nquality: {participation: {empty_scores: none}}\n";
  }

  /** Whether what the marks of some numbers mean may be open, so that it is right to ask. */
  public boolean mayBeOpen() {
    return mayBeOpen;
  }

  /** Whether some numbers are written in a way that is not read, so that it is right to refuse. */
  public boolean isUnreadable() {
    return unreadable;
  }

  /** Whether the files of each input are alike, so that the study may say how they are written. */
  public boolean isAlike() {
    return alike;
  }

  @Override
  public String toString() {
    return String.join("\n", ways) + "\n" + inputs;
  }
}
