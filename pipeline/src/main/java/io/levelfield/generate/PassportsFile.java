package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the social passports, a row per school and year. */
final class PassportsFile {
  static final String NAME = "social-passports.csv";

  private static final List<String> HEADER =
      List.of(
          "Код школы",
          "Наименование",
          "Год",
          "Учащихся",
          "Семей",
          "Оба родителя с высшим образованием",
          "Неполные семьи",
          "Малообеспеченные семьи",
          "Семьи безработных",
          "Многодетные семьи",
          "На учёте КДН и ПДН",
          "Доля учащихся с неродным русским");

  private static final int YEAR_COLUMN = 2;
  private static final int PUPILS_COLUMN = 3;

  /** The first of the cells that a school may leave empty; the last is the last of the row. */
  private static final int FIRST_OPTIONAL_COLUMN = 5;

  private static final double MISSING_CELL_SHARE = 0.06;
  private static final int SHARE_DECIMALS = 3;

  private PassportsFile() {}

  /**
   * Writes the file.
   *
   * @return rows written, without the header
   */
  static long write(
      GeneratorOptions options, List<SyntheticSchool> schools, Path directory, DirtLog dirtLog)
      throws IOException {
    Path file = directory.resolve(NAME);
    try (SmallTable table = SmallTable.of(options, file, HEADER)) {
      long rows = 0;
      for (int year = options.firstYear(); year <= options.lastYear(); year++) {
        for (SyntheticSchool school : schools) {
          rows += writeRow(table, options, school, year, rows + 2, dirtLog);
        }
      }
      return rows;
    }
  }

  /** Writes one passport, or two of the same; returns how many. */
  private static int writeRow(
      SmallTable table,
      GeneratorOptions options,
      SyntheticSchool school,
      int year,
      long line,
      DirtLog dirtLog)
      throws IOException {
    List<String> cells = cells(table, options.seed(), school, year);
    var dirt = Draws.of(options.seed(), Purpose.PASSPORT_DIRT, school.index(), year);
    // Passports are few: without the first one a small share would often spoil none of them.
    boolean first = school.index() == 0 && year == options.firstYear();
    boolean spoil = options.dirt() > 0 && (dirt.chance(options.dirt()) || first);
    if (!spoil) {
      table.row(cells);
      return 1;
    }
    if (first || dirt.chance(0.5)) {
      table.row(cells);
      table.row(cells);
      dirtLog.record(NAME, line + 1, "", DirtKind.DUPLICATE_ROW, school.id());
      return 2;
    }
    String word = cells.get(PUPILS_COLUMN) + " чел.";
    cells.set(PUPILS_COLUMN, word);
    table.row(cells);
    dirtLog.record(NAME, line, HEADER.get(PUPILS_COLUMN), DirtKind.TEXT_IN_NUMBER, word);
    return 1;
  }

  private static List<String> cells(SmallTable table, long seed, SyntheticSchool school, int year) {
    SocialPassport passport = SocialPassport.draw(seed, school, year);
    List<String> cells = new ArrayList<>(List.of(school.id(), school.name()));
    cells.add(YEAR_COLUMN, Integer.toString(year));
    for (int count :
        new int[] {
          passport.pupils(),
          passport.families(),
          passport.bothParentsHigherEducation(),
          passport.singleParent(),
          passport.lowIncome(),
          passport.unemployedParents(),
          passport.largeFamilies(),
          passport.onRegisters()
        }) {
      cells.add(Integer.toString(count));
    }
    cells.add(table.number((double) passport.nonNative() / passport.pupils(), SHARE_DECIMALS));
    var gaps = Draws.of(seed, Purpose.PASSPORT_YEAR, school.index(), year, 1);
    if (gaps.chance(MISSING_CELL_SHARE)) {
      int optional = HEADER.size() - FIRST_OPTIONAL_COLUMN;
      cells.set(FIRST_OPTIONAL_COLUMN + gaps.below(optional), "");
    }
    return cells;
  }
}
