package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the conditions schools work in, in the last year: scores from 1 to 5, 5 the best. */
final class ConditionsFile {
  static final String NAME = "conditions.csv";

  private static final List<String> CONDITIONS =
      List.of("Управление", "Кадры", "Оснащение", "Мотивация", "Дисциплина", "Родители");

  /** What schools with low results lack in particular: management and staff. */
  private static final int PLANTED = 2;

  private static final int BEST = 5;

  private ConditionsFile() {}

  static void write(GeneratorOptions options, List<SyntheticSchool> schools, Path directory)
      throws IOException {
    List<String> header = new ArrayList<>(List.of("Код школы", "Год"));
    header.addAll(CONDITIONS);
    Path file = directory.resolve(NAME);
    try (SmallTable table =
        options.excelDialect() ? SmallTable.excel(file, header) : SmallTable.plain(file, header)) {
      for (SyntheticSchool school : schools) {
        var random = Draws.of(options.seed(), Purpose.CONDITIONS, school.index());
        List<String> row =
            new ArrayList<>(List.of(school.id(), Integer.toString(options.lastYear())));
        for (int i = 0; i < CONDITIONS.size(); i++) {
          boolean lacking = i < PLANTED && school.group() == PlantedGroup.LOW;
          double score = (lacking ? 1.6 : 3.4) + 0.9 * random.normal();
          row.add(Integer.toString((int) Math.max(1, Math.min(BEST, Math.round(score)))));
        }
        table.row(row);
      }
    }
  }
}
