package io.levelfield.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedDecimalTest {
  @ParameterizedTest
  @CsvSource({
    "0.004, +0.00;-0.00, 0.00",
    "-0.004, +0.00;-0.00, 0.00",
    "-0.004, 0.00, 0.00",
    "-0.006, 0.00, -0.01",
    "0.006, +0.00;-0.00, +0.01",
    "-0.3, 0, 0",
    "12.5, 0.##, 12.5"
  })
  void whatRoundsToNothingHasNoSign(double number, String pattern, String written) {
    var plain = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));

    assertThat(new SignedDecimal(plain).format(number)).isEqualTo(written);
  }
}
