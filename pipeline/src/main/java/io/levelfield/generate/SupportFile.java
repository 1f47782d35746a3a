package io.levelfield.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the support that schools get, and what it truly does: nothing. Schools of low results are
 * given it, so a gain that is seen after its start is their return to what they were before, which
 * whoever reads the district must not take for an effect.
 */
final class SupportFile {
  static final String NAME = "support.csv";
  static final String TRUTH = "truth-support.csv";

  private static final List<String> HEADER =
      List.of(
          "Код школы",
          "Программа",
          "Начало",
          "Окончание",
          "Рубежей запланировано",
          "Рубежей достигнуто",
          "Работа в сети",
          "Конкурсов",
          "Институциональная программа");

  private static final String LASTING = "Антирисковая программа";
  private static final String ONE_OFF = "Летняя школа";
  private static final String NO_EFFECT = "0";

  /**
   * One school in so many of the group gets the lasting programme, and of another the short one.
   */
  private static final int ONE_IN = 2;

  private static final int MILESTONES = 4;

  private SupportFile() {}

  /** Writes both files. */
  static void write(GeneratorOptions options, List<SyntheticSchool> schools, Path directory)
      throws IOException {
    Path file = directory.resolve(NAME);
    try (SmallTable table =
            options.excelDialect()
                ? SmallTable.excel(file, HEADER)
                : SmallTable.plain(file, HEADER);
        SmallTable truth =
            SmallTable.plain(
                directory.resolve(TRUTH), List.of("school_id", "programme", "effect"))) {
      int low = 0;
      int unfavourable = 0;
      for (SyntheticSchool school : schools) {
        if (school.group() == PlantedGroup.LOW && low++ % ONE_IN == 0) {
          table.row(lasting(school, options.lastYear() - 1, low));
          truth.row(List.of(school.id(), LASTING, NO_EFFECT));
        } else if (school.group() == PlantedGroup.UNFAVOURABLE && unfavourable++ % ONE_IN == 0) {
          table.row(oneOff(school, options.lastYear() - 1));
          truth.row(List.of(school.id(), ONE_OFF, NO_EFFECT));
        }
      }
    }
  }

  /** From the autumn of a year on. */
  private static List<String> lasting(SyntheticSchool school, int year, int number) {
    int met = MILESTONES - 1 - number % 2;
    return List.of(
        school.id(),
        LASTING,
        "01.09." + year,
        "",
        Integer.toString(MILESTONES),
        Integer.toString(met),
        number % 2 == 0 ? "нет" : "да",
        Integer.toString(number / ONE_IN),
        "да");
  }

  /** In the summer of a year. */
  private static List<String> oneOff(SyntheticSchool school, int year) {
    return List.of(
        school.id(), ONE_OFF, "05.06." + year, "25.06." + year, "", "", "нет", "", "нет");
  }
}
