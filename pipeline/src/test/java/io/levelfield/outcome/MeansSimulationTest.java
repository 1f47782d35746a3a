package io.levelfield.outcome;

import static io.levelfield.simulation.Simulation.normal;
import static io.levelfield.simulation.Simulation.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.simulation.Simulation;
import io.levelfield.stats.NormalTail;
import io.levelfield.study.OutcomeSettings.Likeness;
import io.levelfield.study.OutcomeSettings.Shrinkage;
import io.levelfield.testing.Schools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How often intervals of shrunken means hold the true mean: {@code scripts/simulate means}. */
class MeansSimulationTest {
  private static final double[] NOMINAL = {.80, .90, .95};
  private static final double[] WANTED = {.78, .88, .93};
  private static final double PUPILS = 12;

  /** A school: its pupils, what its settlement is, and its index, standard normal. */
  private record Place(int n, String settlement, double index) {}

  /** A true mean of a school. */
  private interface Truth {
    double mean(SplittableRandom random, Place place);
  }

  private static final List<String> SETTLEMENTS = List.of("city", "city", "town", "village");

  private record World(String name, int smallest, int largest, Truth truth) {}

  private static final List<World> WORLDS =
      List.of(
          new World("normal, sd 5", 3, 10, (r, p) -> 50 + 5 * normal(r)),
          new World("normal, sd 2.5", 3, 10, (r, p) -> 50 + 2.5 * normal(r)),
          new World(
              "falling with size", 3, 10, (r, p) -> 70 - 10 * Math.log(p.n()) + 3 * normal(r)),
          new World("rising with size", 3, 40, (r, p) -> 40 + 5 * Math.log(p.n()) + 4 * normal(r)),
          new World("skewed", 3, 10, (r, p) -> 45 + 4 * Math.exp(.8 * normal(r))),
          new World("bimodal", 3, 10, (r, p) -> (r.nextInt(4) == 0 ? 40 : 53) + 2 * normal(r)),
          new World(
              "by settlement",
              3,
              10,
              (r, p) -> (p.settlement().equals("village") ? 42 : 52) + 2 * normal(r)),
          new World("by index", 3, 10, (r, p) -> 50 + 5 * p.index() + 2 * normal(r)),
          new World("step in index", 3, 40, (r, p) -> (p.index() < -.7 ? 42 : 52) + 2 * normal(r)),
          new World(
              "by all three",
              3,
              40,
              (r, p) ->
                  40
                      + 3 * p.index()
                      + 4 * Math.log(p.n())
                      + (p.settlement().equals("city") ? 3 : 0)
                      + 2 * normal(r)),
          new World("normal, sd 6", 5, 80, (r, p) -> 50 + 6 * normal(r)),
          new World("skewed", 5, 80, (r, p) -> 45 + 4 * Math.exp(.8 * normal(r))));

  /** How often intervals held, and how wide they were. */
  private static final class Held {
    private final double[] held = new double[NOMINAL.length];
    private double width;
    private double error;
    private double schools;

    void add(MeanEstimate estimate, double truth) {
      double off = Math.abs(estimate.shrunken() - truth);
      for (int c = 0; c < NOMINAL.length; c++) {
        held[c] += off <= NormalTail.quantile((1 + NOMINAL[c]) / 2) * estimate.se() ? 1 : 0;
      }
      width += 2 * NormalTail.quantile(.95) * estimate.se();
      error += off * off;
      schools++;
    }

    /** Four standard errors of a share of so many schools. */
    double slack() {
      return 4 * Math.sqrt(.15 / schools);
    }

