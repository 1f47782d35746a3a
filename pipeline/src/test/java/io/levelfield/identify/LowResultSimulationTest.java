package io.levelfield.identify;

import static io.levelfield.simulation.Simulation.below;
import static io.levelfield.simulation.Simulation.beta;
import static io.levelfield.simulation.Simulation.normal;
import static io.levelfield.simulation.Simulation.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.outcome.Circumstances;
import io.levelfield.outcome.MeasureEstimates;
import io.levelfield.simulation.Reliability;
import io.levelfield.simulation.Simulation;
import io.levelfield.stats.BetaBinomialFit;
import io.levelfield.stats.KnownBeta;
import io.levelfield.stats.NormalTail;
import io.levelfield.study.IdentifySettings;
import io.levelfield.study.OutcomeSettings.Shrinkage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Probabilities of low results where a school's examinations go together, beside what is true:
 * {@code scripts/simulate low-results}.
 */
class LowResultSimulationTest {
  private static final int YEAR = 2024;
  private static final int YEARS = 4;
  private static final double SHARE = .30;

  /**
   * A world.
   *
   * @param correlation of true shares of two examinations of a school, on the normal scale
   * @param lasting of true shares of one examination in two years
   */
  record World(
      String name,
      int schools,
      int smallest,
      int largest,
      int examinations,
      double mean,
      double concentration,
      double correlation,
      double lasting) {}

  private static final List<World> WORLDS =
      List.of(
          new World("22, 3–10 pupils, r .5", 22, 3, 10, 4, .18, 6, .5, .9),
          new World("22, 3–10 pupils, r .8", 22, 3, 10, 4, .18, 6, .8, .95),
          new World("22, 10–60 pupils, r .7", 22, 10, 60, 6, .18, 8, .7, .95),
          new World("100, 10–60 pupils, r 0", 100, 10, 60, 6, .18, 8, 0, .6),
          new World("100, 10–60 pupils, r .68", 100, 10, 60, 6, .18, 8, .68, .9),
          new World("100, 5–40 pupils, r .95", 100, 5, 40, 8, .18, 8, .95, .99));

  /** A data set: counts and what is true. */
  private record Drawn(List<ResultTally> tallies, List<Boolean> low, List<Boolean> stablyLow) {}

  private static Drawn drawn(World world, SplittableRandom random) {
    List<ResultTally> tallies = new ArrayList<>();
    List<Boolean> low = new ArrayList<>();
    List<Boolean> stably = new ArrayList<>();
    for (int s = 0; s < world.schools(); s++) {
      boolean[][] reached = new boolean[world.examinations()][YEARS];
      double ofSchool = normal(random);
      long n = random.nextInt(world.smallest(), world.largest() + 1);
      for (int e = 0; e < world.examinations(); e++) {
        double ofExamination = normal(random);
        for (int y = 0; y < YEARS; y++) {
          double z =
              Math.sqrt(world.correlation()) * ofSchool
                  + Math.sqrt(world.lasting() - world.correlation()) * ofExamination
                  + Math.sqrt(1 - world.lasting()) * normal(random);
          double share = beta(world.mean(), world.concentration(), NormalTail.above(0, z, 1));
          reached[e][y] = share >= SHARE;
          tallies.add(tally(s, e, YEAR - y, below(random, n, share), n));
        }
      }
      low.add(low(reached, 0));
      stably.add(IntStream.range(0, 3).filter(y -> low(reached, y)).count() >= 2);
    }
    tallies.sort((a, b) -> a.key().compareTo(b.key()));
    return new Drawn(tallies, low, stably);
  }

  private static boolean low(boolean[][] reached, int year) {
    int broad = 0;
    boolean again = false;
    for (boolean[] examination : reached) {
      broad += examination[year] ? 1 : 0;
      again |= examination[year] && examination[year + 1];
    }
    return broad >= 2 || again;
  }

  private static ResultTally tally(int school, int examination, int year, long below, long n) {
    return new ResultTally(
        new TallyKey(id(school), new Measure(year, "ВПР", "s" + examination, "5")),
        OptionalLong.of(n),
        OptionalLong.of(below),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new ScoreHistogram());
  }

