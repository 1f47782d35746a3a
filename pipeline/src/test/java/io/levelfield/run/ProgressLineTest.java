package io.levelfield.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.ingest.ReadMeter;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final String STAGE = "[1/11] чтение данных";
  private static final String CLEARED = "\r\u001b[K";
  private static final long BYTES = 400_000_000;
  private static final long ROWS = 12_300_000;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private long seconds = 100;
  private ReadMeter.Position position = ReadMeter.Position.NONE;

  private ProgressLine line(int columns, Language language) {
    var console =
        new ProgressConsole(new PrintStream(printed, true, StandardCharsets.UTF_8), columns);
    return new ProgressLine(
        console, new ProgressWords(Texts.in(language)), () -> seconds * 1_000_000_000);
  }

  private ProgressLine begun(int columns) {
    ProgressLine line = line(columns, Language.RU);
    line.begin(STAGE, () -> position);
    return line;
  }

  /** What is printed when so much is read and so many seconds have gone by. */
  private String ticked(ProgressLine line, double share, int more) {
    seconds += more;
    position = new ReadMeter.Position(Math.round(share * BYTES), BYTES, Math.round(share * ROWS));
    line.tick();
    return printed();
  }

  private String printed() {
    String all = printed.toString(StandardCharsets.UTF_8);
    printed.reset();
    return all;
  }

  @Test
  void aTerminalIsToldPerCentRowsSpeedAndTimeLeft() {
    ProgressLine line = begun(120);

    assertThat(ticked(line, 0, 1)).as("a stage that may be short").isEmpty();
    assertThat(ticked(line, 0, 2)).isEqualTo("\r" + STAGE + ", прошло 3 с\u001b[K");
    assertThat(ticked(line, 0.03, 1))
        .as("too early to tell the time")
        .isEqualTo("\r" + STAGE + "  3 %, 369 тыс. строк, 369 тыс. строк/с\u001b[K");
    assertThat(ticked(line, 0.5, 7))
        .isEqualTo(
            "\r" + STAGE + "  50 %, 6,2 млн строк, 769 тыс. строк/с, осталось около 10 с\u001b[K");
    assertThat(ticked(line, 0.999, 8)).contains("  99 %, ").endsWith("осталось около 5 с\u001b[K");
    assertThat(ticked(line, 1, 2))
        .isEqualTo("\r" + STAGE + "  100 %, 12,3 млн строк, 683 тыс. строк/с\u001b[K");
    assertThat(ticked(line, 1, 50)).as("what comes after is no reading").contains(" 683 тыс. ");

    line.end();
    assertThat(printed()).isEqualTo(CLEARED);
    line.tick();
    assertThat(printed()).as("after the end").isEmpty();
  }

  @Test
  void whatIsReadBeforeRowsAreIsTimedOnly() {
    ProgressLine line = begun(120);
    seconds += 12;
    line.tick();
    assertThat(printed()).isEqualTo("\r" + STAGE + ", прошло 12 с\u001b[K");

    // the time before the first row says nothing of the speed
    assertThat(ticked(line, 0, 60)).isEqualTo("\r" + STAGE + ", прошло 72 с\u001b[K");
    assertThat(ticked(line, 0.5, 10)).contains("615 тыс. строк/с, осталось около 10 с");
  }

  @Test
  void aShortStageLeavesNothing() {
    ProgressLine line = begun(120);
    assertThat(ticked(line, 0.9, 1)).isEmpty();
    line.end();
    assertThat(printed()).isEmpty();
  }

  @Test
  void aLineNeverWraps() {
    ProgressLine line = begun(30);
    ticked(line, 0, 2);
    assertThat(ticked(line, 0.5, 10)).startsWith("\r" + STAGE).hasSize(1 + 29 + 3);
  }

  @Test
  void aPipeIsToldOfALongReadingOnceAMinute() {
    ProgressLine line = begun(0);
    assertThat(ticked(line, 0, 1)).isEmpty();
    assertThat(ticked(line, 0.25, 30)).isEmpty();
    assertThat(ticked(line, 0.5, 29))
        .isEqualTo(
            String.format(
                "%s  50 %%, 6,2 млн строк, 104 тыс. строк/с, осталось около 60 с%n", STAGE));
    assertThat(ticked(line, 0.6, 30)).isEmpty();
    assertThat(ticked(line, 0.7, 30)).contains("  70 %, ").doesNotContain("\r");
    line.end();
    assertThat(printed()).isEmpty();
  }

  @Test
  void aPipeIsNotToldOfFewRowsOrOtherStages() {
    ProgressLine line = begun(0);
    ticked(line, 0, 1);
    seconds += 600;
    position = new ReadMeter.Position(BYTES / 2, BYTES, 1_000_000);
    line.tick();
    line.end();
    line.begin("[5/11] группы", () -> ReadMeter.Position.NONE);
    seconds += 600;
    line.tick();
    line.end();
    assertThat(printed()).isEmpty();
  }

  @Test
  void timeLeftIsToldInTheUnitThatFits() {
    var words = new ProgressWords(Texts.in(Language.EN));
    assertThat(words.elapsed("x", 89.9)).isEqualTo("x, 89 s so far");
    assertThat(words.elapsed("x", 200)).isEqualTo("x, 3 min so far");
    assertThat(words.elapsed("x", 9_000)).isEqualTo("x, 2.5 h so far");
    assertThat(words.rowsPerSecond(999_499)).isEqualTo("999 thousand rows/s");
    assertThat(words.rowsPerSecond(999_500)).isEqualTo("1.0 million rows/s");
  }
}
