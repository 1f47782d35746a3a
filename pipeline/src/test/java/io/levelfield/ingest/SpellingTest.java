package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void namesWhatEyesPassOver() {
    assertThat(
            Spelling.alike(
                List.of("ОГЭ", "OГЭ", "Русский язык", "русский\u00a0 язык", "рус. язык", "физика")))
        .containsExactly(List.of("OГЭ", "ОГЭ"), List.of("Русский язык", "русский\u00a0 язык"));
  }

  @Test
  void namesLettersThatAreWrittenInTwoPieces() {
    assertThat(Spelling.alike(List.of("русский язык", "русски\u0438\u0306 язык"))).hasSize(1);
  }

  @Test
  void anotherWordIsAnotherName() {
    assertThat(Spelling.alike(List.of("химия", "физика", "математика 1", "математика 2")))
        .isEmpty();
  }
}
