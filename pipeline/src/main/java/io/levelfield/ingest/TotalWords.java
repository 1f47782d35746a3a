package io.levelfield.ingest;

import java.util.regex.Pattern;

/** Words that stand where a code should, in rows that speak of no school but of several. */
final class TotalWords {
  /** No school is called so, whatever follows. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "(итого|итог|всего|подытог)(?![\\p{L}\\p{N}]).*"
              + "|(все|всех|по всем) школ(ы|ам)?( .*)?"
              + "|(в целом )?по (району|городу|округу|региону|области|краю|республике|стране"
              + "|муниципалитету)"
              + "|(grand |sub-?)?totals?( (of|for|in) .*)?|.* totals?"
              + "|all (schools|districts)( .*)?|(state|district|county)-?wide");

  /** A school may well be called so. */
  private static final Pattern AREA =
      Pattern.compile(
          "район|город|округ|регион|область|край|республика|страна|муниципалитет|среднее|сумма"
              + "|district|state|county|region|city|country|nation(al)?|average|mean|sum");

  private TotalWords() {}

  /** Whether a code says that it stands for several schools. */
  static boolean total(String code) {
    return TOTAL.matcher(plain(code)).matches();
  }

  /** Whether it is the name of an area or of a statistic, and nothing else. */
  static boolean area(String code) {
    return AREA.matcher(plain(code)).matches();
  }

  private static String plain(String code) {
    return Spelling.folded(code).replaceAll("^[\\p{P}\\s]+|[\\p{P}\\s]+$", "");
  }
}
