package io.levelfield.testing;

import io.levelfield.testing.RandomDistrict.Kind;
import io.levelfield.testing.RandomDistrict.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What a random district's schools get and need: the inputs of support, staff and pupils. */
final class RandomSupport {
  private static final List<String> PROGRAMMES =
      List.of("Летняя школа", "Наставничество, 2-й поток", "Сетевая программа; \"Точка\"");
  private static final List<String> TOPICS =
      List.of("анализ текста", "дроби, проценты", "задачи; 5-6 класс", "\"сложные\" темы");
  private static final int UNKNOWN_ONE_IN = 15;
  private static final int PERCENT = 100;

  private final Random random;
  private final List<String> codes;
  private final List<String> years;
  private final List<String> subjects;

  private RandomSupport(
      Random random, List<String> codes, List<String> years, List<String> subjects) {
    this.random = random;
    this.codes = codes;
    this.years = years;
    this.subjects = subjects;
  }

  /** Tables of two of these inputs; staff and climate are told one by one or as counts. */
  static List<Table> tables(
      Random random, List<String> codes, List<String> years, List<String> subjects) {
    var support = new RandomSupport(random, codes, years, subjects);
    List<Supplier<Table>> all =
        new ArrayList<>(
            List.of(
                support::support,
                random.nextBoolean() ? support::teachers : support::countedTeachers,
                support::diagnostics,
                support::conditions,
                random.nextBoolean() ? support::pupils : support::countedPupils));
    Collections.shuffle(all, random);
    return all.subList(0, 2).stream().map(Supplier::get).toList();
  }

