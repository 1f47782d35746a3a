package io.levelfield.model.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.text.Message;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RejectGroupTest {
  private static Reject reject(String file, int line, String value) {
    return new Reject(
        file,
        line,
        "",
        value.isEmpty() ? "" : "code",
        value,
        Message.of("reject.unknown-school"),
        "",
        RowAccount.UNKNOWN_SCHOOL,
        "");
  }

  private static List<Long> linesShown(List<Reject> rejects, int most) {
    return RejectGroup.of(rejects).get(0).examples(most).stream().map(Reject::line).toList();
  }

  @Test
  void showsEachValueOfAFileOnceWhereThereAreMany() {
    List<Reject> rejects =
        List.of(
            reject("a.csv", 2, "01"),
            reject("a.csv", 3, "01"),
            reject("a.csv", 4, "02"),
            reject("b.csv", 5, "01"),
            reject("b.csv", 6, "03"));

    assertThat(linesShown(rejects, 4)).containsExactly(2L, 4L, 5L, 6L);
    assertThat(linesShown(rejects, 2)).containsExactly(2L, 4L);
    assertThat(linesShown(rejects, 5)).containsExactly(2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void showsRowsThatAreWrongAsAWholeOneByOne() {
    List<Reject> rejects =
        IntStream.rangeClosed(2, 30).mapToObj(line -> reject("a.csv", line, "")).toList();

    assertThat(linesShown(rejects, 3)).containsExactly(2L, 3L, 4L);
  }
}
