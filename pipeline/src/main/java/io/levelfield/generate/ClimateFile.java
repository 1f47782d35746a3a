package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what pupils say of their school: the same pupils in grade 8 and a year later. */
final class ClimateFile {
  static final String NAME = "climate.csv";

  private static final List<String> HEADER =
      List.of(
          "Код школы",
          "Код ученика",
          "Год",
          "Тревожность",
          "Мотивация",
          "Пропущено уроков",
          "Дополнительное образование",
          "Личностный прогресс",
          "Индивидуальная траектория");

  private static final int LAST_GRADE_ASKED = 9;
  private static final int YEARS = 2;
  private static final double ABSENT = 0.06;

  /** Scales of the two questionnaires: mean and standard deviation of pupils. */
  private static final double ANXIETY_MEAN = 50;

  private static final double MOTIVATION_MEAN = 60;
  private static final double SCALE_SD = 10;

  /** By how much anxiety falls in a year in schools with a planted effect above the ordinary. */
  private static final double ANXIETY_FALL = 3;

  private ClimateFile() {}

  static void write(GeneratorOptions options, List<SyntheticSchool> schools, Path directory)
      throws IOException {
    Path file = directory.resolve(NAME);
    try (SmallTable table =
        options.excelDialect() ? SmallTable.excel(file, HEADER) : SmallTable.plain(file, HEADER)) {
      for (SyntheticSchool school : schools) {
        writeSchool(table, options, school);
      }
    }
  }

  private static void writeSchool(
      SmallTable table, GeneratorOptions options, SyntheticSchool school) throws IOException {
    var cohort = Cohort.of(options.seed(), school, options.lastYear() - LAST_GRADE_ASKED);
    var random = Draws.of(options.seed(), Purpose.CLIMATE, school.index());
    for (int pupil = 1; pupil <= cohort.pupils(); pupil++) {
      double anxious = random.normal();
      double motivated = random.normal();
      for (int year = options.lastYear() - YEARS + 1; year <= options.lastYear(); year++) {
        boolean later = year == options.lastYear();
        List<String> cells = cells(table, school, anxious, motivated, later, random);
        if (!random.chance(ABSENT)) {
          String code = "%s-%04d-%03d".formatted(school.id(), cohort.enteredIn(), pupil);
          table.row(row(school.id(), code, year, cells));
        }
      }
    }
  }

  private static List<String> row(String school, String pupil, int year, List<String> cells) {
    List<String> row = new ArrayList<>(List.of(school, pupil, Integer.toString(year)));
    row.addAll(cells);
    return row;
  }

  private static List<String> cells(
      SmallTable table,
      SyntheticSchool school,
      double anxious,
      double motivated,
      boolean later,
      Draws random) {
    double fall = later && school.effect() > 0 ? ANXIETY_FALL : 0;
    double anxiety = ANXIETY_MEAN - 2 * school.context() - fall + SCALE_SD * mixed(anxious, random);
    double motivation = MOTIVATION_MEAN + 3 * school.effect() + SCALE_SD * mixed(motivated, random);
    double missed = Math.max(0, 20 - 4 * school.context() + 12 * random.normal());
    return List.of(
        table.number(anxiety, 1),
        table.number(motivation, 1),
        Integer.toString((int) missed),
        yesNo(random.chance(school.rural() ? 0.55 : 0.7)),
        yesNo(random.chance(later ? 0.5 : 0.4)),
        yesNo(random.chance(later ? 0.35 : 0.2)));
  }

  /** A pupil's lasting part and the day's, of one variance together. */
  private static double mixed(double lasting, Draws random) {
    return Math.sqrt(0.7) * lasting + Math.sqrt(0.3) * random.normal();
  }

  private static String yesNo(boolean yes) {
    return yes ? "да" : "нет";
  }
}
