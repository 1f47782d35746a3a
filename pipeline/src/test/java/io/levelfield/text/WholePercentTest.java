package io.levelfield.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A share that is small is not said to be nothing. */
class WholePercentTest {

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.004, менее 1 %", "0.006, 1 %", "0.42, 42 %", "1, 100 %"})
  void saysLessThanOnePerCent(double share, String told) {
    assertThat(Texts.in(Language.RU).say("card.probability", share).replace('\u00a0', ' '))
        .isEqualTo("вероятность " + told);
  }
}
