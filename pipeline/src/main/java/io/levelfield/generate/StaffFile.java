package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the teachers of the last year, a row per teacher or vacant post. */
final class StaffFile {
  static final String NAME = "staff.csv";

  private static final List<String> HEADER =
      List.of(
          "Код школы",
          "Код педагога",
          "Год",
          "Предмет",
          "Группа риска",
          "Повышение квалификации",
          "Балл до обучения",
          "Балл после обучения",
          "Методическое объединение",
          "Психолого-педагогическое сопровождение",
          "Владеет технологиями",
          "Применяет технологии",
          "Вакансия");

  private static final int SCORE_DECIMALS = 1;
  private static final double VACANCY_CHANCE = 0.08;
  private static final double LOW_VACANCY_CHANCE = 0.4;

  private StaffFile() {}

  static void write(GeneratorOptions options, List<SyntheticSchool> schools, Path directory)
      throws IOException {
    String year = Integer.toString(options.lastYear());
    try (SmallTable table = SmallTable.of(options, directory.resolve(NAME), HEADER)) {
      for (SyntheticSchool school : schools) {
        for (SyntheticTeacher teacher : SyntheticTeacher.of(options.seed(), school)) {
          table.row(cells(table, school, teacher, year));
        }
        writeVacancies(table, options.seed(), school, year);
      }
    }
  }

  private static List<String> cells(
      SmallTable table, SyntheticSchool school, SyntheticTeacher teacher, String year) {
    return List.of(
        school.id(),
        teacher.id(),
        year,
        teacher.subject(),
        yesNo(teacher.riskGroup()),
        yesNo(teacher.trained()),
        table.number(teacher.before(), SCORE_DECIMALS),
        teacher.after().isPresent()
            ? table.number(teacher.after().getAsDouble(), SCORE_DECIMALS)
            : "",
        yesNo(teacher.association()),
        yesNo(teacher.psychologicalSupport()),
        yesNo(teacher.technologyMastered()),
        yesNo(teacher.technologyUsed()),
        yesNo(false));
  }

  /** A post of each subject may be vacant, more often in schools of low results. */
  private static void writeVacancies(
      SmallTable table, long seed, SyntheticSchool school, String year) throws IOException {
    double chance = school.group() == PlantedGroup.LOW ? LOW_VACANCY_CHANCE : VACANCY_CHANCE;
    for (int subject = 0; subject < SyntheticTeacher.SUBJECTS.size(); subject++) {
      var random = Draws.of(seed, Purpose.TEACHER, school.index(), -2 - subject);
      if (random.chance(chance)) {
        String name = SyntheticTeacher.SUBJECTS.get(subject);
        table.row(
            List.of(school.id(), "", year, name, "", "", "", "", "", "", "", "", yesNo(true)));
      }
    }
  }

  private static String yesNo(boolean yes) {
    return yes ? "да" : "нет";
  }
}
