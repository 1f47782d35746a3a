package io.levelfield.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the tables that list and do not measure: schools, minimums, planted truth. */
final class ReferenceFiles {
  static final String SCHOOLS = "schools.csv";
  static final String MINIMUMS = "minimums.csv";
  static final String TRUTH = "truth.csv";

  private static final int LATENT_DECIMALS = 3;

  private ReferenceFiles() {}

  static void writeSchools(List<SyntheticSchool> schools, Path directory) throws IOException {
    List<String> header =
        List.of(
            "Код школы",
            "Наименование",
            "Муниципалитет",
            "Тип местности",
            "Лицей или гимназия",
            "Параллельных классов",
            "Минут до центра");
    try (SmallTable table = SmallTable.plain(directory.resolve(SCHOOLS), header)) {
      for (SyntheticSchool school : schools) {
        table.row(
            List.of(
                school.id(),
                school.name(),
                school.municipality(),
                school.rural() ? "село" : "город",
                school.selective() ? "да" : "нет",
                Integer.toString(school.parallelClasses()),
                Integer.toString(school.travelMinutes())));
      }
    }
  }

  static void writeMinimums(GeneratorOptions options, Path directory) throws IOException {
    List<String> header =
        List.of(
            "Процедура",
            "Предмет",
            "Класс",
            "Год",
            "Минимальный балл",
            "Высокий балл",
            "Максимальный балл");
    try (SmallTable table = SmallTable.plain(directory.resolve(MINIMUMS), header)) {
      for (int year = options.firstYear(); year <= options.lastYear(); year++) {
        for (Exam exam : Exam.values()) {
          table.row(
              List.of(
                  exam.procedure,
                  exam.subject,
                  Integer.toString(exam.grade),
                  Integer.toString(year),
                  Integer.toString(exam.minimum),
                  Integer.toString(exam.top),
                  Integer.toString(exam.maximum)));
        }
      }
    }
  }

  static void writeTruth(List<SyntheticSchool> schools, Path directory) throws IOException {
    List<String> header = List.of("school_id", "group", "context", "effect");
    try (SmallTable table = SmallTable.plain(directory.resolve(TRUTH), header)) {
      for (SyntheticSchool school : schools) {
        table.row(
            List.of(
                school.id(),
                school.group().token(),
                table.number(school.context(), LATENT_DECIMALS),
                table.number(school.effect(), LATENT_DECIMALS)));
      }
    }
  }
}
