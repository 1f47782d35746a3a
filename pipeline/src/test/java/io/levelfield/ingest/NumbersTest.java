package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static final char EITHER = NumberStyle.EITHER;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0          | 0",
        "007        | 7",
        "-12.5      | -12.5",
        "+3         | 3",
        "0,104      | 0.104",
        ",5         | 0.5",
        "5.         | 5",
        "1 234      | 1234",
        "1\u00a0234 567,89 | 1234567.89",
        "1\u202f234 | 1234",
        "12,5%      | 12.5",
        "85 %       | 85",
        "1e3        | 1000",
        "1,5E-3     | 0.0015",
        "123456789012345    | 123456789012345",
      })
  void readsNumbersAsSpreadsheetsWriteThem(String text, double expected) {
    assertThat(parse(text, EITHER)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        ",",
        "+",
        "%",
        "abc",
        "4_5",
        "1.2.3",
        "1,2,3",
        "1,234.5",
        "1 23",
        "12 34",
        "0x10",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "1e5%",
        "1E+999999999%",
        "1e99999999999%",
        "1f",
        "1d",
        "٤٥",
        "1-2",
        "--1",
        "5/2"
      })
  void takesNothingElseForANumber(String text) {
    assertThat(parse(text, EITHER)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "'1,234', '.', ',', 1234",
    "'-12,345', '.', ',', -12345",
    "'1,234.5', '.', ',', 1234.5",
    "'1.234.567,5', ',', '.', 1234567.5",
    "'1,23', '.', ',', NaN",
    "'1234,567', '.', ',', NaN"
  })
  void readsMarksBetweenThousands(String text, char decimal, char thousands, double expected) {
    assertThat(parse(text, new NumberStyle(decimal, thousands, false)))
        .isEqualTo(Double.valueOf(expected));
  }

  @Test
  void perCentAreHundredthsWhereTheColumnHoldsShares() {
    assertThat(parse("17,8%", NumberStyle.ANY)).isEqualTo(17.8);
    assertThat(parse("17,8%", NumberStyle.ANY.withHundredths())).isEqualTo(.178);
    assertThat(parse("0,178", NumberStyle.ANY.withHundredths())).isEqualTo(.178);
  }

  @ParameterizedTest
  @CsvSource({"'1,5', ',', 1.5", "'1.5', ',', NaN", "'1,5', '.', NaN", "'1.5', '.', 1.5"})
  void holdsToTheDecimalMarkTheStudyNames(String text, char decimal, double expected) {
    assertThat(parse(text, decimal)).isEqualTo(Double.valueOf(expected));
  }

  @Property
  void anyDoubleWrittenAndReadIsItself(@ForAll double value) {
    if (Double.isFinite(value)) {
      assertThat(parse(Double.toString(value), EITHER)).isEqualTo(value);
    }
  }

  @Property
  void scoresAreReadAsJavaReadsThem(@ForAll @DoubleRange(min = -1000, max = 1000) double value) {
    String text = String.format(java.util.Locale.ROOT, "%.4f", value);

    assertThat(parse(text, '.')).isEqualTo(Double.parseDouble(text));
    assertThat(parse(text.replace('.', ','), ',')).isEqualTo(Double.parseDouble(text));
  }

  @Property
  void longNumbersAreReadAsJavaReadsThem(
      @ForAll @LongRange(min = 100_000_000_000_000L) long whole,
      @ForAll @LongRange(min = 0, max = 99_999) long fraction) {
    String text = whole + "." + fraction;

    assertThat(parse(text, EITHER)).isEqualTo(Double.parseDouble(text));
  }

  private static double parse(String text, char decimal) {
    return parse(text, new NumberStyle(decimal, NumberStyle.NONE, false));
  }

  private static double parse(String text, NumberStyle style) {
    char[] chars = ("<" + text + ">").toCharArray();
    return Numbers.parse(chars, 1, chars.length - 1, style);
  }
}
