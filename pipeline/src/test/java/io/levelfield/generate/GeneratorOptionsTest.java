package io.levelfield.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GeneratorOptions.of(5, 3, 1000, 1))
        .withMessage("schools: 5; expected 12 to 100000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GeneratorOptions.of(24, 0, 1000, 1))
        .withMessage("years: 0; expected 1 to 20");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GeneratorOptions.of(24, 3, 100, 1))
        .withMessage("pupils: 100; expected for 24 schools 480 to 240000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GeneratorOptions.of(24, 3, 1000, 1).withDirt(0.9))
        .withMessage("dirt: 0.9; expected a share of the rows, 0 to 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GeneratorOptions.of(24, 3, 1000, 1).withFirstYear(16))
        .withMessage("first year: 16; expected 1950 to 2100");
  }
}