  private Table support() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      for (String programme : PROGRAMMES) {
        if (random.nextInt(3) > 0) {
          LocalDate start = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(700));
          String end = start.plusDays(random.nextInt(400)).toString();
          int planned = 1 + random.nextInt(9);
          rows.add(
              List.of(
                  code,
                  programme,
                  start.toString(),
                  unknown(end),
                  Integer.toString(planned),
                  Integer.toString(random.nextInt(planned + 1)),
                  flag()));
        }
      }
    }
    return new Table(
        "support",
        RandomDistrict.columns(
            "Код школы", Kind.CODE,
            "Программа", Kind.TEXT,
            "Начало", Kind.DATE,
            "Конец", Kind.DATE,
            "Рубежей", Kind.WHOLE,
            "Пройдено", Kind.WHOLE,
            "Сеть", Kind.FLAG),
        rows,
        List.of(
            "columns: {school_id: Код школы, programme: Программа, start: Начало, end: Конец,"
                + " milestones_planned: Рубежей, milestones_met: Пройдено, network: Сеть}"));
  }

  private Table teachers() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      for (String year : years) {
        for (int teacher = 0; teacher < 2 + random.nextInt(3); teacher++) {
          rows.add(
              List.of(
                  code,
                  year,
                  "У" + teacher,
                  subject(),
                  unknown(flag()),
                  score(),
                  unknown(score())));
        }
      }
    }
    return new Table(
        "staff",
        RandomDistrict.columns(
            "Код школы", Kind.CODE,
            "Год", Kind.YEAR,
            "Педагог", Kind.CODE,
            "Предмет", Kind.TEXT,
            "Риск", Kind.FLAG,
            "Балл до", Kind.DECIMAL,
            "Балл после", Kind.DECIMAL),
        rows,
        List.of(
            "shape: teachers",
            "columns: {school_id: Код школы, year: Год, teacher_id: Педагог, subject: Предмет,"
                + " risk_group: Риск, test_before: Балл до, test_after: Балл после}"));
  }

  private Table countedTeachers() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      for (String year : years) {
        int teachers = 1 + random.nextInt(1500);
        rows.add(
            List.of(
                code,
                year,
                Integer.toString(teachers),
                unknown(Integer.toString(random.nextInt(teachers + 1))),
                unknown(Integer.toString(random.nextInt(9)))));
      }
    }
    return new Table(
        "staff",
        RandomDistrict.columns(
            "Код школы", Kind.CODE,
            "Год", Kind.YEAR,
            "Педагогов", Kind.WHOLE,
            "Обучено", Kind.WHOLE,
            "Вакансий", Kind.WHOLE),
        rows,
        List.of(
            "shape: counts",
            "columns: {school_id: Код школы, year: Год, teachers: Педагогов, trained: Обучено,"
                + " vacancies: Вакансий}"));
  }

  private Table diagnostics() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      for (String year : years) {
        for (String topic : TOPICS) {
          if (random.nextBoolean()) {
            rows.add(List.of(code, year, subject(), topic, score()));
          }
        }
      }
    }
    return new Table(
        "diagnostics",
        RandomDistrict.columns(
            "Код школы", Kind.CODE,
            "Год", Kind.YEAR,
            "Предмет", Kind.TEXT,
            "Тема", Kind.TEXT,
            "Балл", Kind.DECIMAL),
        rows,
        List.of(
            "cut: 50",
            "columns: {school_id: Код школы, year: Год, subject: Предмет, topic: Тема, score:"
                + " Балл}"));
  }

  private Table conditions() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      for (String year : years) {
        rows.add(List.of(code, year, unknown(mark()), unknown(mark())));
      }
    }
    return new Table(
        "conditions",
        RandomDistrict.columns(
            "Код школы", Kind.CODE,
            "Год", Kind.YEAR,
            "Управление", Kind.WHOLE,
            "Кадры", Kind.WHOLE),
        rows,
        List.of(
            "ranges: {management: [1, 5]}",
            "columns: {school_id: Код школы, year: Год, scores: {management: Управление, staffing:"
                + " Кадры}}"));
  }

  private Table pupils() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      for (String year : years) {
        for (int pupil = 0; pupil < 2 + random.nextInt(3); pupil++) {
          rows.add(
              List.of(
                  code,
                  year,
                  "П" + pupil,
                  unknown(score()),
                  unknown(Integer.toString(random.nextInt(1200))),
                  flag()));
        }
      }
    }
    return new Table(
        "climate",
        RandomDistrict.columns(
            "Код школы", Kind.CODE,
            "Год", Kind.YEAR,
            "Участник", Kind.CODE,
            "Тревожность", Kind.DECIMAL,
            "Пропущено", Kind.WHOLE,
            "Кружок", Kind.FLAG),
        rows,
        List.of(
            "shape: pupils",
            "columns: {school_id: Код школы, year: Год, pupil_id: Участник, anxiety: Тревожность,"
                + " missed_lessons: Пропущено, supplementary: Кружок}"));
  }

  private Table countedPupils() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      for (String year : years) {
        int pupils = 1 + random.nextInt(1500);
        rows.add(
            List.of(
                code,
                year,
                Integer.toString(pupils),
                unknown(score()),
                unknown(Integer.toString(random.nextInt(pupils + 1)))));
      }
    }
    return new Table(
        "climate",
        RandomDistrict.columns(
            "Код школы", Kind.CODE,
            "Год", Kind.YEAR,
            "Обучающихся", Kind.WHOLE,
            "Тревожность", Kind.DECIMAL,
            "Кружок", Kind.WHOLE),
        rows,
        List.of(
            "shape: schools",
            "columns: {school_id: Код школы, year: Год, pupils: Обучающихся, anxiety: Тревожность,"
                + " supplementary: Кружок}"));
  }

  private String subject() {
    return subjects.get(random.nextInt(subjects.size()));
  }

  private String flag() {
    return random.nextBoolean() ? "да" : "нет";
  }

  private String mark() {
    return Integer.toString(1 + random.nextInt(5));
  }

  private String score() {
    return random.nextInt(PERCENT) + "." + random.nextInt(10);
  }

  private String unknown(String value) {
    return random.nextInt(UNKNOWN_ONE_IN) == 0 ? "" : value;
  }
}
