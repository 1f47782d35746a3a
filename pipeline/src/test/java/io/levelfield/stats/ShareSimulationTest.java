package io.levelfield.stats;

import static io.levelfield.simulation.Simulation.below;
import static io.levelfield.simulation.Simulation.beta;
import static io.levelfield.simulation.Simulation.normal;
import static io.levelfield.simulation.Simulation.print;
import static io.levelfield.simulation.Simulation.probability;
import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.simulation.Reliability;
import io.levelfield.simulation.Simulation;
import io.levelfield.stats.CovariateChoice.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Probabilities that the true share below the minimum reaches 30 %, where true shares spread in
 * several ways: {@code scripts/simulate shares}.
 */
class ShareSimulationTest {
  private static final double THRESHOLD = .30;

  /** A school: its pupils, what its settlement is, and its index, standard normal. */
  private record Place(int n, String settlement, double index) {}

  /** A true share of a school. */
  private interface Truth {
    double share(SplittableRandom random, Place place);
  }

  private static final List<String> SETTLEMENTS = List.of("city", "city", "town", "village");

  /**
   * A world.
   *
   * @param wanted the largest difference in a fifth of p wanted; 1 where data cannot tell the world
   */
  private record World(
      String name, int schools, int smallest, int largest, double wanted, Truth truth) {}

  private static final Truth BETA = (r, p) -> beta(.2, 6, r.nextDouble());
  private static final Truth BIMODAL =
      (r, p) -> probability((r.nextInt(4) == 0 ? -.2 : -2.4) + .3 * normal(r));
  private static final Truth TWO_POINTS = (r, p) -> r.nextInt(10) < 7 ? .15 : .40;
  private static final Truth SKEWED = (r, p) -> Math.min(.95, .1 * Math.exp(.9 * normal(r)));
  private static final Truth STEP = (r, p) -> probability((p.n() <= 6 ? -.3 : -2) + .3 * normal(r));
  private static final Truth BY_SETTLEMENT =
      (r, p) -> probability((p.settlement().equals("village") ? -.3 : -2) + .3 * normal(r));
  private static final Truth BY_INDEX =
      (r, p) -> probability(-1.3 - .8 * p.index() + .3 * normal(r));
  private static final Truth STEP_IN_INDEX =
      (r, p) -> probability((p.index() < -.7 ? -.2 : -2.2) + .3 * normal(r));
  private static final Truth BY_ALL =
      (r, p) ->
          probability(
              -1.5
                  - .5 * p.index()
                  + (p.settlement().equals("city") ? -.4 : .4)
                  - .8 * Math.log(p.n() / 6.)
                  + .3 * normal(r));

  /** Log-odds fall by 1.2 while size doubles. */
  private static Truth falling(double middle) {
    return (r, p) -> probability(-1.2 - 1.7 * Math.log(p.n() / middle) + .3 * normal(r));
  }

  private static final List<World> WORLDS =
      List.of(
          new World("beta", 500, 10, 60, .07, BETA),
          new World("bimodal", 500, 10, 60, .07, BIMODAL),
          new World("two points", 500, 10, 60, .07, TWO_POINTS),
          new World("skewed", 500, 10, 60, .07, SKEWED),
          new World("falling with size", 500, 10, 60, .07, falling(25)),
          new World("beta", 500, 3, 10, .07, BETA),
          new World("bimodal", 500, 3, 10, 1, BIMODAL),
          new World("two points", 500, 3, 10, 1, TWO_POINTS),
          new World("skewed", 500, 3, 10, .07, SKEWED),
          new World("falling with size", 500, 3, 10, .07, falling(6)),
          new World("step in size", 500, 3, 10, 1, STEP),
          new World("by settlement", 500, 3, 10, 1, BY_SETTLEMENT),
          new World("by index", 500, 3, 10, .07, BY_INDEX),
          new World("step in index", 500, 3, 10, 1, STEP_IN_INDEX),
          new World("by all three", 500, 3, 10, .07, BY_ALL),
          new World("by all three", 100, 5, 40, 1, BY_ALL),
          new World("beta", 22, 3, 10, 1, BETA),
          new World("bimodal", 22, 3, 10, 1, BIMODAL),
          new World("skewed", 22, 3, 10, 1, SKEWED),
          new World("falling with size", 22, 3, 10, 1, falling(6)),
          new World("by settlement", 22, 3, 10, 1, BY_SETTLEMENT),
          new World("by index", 22, 3, 10, 1, BY_INDEX),
          new World("alike, 31 %", 22, 3, 10, 1, (r, p) -> .31));

  @Test
  void probabilitiesHoldHoweverTrueSharesSpread() {
    print("| schools | pupils | true shares | method | %s |", Reliability.HEAD);
    for (World world : WORLDS) {
      var before = new Reliability();
      var after = new Reliability();
      int sets = Math.max(2, 88 / world.schools()) * Simulation.times();
      for (int set = 0; set < sets; set++) {
        run(world, new SplittableRandom(53 * set + world.name().hashCode()), before, after);
      }
      row(world, "before", before);
      row(world, "after", after);
      if (world.wanted() < 1) {
        assertThat(after.brier()).isLessThan(before.brier() + .01);
        assertThat(after.worst()).as(world.name()).isLessThan(world.wanted());
      }
    }
  }

  private static void row(World world, String method, Reliability told) {
    print(
        "| %d | %d–%d | %s | %s |%s |",
        world.schools(), world.smallest(), world.largest(), world.name(), method, told);
  }

  private static void run(
      World world, SplittableRandom random, Reliability before, Reliability after) {
    long[] n = new long[world.schools()];
    long[] x = new long[n.length];
    double[] logs = new double[n.length];
    double[] index = new double[n.length];
    List<String> settlements = new ArrayList<>();
    boolean[] reached = new boolean[n.length];
    for (int s = 0; s < n.length; s++) {
      var place =
          new Place(
              random.nextInt(world.smallest(), world.largest() + 1),
              SETTLEMENTS.get(random.nextInt(SETTLEMENTS.size())),
              normal(random));
      double share = world.truth().share(random, place);
      n[s] = place.n();
      logs[s] = Math.log(place.n());
      index[s] = place.index();
      settlements.add(place.settlement());
      reached[s] = share >= THRESHOLD;
      x[s] = below(random, n[s], share);
    }
    BetaBinomialFit plugIn = BetaBinomialFit.fit(x, n);
    Optional<CovariateChoice> choice =
        CovariateChoice.of(
            GroupedResponse.ofShares(x, n),
            List.of(
                Offer.ofNumbers("size", logs),
                Offer.ofGroups("settlement", settlements),
                Offer.ofNumbers("index", index)));
    double[] covariate = choice.map(CovariateChoice::score).orElse(logs);
    SharePrior averaged =
        SharePrior.fit(
            x, n, covariate, choice.map(CovariateChoice::doubt).orElse(new double[n.length]));
    before.dataSet();
    after.dataSet();
    for (int s = 0; s < n.length; s++) {
      before.add(plugIn.posterior(x[s], n[s]).probabilityAtLeast(THRESHOLD), reached[s]);
      after.add(
          averaged.posterior(averaged.kind(covariate[s]), x[s], n[s]).probabilityAtLeast(THRESHOLD),
          reached[s]);
    }
  }
}