  private static String id(int school) {
    return String.format("%05d", school);
  }

  @Test
  void probabilitiesHoldWhereExaminationsGoTogether() {
    print("| world | method | label | %s | told | true |", Reliability.HEAD);
    // The small version has two worlds only: a small district, and much correlation.
    List<World> worlds = Simulation.times() > 1 ? WORLDS : List.of(WORLDS.get(1), WORLDS.get(5));
    for (World world : worlds) {
      var before = new Reliability();
      var after = new Reliability();
      var stablyBefore = new Reliability();
      var stablyAfter = new Reliability();
      int sets = Math.max(1, 44 / world.schools()) * Simulation.times();
      for (int set = 0; set < sets; set++) {
        var random = new SplittableRandom(31 * set + world.hashCode());
        Drawn district = drawn(world, random);
        measure(district, plugIn(district), before, stablyBefore);
        measure(district, fitted(district), after, stablyAfter);
      }
      row(world, "before", "low", before);
      row(world, "after", "low", after);
      row(world, "before", "stably low", stablyBefore);
      row(world, "after", "stably low", stablyAfter);
      assertThat(after.brier()).isLessThan(before.brier() + .02);
      assertThat(after.falseAmongConfirmed())
          .isLessThan(.07 + 3 * Math.max(.03, after.falseAmongConfirmedSe()));
    }
  }

  private static void row(World world, String method, String label, Reliability told) {
    print(
        "| %s | %s | %s |%s | %.3f | %.3f |",
        world.name(), method, label, told, told.expected(), told.truths());
  }

  private static void measure(Drawn district, LowBasis basis, Reliability low, Reliability stably) {
    IdentifySettings settings = IdentifySettings.defaults();
    LowCriterion criterion = LowCriterion.of(settings.lowResult());
    var ofLow = new LowResultRule(basis, criterion, settings.points());
    var ofStably = new StablyLowRule(basis, criterion, settings.points());
    low.dataSet();
    stably.dataSet();
    for (int s = 0; s < district.low().size(); s++) {
      low.add(ofLow.probability(id(s)).orElseThrow(), district.low().get(s));
      stably.add(ofStably.probability(id(s)).orElseThrow(), district.stablyLow().get(s));
    }
  }

  private static LowBasis fitted(Drawn district) {
    var estimates =
        MeasureEstimates.of(
            unscaled(district), Circumstances.UNKNOWN, SHARE, .9, Shrinkage.INTEGRATED);
    return basis(estimates.estimates(), estimates.models(), true);
  }

  /** As it was: a beta prior with the mean and concentration of maximum likelihood, all alone. */
  private static LowBasis plugIn(Drawn district) {
    Map<Measure, List<ResultTally>> byMeasure =
        district.tallies().stream().collect(Collectors.groupingBy(ResultTally::measure));
    List<MeasureModel> models = new ArrayList<>();
    byMeasure.forEach(
        (measure, tallies) -> {
          var fit =
              BetaBinomialFit.fit(
                  tallies.stream().mapToLong(t -> t.belowMinimum().orElseThrow()).toArray(),
                  tallies.stream().mapToLong(t -> t.participants().orElseThrow()).toArray());
          models.add(
              new MeasureModel(
                  measure,
                  Optional.of(
                      new MeasureModel.Shares(
                          fit.schools(),
                          "beta",
                          KnownBeta.spread(fit.mean(), fit.concentration()),
                          fit.mean(),
                          0,
                          1,
                          fit.concentration(),
                          0,
                          1)),
                  Optional.empty()));
        });
    return basis(unscaled(district), models, false);
  }

  private static List<OutcomeEstimate> unscaled(Drawn district) {
    return district.tallies().stream().map(OutcomeEstimate::unscaled).toList();
  }

  private static LowBasis basis(
      List<OutcomeEstimate> estimates, List<MeasureModel> models, boolean together) {
    Map<String, SchoolCounts> counts = SchoolCounts.bySchool(estimates, models);
    SchoolEffect effect = together ? SchoolEffect.of(counts, YEAR, YEARS) : SchoolEffect.none();
    return new LowBasis(counts, YEAR, () -> effect);
  }
}
