package io.levelfield.simulation;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.simulation.SimulatedDistrict.World;
import io.levelfield.stats.LeastSquares;
import java.util.Arrays;

/** Whether schools said to be resilient truly are, by their levels without pupils' chance. */
final class ResilientSimulation {
  private static final double THIRD = 0.33;

  private ResilientSimulation() {}

  public static void main(String[] arguments) {
    int schools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    System.out.println(
        "| schools | pupils | confirmed, not truly so | confirmed, of all truly so | flagged, not"
            + " truly so | flagged, of all truly so | P .6-.8 true |\n|---|---|---|---|---|---|---|");
    for (World world :
        new World[] {
          World.of(22, 3, 10),
          World.of(100, 3, 10),
          World.of(22, 8, 40),
          new World(100, 3, 10, 5, 0.4, 0.25, 0.45, 0.15, 0)
        }) {
      Found found = found(world, Math.max(10, schools / world.schools()));
      System.out.printf(
          "| %d | %d-%d | %s | %s | %s | %s | %s |%n",
          world.schools(),
          world.fewest(),
          world.most(),
          found.falseConfirmed,
          found.confirmed,
          found.falseFlagged,
          found.flagged,
          found.likely);
    }
  }

  /** What came of some districts. */
  static final class Found {
    SimulatedShare falseConfirmed = SimulatedShare.none();
    SimulatedShare confirmed = SimulatedShare.none();
    SimulatedShare falseFlagged = SimulatedShare.none();
    SimulatedShare flagged = SimulatedShare.none();
    SimulatedShare likely = SimulatedShare.none();

    private void add(Found other) {
      falseConfirmed = falseConfirmed.plus(other.falseConfirmed);
      confirmed = confirmed.plus(other.confirmed);
      falseFlagged = falseFlagged.plus(other.falseFlagged);
      flagged = flagged.plus(other.flagged);
      likely = likely.plus(other.likely);
    }
  }

  static Found found(World world, int districts) {
    var all = new Found();
    Simulation.ofSeeds(districts, seed -> found(new SimulatedDistrict(world, seed)))
        .forEach(all::add);
    return all;
  }

  private static Found found(SimulatedDistrict district) {
    SimulatedRun run = SimulatedRun.of(district);
    boolean[] truly = resilient(district, run);
    boolean[] flagged = new boolean[truly.length];
    boolean[] confirmed = new boolean[truly.length];
    var found = new Found();
    for (Identification own : run.of(Label.RESILIENT)) {
      int school = SimulatedDistrict.number(own.schoolId());
      flagged[school] = own.flag();
      confirmed[school] = SimulatedRun.confirmed(own);
      double probability = own.probability().orElseThrow();
      if (probability >= 0.6 && probability < 0.8) {
        found.likely = found.likely.plus(truly[school]);
      }
    }
    for (int i = 0; i < truly.length; i++) {
      if (flagged[i]) {
        found.falseFlagged = found.falseFlagged.plus(!truly[i]);
      }
      if (confirmed[i]) {
        found.falseConfirmed = found.falseConfirmed.plus(!truly[i]);
      }
      if (truly[i]) {
        found.flagged = found.flagged.plus(flagged[i]);
        found.confirmed = found.confirmed.plus(confirmed[i]);
      }
    }
    return found;
  }

  /** The rule on true levels, for passports that are what they are. */
  private static boolean[] resilient(SimulatedDistrict district, SimulatedRun run) {
    double[] index = new double[district.index.length];
    for (ContextScore score : run.context().current()) {
      index[SimulatedDistrict.number(score.schoolId())] = score.index();
    }
    double[] lasting =
        Arrays.stream(district.levels)
            .mapToDouble(own -> Arrays.stream(own).average().orElseThrow())
            .toArray();
    double[] line =
        LeastSquares.fit(
                Arrays.stream(index).mapToObj(x -> new double[] {x}).toArray(double[][]::new),
                lasting)
            .coefficients();
    double[] sorted = lasting.clone();
    Arrays.sort(sorted);
    double median = (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    boolean[] resilient = new boolean[index.length];
    for (int i = 0; i < index.length; i++) {
      double own = index[i];
      double expected = line[0] + line[1] * own;
      long lower = Arrays.stream(index).filter(other -> other < own).count();
      long above = Arrays.stream(district.levels[i]).filter(level -> level > expected).count();
      resilient[i] =
          lower < THIRD * index.length
              && lasting[i] > expected
              && lasting[i] >= median
              && above >= 2;
    }
    return resilient;
  }
}