    double held(int confidence) {
      return held[confidence] / schools;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          " %.3f | %.3f | %.3f | ±%.3f | %.1f | %.2f |",
          held(0),
          held(1),
          held(2),
          Math.sqrt(held(1) * (1 - held(1)) / schools),
          width / schools,
          Math.sqrt(error / schools));
    }
  }

  @Test
  void intervalsOfSmallDistrictsHoldAsOftenAsTheySay() {
    print(
        "| 22 schools, pupils | world | method | eb_mean: 80 %% | 90 %% | 95 %% | error of 90 %% |"
            + " width of 90 %% | root mean square error | result_eb: 80 %% | 90 %% | 95 %% | error |"
            + " width | root mean square error |");
    for (World world : WORLDS) {
      for (Shrinkage shrinkage : new Shrinkage[] {Shrinkage.REML, Shrinkage.INTEGRATED}) {
        var one = new Held();
        var pooled = new Held();
        for (int set = 0; set < 75 * Simulation.times(); set++) {
          run(
              world,
              shrinkage,
              new SplittableRandom(97 * set + world.name().hashCode()),
              one,
              pooled);
        }
        print(
            "| %d–%d | %s | %s |%s%s",
            world.smallest(),
            world.largest(),
            world.name(),
            shrinkage.name().toLowerCase(Locale.ROOT),
            one,
            pooled);
        if (shrinkage == Shrinkage.INTEGRATED) {
          for (int c = 0; c < NOMINAL.length; c++) {
            assertThat(one.held(c)).as(world.name()).isGreaterThan(WANTED[c] - one.slack());
            assertThat(pooled.held(c)).as(world.name()).isGreaterThan(WANTED[c] - pooled.slack());
          }
        }
      }
    }
  }

  private static void run(
      World world, Shrinkage shrinkage, SplittableRandom random, Held one, Held pooled) {
    List<ResultTally> tallies = new ArrayList<>();
    Map<String, Double> truths = new HashMap<>();
    List<School> schools = new ArrayList<>();
    List<ContextScore> scores = new ArrayList<>();
    for (int s = 0; s < 22; s++) {
      int n = random.nextInt(world.smallest(), world.largest() + 1);
      var place = new Place(n, SETTLEMENTS.get(random.nextInt(SETTLEMENTS.size())), normal(random));
      double truth = world.truth().mean(random, place);
      String id = "s" + (10 + s);
      schools.add(Schools.settled(id, place.settlement()));
      scores.add(new ContextScore(id, 2022, place.index(), 1, Map.of(), 1, 0, Map.of()));
      truths.put(id, truth);
      for (int year = 2022; year <= 2024; year++) {
        tallies.add(tally(random, id, year, n, truth));
      }
    }
    List<OutcomeEstimate> estimates =
        MeasureEstimates.of(
                StandardisedResults.of(tallies).estimates(),
                new Circumstances(schools, scores, List.of(Likeness.values())),
                .3,
                .9,
                shrinkage)
            .estimates();
    for (OutcomeEstimate e : estimates) {
      one.add(e.mean().orElseThrow(), truths.get(e.tally().schoolId()));
    }
    var pooling = new PooledResults(estimates);
    var years = new PoolingYears(3, 3, 0);
    List<SchoolResult> asPooled = pooling.pooled(years);
    List<ShrunkenResult> results =
        ShrunkenResults.of(pooling, years, asPooled, Map.of(), List.of(), .9, shrinkage).results();
    double level =
        level(asPooled)
            - tallies.stream().mapToDouble(MeansSimulationTest::mean).sum() / tallies.size();
    for (ShrunkenResult result : results) {
      pooled.add(result.result(), truths.get(result.schoolId()) + level);
    }
  }

  /** Results are told at the level the judged year showed; intervals are of schools beside it. */
  private static double level(List<SchoolResult> pooled) {
    return pooled.stream().mapToDouble(school -> school.result().orElseThrow()).sum()
        / pooled.size();
  }

  private static double mean(ResultTally tally) {
    return tally.mean().orElseThrow();
  }

  private static ResultTally tally(
      SplittableRandom random, String school, int year, long n, double truth) {
    var scores = new ScoreHistogram();
    for (int i = 0; i < n; i++) {
      scores.add(truth + PUPILS * normal(random));
    }
    return ResultTally.ofPupils(
        new TallyKey(school, new Measure(year, "ОГЭ", "математика", "9")),
        scores,
        OptionalLong.empty(),
        OptionalLong.empty());
  }
}
