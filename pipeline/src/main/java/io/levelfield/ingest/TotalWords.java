package io.levelfield.ingest;

import java.util.regex.Pattern;

/** Words that stand where a code should, in rows that speak of no school but of several. */
final class TotalWords {
  /** No school is called so, whatever follows. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "(итого|итог|всего|подытог)(?![\\p{L}\\p{N}]).*"
              + "|(все|всех|по всем) школ(ы|ам)?( .*)?"
              + "|((в целом|в среднем|средн(ее|ий)( [\\p{L}]+)?) )?по (району|городу|округу|региону|области|краю|республике|стране"
              + "|муниципалитету|школам)( .*)?"
              + "|(grand |sub-?)?totals?( (of|for|in) .*)?|.* totals?"
              + "|all (schools|districts)( .*)?|(state|district|county)-?wide");

  private static final Pattern AT_THE_END = Pattern.compile(".*[\\s\\p{P}](итого|всего)");

  /** A school may well be called so. */
  private static final Pattern AREA =
      Pattern.compile(
          "район|город|округ|регион|область|край|республика|страна|муниципалитет|среднее|сумма"
              + "|в среднем|средний балл|среднее значение"
              + "|district|state|county|region|city|country|nation(al)?|average|mean|sum");

  /** What is not the grade in the words of a total of one: Итого по 4-х классам, 4 кл. – всего. */
  private static final Pattern NO_GRADE =
      Pattern.compile(
          "(?<=\\d)\\s*\\p{P}\\s*(х|ых|ым|ом)(?!\\p{L})"
              + "|(?<!\\p{L})(итого|итог|всего|в|за|по|параллел[а-я]*|класс[а-я]*|кл"
              + "|sub-?totals?|totals?|of|for|grades?)(?!\\p{L})"
              + "|\\p{P}");

  private static final Pattern OUTER = Pattern.compile("^[\\p{P}\\s]+|[\\p{P}\\s]+$");

  /** No word here is shorter. */
  private static final int SHORTEST = 4;

  private TotalWords() {}

  /**
   * Whether a text says that it stands for several schools, classes or subjects, at its end too.
   */
  static boolean totalOf(String text) {
    return text.length() >= SHORTEST && (total(text) || AT_THE_END.matcher(plain(text)).matches());
  }

  /** What a total is of, as the grade in Итого 4 кл.; empty where it is of everything. */
  static String of(String text) {
    return NO_GRADE.matcher(Spelling.folded(text)).replaceAll(" ").strip();
  }

  /** Whether a code says that it stands for several schools. */
  static boolean total(String code) {
    return TOTAL.matcher(plain(code)).matches();
  }

  /** Whether it is the name of an area or of a statistic, and nothing else. */
  static boolean area(String code) {
    return AREA.matcher(plain(code)).matches();
  }

  private static String plain(String code) {
    return OUTER.matcher(Spelling.folded(code)).replaceAll("");
  }
}
