package io.levelfield.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.study.WithinSd;
import io.levelfield.testing.InEnglish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AssumedSpreadTest {
  private static final Measure MATHS = new Measure(2018, "ЕГЭ", "maths", "");

  /** Means 40 and 60 of 10 pupils each: Σn(ȳ-M)² = 2000. */
  private static final List<ResultTally> MEANS =
      List.of(tally("a", 10, 40, -1), tally("b", 10, 60, -1));

  @Test
  void takesTheSettingThatNamesMost() {
    var spread =
        new AssumedSpread(
            MEANS,
            Map.of(MATHS, 30.0),
            List.of(setting(Optional.empty(), 9), setting(Optional.of("maths"), 11)));

    assertThat(spread.tallies()).allSatisfy(t -> assertThat(t.sd()).hasValue(11));
    assertThat(spread.assumed()).hasSize(2);
  }

  /** (19 · S² - 2000) / 18 is 100 for S² = 200. */
  @Test
  void takesTheSpreadOfMeansOutOfThatOfAllPupils() {
    var spread = new AssumedSpread(MEANS, Map.of(MATHS, Math.sqrt(200)), List.of());

    assertThat(spread.tallies().get(0).sd().orElseThrow()).isCloseTo(10, within(1e-12));
  }

  @Test
  void leavesWhatIsKnown() {
    var known = tally("c", 10, 50, 7);

    var spread = new AssumedSpread(List.of(known), Map.of(MATHS, 12.0), List.of());

    assertThat(spread.tallies()).containsExactly(known);
    assertThat(spread.assumed()).isEmpty();
    assertThat(spread.notes()).isEmpty();
  }

  @Test
  void saysWhereAllPupilsDifferLessThanSchools() {
    var spread = new AssumedSpread(MEANS, Map.of(MATHS, 9.0), List.of());

    assertThat(spread.assumed()).isEmpty();
    assertThat(InEnglish.of(spread.notes()))
        .containsExactly(
            "2018 ЕГЭ maths: the standard deviation of all pupils, 9.0, is less than that of"
                + " schools' means and tells nothing of the spread within schools");
  }

  private static WithinSd setting(Optional<String> subject, double sd) {
    return new WithinSd(Optional.empty(), subject, Optional.empty(), OptionalInt.empty(), sd);
  }

  private static ResultTally tally(String school, long n, double mean, double sd) {
    return new ResultTally(
        new TallyKey(school, MATHS),
        OptionalLong.of(n),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.of(mean),
        sd < 0 ? OptionalDouble.empty() : OptionalDouble.of(sd),
        new ScoreHistogram());
  }
}
