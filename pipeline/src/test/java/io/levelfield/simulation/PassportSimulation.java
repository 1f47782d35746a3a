package io.levelfield.simulation;

import io.levelfield.model.context.RankInterval;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.simulation.SimulatedDistrict.World;
import io.levelfield.stats.LeastSquares;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Counts of small schools: whether intervals of ranks and of adjusted results hold what the true
 * composition gives, and whether unfavourable conditions are what they are said to be.
 */
final class PassportSimulation {
  private static final double QUARTER = 0.25;

  private PassportSimulation() {}

  public static void main(String[] arguments) {
    int schools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6_000;
    System.out.println(
        "| district | passport | rank held (.90) | adjusted result held (.90) | its interval, sd"
            + " | confirmed false | said | confirmed | P .4-.6 true | P .2-.4 true | P .6-.8 true |\n"
            + "|---|---|---|---|---|---|---|---|---|---|---|");
    World[] worlds = {
      World.of(22, 3, 10),
      World.of(100, 3, 10),
      World.of(22, 8, 40),
      World.of(300, 5, 60),
      new World(100, 3, 30, 3, 0.1, 0.35, 0.3, 0.1, 0),
      new World(100, 3, 30, 5, 0.8, 0.6, 0.2, 0.1, 0)
    };
    for (World world : worlds) {
      for (String passport : new String[] {"exact", "sample"}) {
        Found found = found(world, Math.max(10, schools / world.schools()), passport);
        System.out.printf(
            "| %s | %s | %s | %s | %.2f | %s | %.3f | %s | %s | %s | %s |%n",
            world,
            passport,
            found.ranks,
            found.adjusted,
            found.width / found.widths,
            found.wrong,
            found.saidWrong / found.wrong.of(),
            found.confirmed,
            found.fifths[2],
            found.fifths[1],
            found.fifths[3]);
      }
    }
  }

  /** What came of some districts. */
  static final class Found {
    SimulatedShare ranks = SimulatedShare.none();
    SimulatedShare adjusted = SimulatedShare.none();
    SimulatedShare wrong = SimulatedShare.none();
    SimulatedShare confirmed = SimulatedShare.none();
    double saidWrong;
    double width;
    long widths;
    final SimulatedShare[] fifths =
        IntStream.range(0, 5).mapToObj(f -> SimulatedShare.none()).toArray(SimulatedShare[]::new);

    private void add(Found other) {
      ranks = ranks.plus(other.ranks);
      adjusted = adjusted.plus(other.adjusted);
      wrong = wrong.plus(other.wrong);
      confirmed = confirmed.plus(other.confirmed);
      saidWrong += other.saidWrong;
      width += other.width;
      widths += other.widths;
      Arrays.setAll(fifths, f -> fifths[f].plus(other.fifths[f]));
    }
  }

  static Found found(World world, int districts, String passport) {
    var all = new Found();
    Simulation.ofSeeds(districts, seed -> found(new SimulatedDistrict(world, seed), passport))
        .forEach(all::add);
    return all;
  }

  private static Found found(SimulatedDistrict district, String passport) {
    SimulatedRun run = SimulatedRun.of(district, "context_index.passport=" + passport);
    var found = new Found();
    for (RankInterval interval : run.context().index().ranks()) {
      double own = district.index[SimulatedDistrict.number(interval.schoolId())];
      long rank = 1 + Arrays.stream(district.index).filter(other -> other > own).count();
      found.ranks = found.ranks.plus(interval.low() <= rank && rank <= interval.high());
    }
    adjusted(district, run, found);
    boolean[] unfavourable = unfavourable(district);
    for (Identification own : run.of(Label.UNFAVOURABLE_CONTEXT)) {
      boolean truly = unfavourable[SimulatedDistrict.number(own.schoolId())];
      boolean confirmed = SimulatedRun.confirmed(own);
      found.confirmed = found.confirmed.plus(confirmed);
      if (confirmed) {
        found.wrong = found.wrong.plus(!truly);
        found.saidWrong += 1 - own.probability().orElseThrow();
      }
      int fifth = (int) Math.min(4, 5 * own.probability().orElseThrow());
      found.fifths[fifth] = found.fifths[fifth].plus(truly);
    }
    return found;
  }

  private static void adjusted(SimulatedDistrict district, SimulatedRun run, Found found) {
    double[] lasting =
        Arrays.stream(district.lasting)
            .mapToDouble(own -> Arrays.stream(own).average().orElseThrow())
            .toArray();
    double[][] index =
        Arrays.stream(district.index).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    double[] line = LeastSquares.fit(index, lasting).coefficients();
    double unit = run.unit();
    for (ShrunkenResult own : run.adjusted().shrunken()) {
      int school = SimulatedDistrict.number(own.schoolId());
      double truth = (lasting[school] - line[0] - line[1] * district.index[school]) / unit;
      var interval = own.adjusted().orElseThrow();
      found.adjusted = found.adjusted.plus(interval.low() <= truth && truth <= interval.high());
      found.width += interval.high() - interval.low();
      found.widths++;
    }
  }

  /** The rule by the true composition. */
  private static boolean[] unfavourable(SimulatedDistrict district) {
    int schools = district.index.length;
    int indicators = district.shares[0].length;
    boolean[] unfavourable = new boolean[schools];
    for (int i = 0; i < schools; i++) {
      int school = i;
      long lower = Arrays.stream(district.index).filter(o -> o < district.index[school]).count();
      long signs =
          IntStream.range(0, indicators)
              .filter(
                  j ->
                      Arrays.stream(district.shares)
                              .filter(o -> o[j] > district.shares[school][j])
                              .count()
                          < QUARTER * schools)
              .count();
      unfavourable[i] = lower < QUARTER * schools || signs >= Math.max(2, indicators / 2.0);
    }
    return unfavourable;
  }
}
