package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.text.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command line is told in the language of its help. */
class MisuseTest {
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

  @ParameterizedTest
  @CsvSource({
    "run, не указано: STUDY.yaml, missing: STUDY.yaml",
    "run x.yaml --master, не указано: --master=URL, missing: --master=URL",
    "study x.yaml, не указано: --vary=, missing: --vary=",
    "compare a, не указано: AFTER, missing: AFTER",
    "run x.yaml y.yaml, лишнее в командной строке: y.yaml, one argument too many: y.yaml",
    "run x.yaml --nope, нет ключа --nope, there is no option --nope",
    "rum x.yaml, нет команды rum, there is no command rum",
    "check x.yaml --quiet --json, исключают друг друга, exclude each other",
    "run x.yaml --out a --out b, ключ --out=DIR указан больше, option --out=DIR is given more",
    "explain 1 --format x, --format=<format>: значение «x» не подходит, 'is not a value of it'",
    "explain 1 --format x, 'возможны: text, json', 'these are: text, json'",
    "forms x.yaml --year abc, значение «abc» не подходит, 'abc'",
  })
  void tellsWhatIsWrong(String line, String inRussian, String inEnglish) {
    assertThat(told(Language.RU, line.split(" "))).contains(inRussian);
    assertThat(told(Language.EN, line.split(" ")))
        .contains(inEnglish)
        .doesNotContainPattern(CYRILLIC);
  }

  @Test
  void remindsOfHelpWithoutPrintingIt() {
    assertThat(told(Language.RU, "run"))
        .contains("Вызов: levelfield run", "Подробнее: levelfield run --help")
        .hasLineCount(4);
  }

  @Test
  void helpsOneWhoNamesNoCommand() {
    assertThat(told(Language.RU))
        .startsWith("levelfield: не указана команда")
        .contains("Вызов: levelfield", "init", "explain");
  }

  @Test
  void guessesWhatWasMeant() {
    assertThat(told(Language.RU, "rum", "x.yaml")).contains("Возможно, имелось в виду: run");
    assertThat(told(Language.EN, "run", "x.yaml", "--quite")).contains("Did you mean", "--quiet");
  }

  private static String told(Language language, String... line) {
    var err = new StringWriter();
    int code = Main.commandLine(language).setErr(new PrintWriter(err)).execute(line);
    assertThat(code).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    return err.toString();
  }
}
