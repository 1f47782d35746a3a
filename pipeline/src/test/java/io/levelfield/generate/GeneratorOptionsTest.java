package io.levelfield.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.testing.InEnglish;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GeneratorOptionsTest {
  @Test
  void hasThreeYearsFrom2016ByDefault() {
    GeneratorOptions options = GeneratorOptions.of(24, GeneratorOptions.DEFAULT_YEARS, 1000, 1);

    assertThat(options.firstYear()).isEqualTo(2016);
    assertThat(options.lastYear()).isEqualTo(2018);
  }

  @Test
  void namesTheOptionThatIsWrongAndWhatWasExpected() {
    refused(
        () -> GeneratorOptions.of(5, 3, 1000, 1), "--schools: 5 will not do; from 12 to 100000");
    refused(() -> GeneratorOptions.of(24, 0, 1000, 1), "--years: 0 will not do; from 1 to 20");
    refused(() -> GeneratorOptions.of(24, 3, 100, 1), "--pupils: 100 will not do; from 480 to");
    refused(
        () -> GeneratorOptions.of(24, 3, 1000, 1).withDirt(0.9),
        "--dirt: 0.9 will not do; from 0 to 0.5");
    refused(
        () -> GeneratorOptions.of(24, 3, 1000, 1).withFirstYear(16),
        "--first-year: 16 will not do; from 1950 to 2100");
  }

  private static void refused(ThrowingCallable making, String told) {
    assertThatThrownBy(making)
        .isInstanceOf(OptionProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith(told);
  }
}
