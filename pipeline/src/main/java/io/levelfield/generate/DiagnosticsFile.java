package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes the diagnostics of the last year: how much of each topic a teacher solved, in per cent.
 */
final class DiagnosticsFile {
  static final String NAME = "diagnostics.csv";

  private static final List<String> HEADER =
      List.of("Код школы", "Код педагога", "Год", "Предмет", "Тема", "Процент выполнения");

  /**
   * A topic of a subject.
   *
   * @param mean per cent that a teacher outside the risk group solves
   */
  private record Topic(String name, double mean) {}

  private static final Map<String, List<Topic>> TOPICS =
      Map.of(
          "русский язык",
          List.of(
              new Topic("анализ текста", 68),
              new Topic("критериальное оценивание сочинений", 50),
              new Topic("пунктуация", 75)),
          "математика",
          List.of(
              new Topic("геометрия", 52),
              new Topic("текстовые задачи", 70),
              new Topic("функции и графики", 72)),
          "обществознание",
          List.of(
              new Topic("право", 66),
              new Topic("работа с источниками", 72),
              new Topic("экономика", 62)));

  private static final double TOPIC_SD = 10;
  private static final double RISK_GROUP_LOSS = 14;
  private static final double LOW_SCHOOL_LOSS = 8;

  private DiagnosticsFile() {}

  static void write(GeneratorOptions options, List<SyntheticSchool> schools, Path directory)
      throws IOException {
    String year = Integer.toString(options.lastYear());
    try (SmallTable table = SmallTable.of(options, directory.resolve(NAME), HEADER)) {
      for (SyntheticSchool school : schools) {
        for (SyntheticTeacher teacher : SyntheticTeacher.of(options.seed(), school)) {
          var random = Draws.of(options.seed(), Purpose.DIAGNOSTICS, school.index(), teacher.key());
          for (Topic topic : TOPICS.get(teacher.subject())) {
            double mean =
                topic.mean()
                    - (teacher.riskGroup() ? RISK_GROUP_LOSS : 0)
                    - (school.group() == PlantedGroup.LOW ? LOW_SCHOOL_LOSS : 0);
            double score = SyntheticTeacher.percent(random.normal(mean, TOPIC_SD));
            table.row(
                List.of(
                    school.id(),
                    teacher.id(),
                    year,
                    teacher.subject(),
                    topic.name(),
                    table.number(score, 0)));
          }
        }
      }
    }
  }
}
