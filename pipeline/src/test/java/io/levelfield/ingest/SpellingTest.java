package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Код школы,Код школы",
        "School (ID #2),School (ID #2)",
        " Код,Код",
        "Код ,Код",
        "Код  школы,Код школы",
        "Код\u00a0школы,Код школы",
        "Код\tшколы,Код школы",
        "Чи\u00adсло,Число",
        "Русск\u0438\u0438\u0306,Русский",
        "\u00e9,\u00e9",
        "e\u0301,\u00e9",
        "Ёлка,Ёлка"
      })
  void blanksAreMadeEvenAndLettersWhole(String text, String even) {
    assertThat(Spelling.evenly(text)).isEqualTo(even);
  }

  @Test
  void nothingStaysNothing() {
    assertThat(List.of("", " ", "\u00a0")).allMatch(text -> Spelling.evenly(text).isEmpty());
  }
}
