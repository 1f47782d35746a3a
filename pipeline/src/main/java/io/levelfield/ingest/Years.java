package io.levelfield.ingest;

import io.levelfield.model.text.Message;
import io.levelfield.study.InputFiles;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads years as offices write them; a school year is named by the year it ends in. */
final class Years {
  /** «2021-2022 уч. год», "2022 г.", and what is left of them once the word is gone. */
  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(?:уч(?:еб(?:н(?:ый|ого))?)?\\.?\\s*)?(?:г(?:од[а-я]?)?|гг)\\.?$"
              + "|\\s*(?:school|academic)?\\s*year$|^(?:sy|ay)\\s*");

  private static final Pattern PLAIN =
      Pattern.compile("(\\d{4})(?:[.,]0+)?|(\\d)[ \\u00a0](\\d{3})");
  private static final Pattern SCHOOL_YEAR =
      Pattern.compile("(\\d{4})\\s*[-/–—−_]\\s*(\\d{4}|\\d{2})");
  private static final Pattern TWO_DIGITS =
      Pattern.compile("\\d{2}(?:[.,]0+)?|\\d{2}\\s*[-/–—−_]\\s*\\d{2}");

  private Years() {}

  /** The year a text says; absent where it says none from 1900 to 2100. */
  static OptionalInt of(String text) {
    OptionalInt said = said(bare(text));
    return said.isPresent() && InputFiles.isYear(said.getAsInt()) ? said : OptionalInt.empty();
  }

  /** Why a text is no year, and what to do. */
  static Message fault(String text) {
    String bare = bare(text);
    if (TWO_DIGITS.matcher(bare).matches()) {
      return Message.of("reject.two-digit-year");
    }
    boolean number = said(bare).isPresent() || bare.matches("[-+]?\\d+(?:[.,]0+)?");
    return Message.of(number ? "reject.year-out-of-range" : "reject.no-year");
  }

  private static String bare(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    return WORD.matcher(lower).replaceAll("").strip();
  }

  private static OptionalInt said(String bare) {
    Matcher plain = PLAIN.matcher(bare);
    if (plain.matches()) {
      String digits = plain.group(1) == null ? plain.group(2) + plain.group(3) : plain.group(1);
      return OptionalInt.of(Integer.parseInt(digits));
    }
    Matcher school = SCHOOL_YEAR.matcher(bare);
    if (!school.matches()) {
      return OptionalInt.empty();
    }
    int ends = Integer.parseInt(school.group(1)) + 1;
    int named = Integer.parseInt(school.group(2));
    // A span of other than one year, such as 2019-2022, is no school year.
    boolean fits = named == (school.group(2).length() == 2 ? ends % 100 : ends);
    return fits ? OptionalInt.of(ends) : OptionalInt.empty();
  }
}
