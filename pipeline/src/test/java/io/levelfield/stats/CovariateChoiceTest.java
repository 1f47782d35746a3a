package io.levelfield.stats;

import static io.levelfield.simulation.Simulation.below;
import static io.levelfield.simulation.Simulation.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.stats.CovariateChoice.Offer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CovariateChoiceTest {
  private static final int SCHOOLS = 200;
  private static final List<String> KINDS = List.of("city", "town", "village");

  /** Schools of known circumstances. */
  private static final class Schools {
    private final long[] n;
    private final long[] below;
    private final double[] means;
    private final double[] index;
    private final double[] logs;
    private final List<String> kinds = new ArrayList<>();

    /**
     * @param logOdds of failure by index and kind of settlement; means fall by ten as they rise by
     *     one
     */
    Schools(int schools, long seed, ToDoubleBiFunction<Double, String> logOdds) {
      var random = new SplittableRandom(seed);
      n = new long[schools];
      below = new long[schools];
      means = new double[schools];
      index = new double[schools];
      logs = new double[schools];
      for (int s = 0; s < schools; s++) {
        n[s] = random.nextInt(4, 30);
        logs[s] = Math.log((double) n[s]);
        index[s] = normal(random);
        kinds.add(KINDS.get(random.nextInt(KINDS.size())));
        double eta = logOdds.applyAsDouble(index[s], kinds.get(s)) + .3 * normal(random);
        below[s] = below(random, n[s], 1 / (1 + Math.exp(-eta)));
        means[s] = 50 - 10 * eta + 12 * normal(random) / Math.sqrt((double) n[s]);
      }
    }

    List<Offer> offers() {
      return List.of(
          Offer.ofNumbers("size", logs),
          Offer.ofGroups("settlement", kinds),
          Offer.ofNumbers("index", index));
    }

    Optional<CovariateChoice> ofShares() {
      return CovariateChoice.of(GroupedResponse.ofShares(below, n), offers());
    }

    Optional<CovariateChoice> ofMeans() {
      return CovariateChoice.of(GroupedResponse.ofMeans(means, n, 144), offers());
    }
  }

  @Test
  void findsWhatResultsGoWith() {
    var schools =
        new Schools(SCHOOLS, 1, (index, kind) -> -1 - .7 * index + (kind.equals("city") ? -1 : 0));

    assertThat(schools.ofShares().orElseThrow().names())
        .containsExactlyInAnyOrder("index", "settlement");
    assertThat(schools.ofMeans().orElseThrow().names())
        .containsExactlyInAnyOrder("index", "settlement");
  }

  @Test
  void scoreIsWhatCircumstancesMakeOfLogOdds() {
    var schools = new Schools(2000, 2, (index, kind) -> -1 - .7 * index);
    double[] score = schools.ofShares().orElseThrow().score();
    double slope =
        LeastSquares.fit(
                IntStream.range(0, 2000)
                    .mapToObj(s -> new double[] {schools.index[s]})
                    .toArray(double[][]::new),
                score)
            .coefficients()[1];

    assertThat(slope).isCloseTo(-.7, within(.06));
    // One coefficient: whoever uses the score learns its scale anew, and nothing else is in doubt.
    assertThat(schools.ofShares().orElseThrow().doubt()).containsOnly(0);
  }

  @Test
  void findsAStep() {
    var schools = new Schools(SCHOOLS, 3, (index, kind) -> index < -.7 ? 0 : -2);
    double[] score = schools.ofShares().orElseThrow().score();
    double most =
        IntStream.range(0, SCHOOLS)
            .filter(s -> schools.index[s] > 0)
            .mapToDouble(s -> score[s])
            .max()
            .orElseThrow();
    double least =
        IntStream.range(0, SCHOOLS)
            .filter(s -> schools.index[s] < -1.2)
            .mapToDouble(s -> score[s])
            .min()
            .orElseThrow();

    assertThat(least - most).isGreaterThan(1.2);
  }

  @Test
  void findsHardlyAnythingWhereThereIsNothing() {
    long found =
        IntStream.range(0, 200)
            .filter(seed -> new Schools(30, seed, (index, kind) -> -1).ofMeans().isPresent())
            .count();

    assertThat(found).isLessThan(20);
  }

  @Test
  void orderOfSchoolsAndNamesOfKindsChangeNothing() {
    var schools = new Schools(SCHOOLS, 4, (index, kind) -> kind.equals("town") ? 0 : -2);
    double[] score = schools.ofShares().orElseThrow().score();
    List<String> renamed = schools.kinds.stream().map(kind -> "x" + kind.charAt(2)).toList();
    List<String> reversed = new ArrayList<>(renamed);
    Collections.reverse(reversed);
    double[] other =
        CovariateChoice.of(
                GroupedResponse.ofShares(reversed(schools.below), reversed(schools.n)),
                List.of(Offer.ofGroups("settlement", reversed)))
            .orElseThrow()
            .score();

    for (int s = 0; s < SCHOOLS; s++) {
      assertThat(other[SCHOOLS - 1 - s]).isCloseTo(score[s], within(1e-6));
    }
  }

  private static long[] reversed(long[] values) {
    return IntStream.range(0, values.length)
        .mapToLong(i -> values[values.length - 1 - i])
        .toArray();
  }

  @Test
  void nobodyOrEverybodyBelowExplainsNothing() {
    long[] n = {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22};
    double[] size =
        IntStream.range(0, n.length).mapToDouble(i -> Math.log((double) n[i])).toArray();
    List<Offer> offers = List.of(Offer.ofNumbers("size", size));

    assertThat(CovariateChoice.of(GroupedResponse.ofShares(new long[n.length], n), offers))
        .isEmpty();
    assertThat(CovariateChoice.of(GroupedResponse.ofShares(n, n), offers)).isEmpty();
  }
}
