package io.levelfield.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A few schools with random results and passports, and what a study must say to read them. */
public final class RandomDistrict {

  /** What a column holds. */
  public enum Kind {
    CODE,
    TEXT,
    YEAR,
    DATE,
    FLAG,
    WHOLE,
    DECIMAL
  }

  /**
   * A table as somebody keeps it.
   *
   * @param name of the input it is
   * @param columns with what each holds, in order
   * @param rows numbers with a decimal point, dates as 2023-09-01, unknown ones empty
   * @param mapping YAML of the input but for path and dialect
   */
  public record Table(
      String name, Map<String, Kind> columns, List<List<String>> rows, List<String> mapping) {
    public Table {
      columns = new LinkedHashMap<>(columns);
      rows = rows.stream().map(List::copyOf).toList();
      mapping = List.copyOf(mapping);
    }
  }

  /** What a study says of the index of these passports. */
  public static final String INDEX =
      """
      context_index:
        indicators:
          higher: {direction: favourable, count: Высшее, denominator: Семей}
          income: {direction: favourable, column: Доход}
          poor: {direction: unfavourable, column: Доля, range: [0, 1]}
      """;

  private static final List<String> SUBJECTS =
      List.of("математика", "Русский язык", "физика; химия", "история, право", "ИКТ");
  private static final int UNKNOWN_ONE_IN = 15;

  private final Random random;
  private final List<String> codes = new ArrayList<>();
  private final List<String> years;
  private final List<String> subjects;
  private final int decimals;

  /** The tables of all inputs. */
  public static List<Table> tables(long seed) {
    var district = new RandomDistrict(seed);
    List<Table> tables =
        new ArrayList<>(
            List.of(
                district.schools(), district.minimums(), district.results(), district.context()));
    tables.addAll(
        RandomSupport.tables(district.random, district.codes, district.years, district.subjects));
    return tables;
  }

  private RandomDistrict(long seed) {
    random = new Random(seed);
    int schools = 8 + random.nextInt(6);
    int kind = random.nextInt(5);
    for (int i = 1; i <= schools; i++) {
      codes.add(
          switch (kind) {
            case 0 -> "%04d".formatted(i * 7);
            case 1 -> "4500010001%02d".formatted(i);
            case 2 -> "Ш-" + i;
            case 3 -> Integer.toString(i);
            default -> "%03d/%d".formatted(i, 10 + i);
          });
    }
    years = random.nextBoolean() ? List.of("2022") : List.of("2021", "2022");
    int from = random.nextInt(3);
    subjects = SUBJECTS.subList(from, from + 1 + random.nextInt(3));
    decimals = random.nextInt(4);
  }

