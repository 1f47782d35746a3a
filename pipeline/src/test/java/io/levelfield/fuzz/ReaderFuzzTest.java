package io.levelfield.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.levelfield.fuzz.ReadingCheck.Outcome;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small share of what {@code scripts/fuzz} tries. */
class ReaderFuzzTest {
  private static final int INPUTS = 500;
  private static final int ON_SPARK = 75;

  @Test
  void damagedFilesAreReadOrRefusedAndNoRowIsLost(@TempDir Path directory) {
    var check = new ReadingCheck(directory);
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    for (int seed = 0; seed < INPUTS; seed++) {
      FuzzedStudy fuzzed = FuzzedStudy.of(seed);
      assertThatCode(() -> outcomes.add(check.check(fuzzed)))
          .as("%s", fuzzed)
          .doesNotThrowAnyException();
    }
    assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
  }

  @Test
  void damagedFilesAreReadAlikeOnSpark(@TempDir Path directory) {
    var check = new ReadingCheck(directory);
    for (int seed = INPUTS; seed < INPUTS + ON_SPARK; seed++) {
      FuzzedStudy fuzzed = FuzzedStudy.of(seed);
      assertThatCode(() -> check.checkOnSpark(fuzzed)).as("%s", fuzzed).doesNotThrowAnyException();
    }
  }
}
