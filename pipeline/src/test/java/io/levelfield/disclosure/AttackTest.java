package io.levelfield.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.disclosure.AttackedDistrict.Outcome;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of the districts of {@code scripts/simulate disclosure}. */
class AttackTest {
  @TempDir private Path directory;

  @Test
  void nothingHiddenIsRecoveredYearAfterYear() throws IOException {
    Outcome outcome = AttackedDistrict.of(1, directory);

    assertThat(outcome.hidden()).isPositive();
    assertThat(outcome.shown()).isPositive();
    assertThat(outcome.recovered()).isEmpty();
  }

  /** Mathematics of the committed sample, as its first two years and then all three. */
  @Test
  void nothingOfTheSampleIsRecovered() {
    StudyData sample = AttackedDistrict.read(Path.of("../data-samples/safonovo"));
    List<ResultTally> mathematics =
        sample.tallies().stream()
            .filter(tally -> tally.measure().subject().equals("математика"))
            .toList();
    Outcome outcome = AttackedDistrict.of(AttackedDistrict.with(sample, mathematics), 0);

    assertThat(outcome.shown()).isGreaterThan(20);
    assertThat(outcome.recovered()).isEmpty();
  }
}