  /** The register. */
  private Table schools() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      String name =
          switch (random.nextInt(5)) {
            case 0 -> "МБОУ \"СОШ № 1\"";
            case 1 -> "Школа № 5, филиал; младшие классы";
            case 2 -> "МБОУ\nим. А.С. Пушкина";
            case 3 -> "Лицей 'Юг'";
            default -> "School " + code;
          };
      rows.add(List.of(code, name, random.nextBoolean() ? "село" : "город"));
    }
    return new Table(
        "schools",
        columns("Код", Kind.CODE, "Название", Kind.TEXT, "Местность", Kind.TEXT),
        rows,
        List.of("columns: {school_id: Код, name: Название, settlement: Местность}"));
  }

  /** Lowest passing and top scores. */
  private Table minimums() {
    List<List<String>> rows = new ArrayList<>();
    for (String subject : subjects) {
      rows.add(List.of(subject, Integer.toString(20 + random.nextInt(20)), "80"));
    }
    return new Table(
        "minimums",
        columns("Предмет", Kind.TEXT, "Минимум", Kind.WHOLE, "Высокий", Kind.WHOLE),
        rows,
        List.of("columns: {subject: Предмет, minimum: Минимум, top: Высокий}"));
  }

  /** Passports: counts, large numbers and shares. */
  private Table context() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      for (String year : years) {
        int families = 60 + random.nextInt(2500);
        rows.add(
            List.of(
                code,
                year,
                Integer.toString(families),
                unknown(Integer.toString(random.nextInt(families))),
                unknown(decimal(700 + random.nextInt(60_000), decimals)),
                unknown(decimal(0, 3))));
      }
    }
    return new Table(
        "context",
        columns(
            "Код школы",
            Kind.CODE,
            "Год",
            Kind.YEAR,
            "Семей",
            Kind.WHOLE,
            "Высшее",
            Kind.WHOLE,
            "Доход",
            Kind.DECIMAL,
            "Доля",
            Kind.DECIMAL),
        rows,
        List.of("columns: {school_id: Код школы, year: Год}"));
  }

  /** Results in one of the shapes, a row for each subject and, of pupils, each pupil. */
  private Table results() {
    return switch (random.nextInt(4)) {
      case 0 -> pupils();
      case 1 ->
          ofSchools("counts", List.of("participants: Участников", "below_minimum: Ниже минимума"));
      case 2 ->
          ofSchools(
              "means", List.of("mean: Средний балл", "participants: Участников", "sd: Разброс"));
      default -> marks();
    };
  }

  private Table pupils() {
    List<List<String>> rows = new ArrayList<>();
    boolean halves = random.nextBoolean();
    for (String code : codes) {
      int pupils = 2 + random.nextInt(6);
      for (String year : years) {
        for (int pupil = 0; pupil < pupils; pupil++) {
          for (String subject : subjects) {
            String score = random.nextInt(100) + (halves && random.nextBoolean() ? ".5" : "");
            rows.add(List.of(code, year, subject, "П" + pupil, unknown(score)));
          }
        }
      }
    }
    return new Table(
        "results",
        columns(
            "Код школы",
            Kind.CODE,
            "Год",
            Kind.YEAR,
            "Предмет",
            Kind.TEXT,
            "Участник",
            Kind.CODE,
            "Балл",
            Kind.DECIMAL),
        rows,
        List.of(
            "shape: pupils",
            "columns: {school_id: Код школы, year: Год, subject: Предмет, pupil_id: Участник,"
                + " score: Балл}",
            "constants: {procedure: ЕГЭ}"));
  }

  private Table ofSchools(String shape, List<String> mapped) {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      for (String year : years) {
        for (String subject : subjects) {
          int participants = 5 + random.nextInt(1500);
          String count = Integer.toString(participants);
          rows.add(
              shape.equals("counts")
                  ? List.of(
                      code, year, subject, count, Integer.toString(random.nextInt(participants)))
                  : List.of(
                      code,
                      year,
                      subject,
                      decimal(30 + random.nextInt(60), decimals),
                      count,
                      decimal(5 + random.nextInt(9), decimals)));
        }
      }
    }
    Map<String, Kind> columns =
        columns("Код школы", Kind.CODE, "Год", Kind.YEAR, "Предмет", Kind.TEXT);
    columns.putAll(
        shape.equals("counts")
            ? columns("Участников", Kind.WHOLE, "Ниже минимума", Kind.WHOLE)
            : columns(
                "Средний балл", Kind.DECIMAL, "Участников", Kind.WHOLE, "Разброс", Kind.DECIMAL));
    return new Table(
        "results",
        columns,
        rows,
        List.of(
            "shape: " + shape,
            "columns: {school_id: Код школы, year: Год, subject: Предмет, "
                + String.join(", ", mapped)
                + "}",
            "constants: {procedure: ОГЭ}"));
  }

  private Table marks() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      for (String year : years) {
        for (String subject : subjects) {
          List<Integer> marks =
              IntStream.range(0, 4).map(i -> random.nextInt(600)).boxed().toList();
          int all = marks.stream().mapToInt(Integer::intValue).sum() + 1;
          List<String> row = new ArrayList<>(List.of(code, year, subject, Integer.toString(all)));
          row.add(Integer.toString(marks.get(0) + 1));
          marks.subList(1, 4).forEach(mark -> row.add(mark.toString()));
          rows.add(row);
        }
      }
    }
    Map<String, Kind> columns =
        columns("Код школы", Kind.CODE, "Год", Kind.YEAR, "Предмет", Kind.TEXT);
    columns.put("Писали", Kind.WHOLE);
    List.of("2", "3", "4", "5").forEach(mark -> columns.put(mark, Kind.WHOLE));
    return new Table(
        "results",
        columns,
        rows,
        List.of(
            "shape: marks",
            "columns: {school_id: Код школы, year: Год, subject: Предмет, participants: Писали,"
                + " marks: {2: \"2\", 3: \"3\", 4: \"4\", 5: \"5\"}}",
            "constants: {procedure: ВПР}"));
  }

  /** The same results with a column for each subject; as they are where they come as marks. */
  public static Table wide(Table results, boolean byPattern) {
    List<String> names = List.copyOf(results.columns().keySet());
    if (names.contains("Писали")) {
      return results;
    }
    List<String> subjects = results.rows().stream().map(row -> row.get(2)).distinct().toList();
    boolean ofPupils = names.contains("Балл");
    List<String> figures = names.subList(ofPupils ? 4 : 3, names.size());
    Map<String, Kind> columns = columns("Код школы", Kind.CODE, "Год", Kind.YEAR);
    if (ofPupils) {
      columns.put("Участник", Kind.CODE);
    }
    for (String subject : subjects) {
      figures.forEach(name -> columns.put(name + " " + subject, results.columns().get(name)));
    }
    Map<List<String>, List<List<String>>> grouped =
        results.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        ofPupils ? List.of(row.get(0), row.get(1), row.get(3)) : row.subList(0, 2),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    grouped.forEach(
        (key, ofKey) -> {
          List<String> row = new ArrayList<>(key);
          ofKey.forEach(one -> row.addAll(one.subList(ofPupils ? 4 : 3, one.size())));
          rows.add(row);
        });
    List<String> mapped = new ArrayList<>(List.of("school_id: Код школы", "year: Год"));
    if (ofPupils) {
      mapped.add("pupil_id: Участник");
    }
    Map<String, String> keys =
        Map.of(
            "Балл", "scores",
            "Средний балл", "means",
            "Участников", "participants",
            "Ниже минимума", "below_minimum",
            "Разброс", "sd");
    for (String figure : figures) {
      mapped.add(
          keys.get(figure)
              + (byPattern
                  ? ": {pattern: \"" + figure + " *\"}"
                  : subjects.stream()
                      .map(subject -> "\"" + subject + "\": \"" + figure + " " + subject + "\"")
                      .collect(Collectors.joining(", ", ": {", "}"))));
    }
    return new Table(
        "results",
        columns,
        rows,
        List.of(
            results.mapping().get(0),
            "columns: {" + String.join(", ", mapped) + "}",
            results.mapping().get(2)));
  }

  private String unknown(String value) {
    return random.nextInt(UNKNOWN_ONE_IN) == 0 ? "" : value;
  }

  private String decimal(int whole, int places) {
    return BigDecimal.valueOf(whole + random.nextDouble())
        .setScale(places, RoundingMode.DOWN)
        .toPlainString();
  }

  static Map<String, Kind> columns(Object... namesAndKinds) {
    Map<String, Kind> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndKinds.length; i += 2) {
      columns.put((String) namesAndKinds[i], (Kind) namesAndKinds[i + 1]);
    }
    return columns;
  }
}
