package io.levelfield.support.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.LinkedScores;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.ScorePairs;
import io.levelfield.model.input.TallyKey;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Twenty-eight pupils with all places from 1 to 28 in both years: the correlation is Spearman's.
 */
class LinkedRanksTest {
  private static final int PUPILS = 28;
  private static final Measure EARLIER = new Measure(2022, "exam", "maths", "");
  private static final Measure LATER = new Measure(2023, "exam", "maths", "");

  @Test
  void goTogetherAsSpearmanHasIt() {
    IntUnaryOperator fivefold = i -> 5 * i % PUPILS;
    double squares =
        IntStream.range(0, PUPILS)
            .mapToDouble(i -> i - fivefold.applyAsInt(i))
            .map(d -> d * d)
            .sum();

    assertThat(ranks(PUPILS, fivefold).correlation())
        .isCloseTo(1 - 6 * squares / (PUPILS * (PUPILS * PUPILS - 1.0)), within(1e-12));
    assertThat(ranks(PUPILS, i -> i).correlation()).isCloseTo(1, within(1e-12));
    assertThat(ranks(PUPILS, i -> PUPILS - 1 - i).correlation()).isCloseTo(-1, within(1e-12));
  }

  @Test
  void withoutAnySpreadNothingSpeaksAgainstTheLinks() {
    assertThat(ranks(PUPILS, i -> 0).correlation()).isEqualTo(1);
  }

  /** The upper end of Fisher's interval of .95, whose transformed standard error is 1/5 here. */
  @Test
  void areSurelyBelowABoundThatTheIntervalDoesNotReach() {
    LinkedRanks ranks = ranks(PUPILS, i -> 5 * i % PUPILS);
    double r = ranks.correlation();
    double end = Math.tanh(Math.log((1 + r) / (1 - r)) / 2 + 1.959963985 / 5);

    assertThat(ranks.surelyBelow(end + 1e-6, .95)).isTrue();
    assertThat(ranks.surelyBelow(end - 1e-6, .95)).isFalse();
    assertThat(ranks.surelyBelow(r, .95)).isFalse();
    assertThat(ranks(PUPILS, i -> PUPILS - 1 - i).surelyBelow(-.99, .95)).isTrue();
  }

  @Test
  void ofThreePupilsNothingIsSure() {
    assertThat(ranks(3, i -> 2 - i).surelyBelow(.9, .5)).isFalse();
    assertThat(ranks(4, i -> 3 - i).surelyBelow(.9, .5)).isTrue();
  }

  private static LinkedRanks ranks(int pupils, IntUnaryOperator later) {
    double[] first = IntStream.range(0, pupils).mapToDouble(i -> i).toArray();
    double[] second = IntStream.range(0, pupils).map(later).mapToDouble(i -> i).toArray();
    var linked =
        new LinkedScores(new TallyKey("a", LATER), EARLIER, false, ScorePairs.of(first, second));
    var ranks =
        new MeasureRanks(
            List.of(tally(EARLIER, first), tally(LATER, second)), List.of(EARLIER, LATER));
    return LinkedRanks.of(List.of(linked), ranks);
  }

  private static ResultTally tally(Measure measure, double[] scores) {
    var histogram = new ScoreHistogram();
    for (double score : scores) {
      histogram.add(score);
    }
    return new ResultTally(
        new TallyKey("a", measure),
        OptionalLong.of(scores.length),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        histogram);
  }
}
