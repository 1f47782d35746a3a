package io.levelfield.simulation;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.simulation.SimulatedDistrict.World;

/** Whether schools said to be in crisis fall, and how many are said so where none falls. */
final class CrisisSimulation {
  /** True level at which 30 % of pupils stay below the minimum, in the score's unit. */
  private static final double LOW_LEVEL = 45.24;

  private static final double FALL = 0.1;

  private CrisisSimulation() {}

  public static void main(String[] arguments) {
    int schools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    System.out.println(
        "| schools | pupils | sd of years | sd of trends | flagged | of those in true crisis, flagged | confirmed,"
            + " not falling at all | confirmed, not falling by .1 or not low | flagged, not falling"
            + " at all |\n|---|---|---|---|---|---|---|---|---|");
    for (World base :
        new World[] {
          World.of(22, 3, 10),
          World.of(22, 8, 40),
          World.of(100, 5, 60),
          new World(22, 5, 30, 5, 0.4, 0.5, 0.4, 0.25, 0)
        }) {
      for (double trend : new double[] {0, 0.1, 0.3}) {
        Found found = found(base.withTrend(trend), Math.max(10, schools / base.schools()));
        System.out.printf(
            "| %d | %d-%d | %.2f | %.1f | %s | %s | %s | %s | %s |%n",
            base.schools(),
            base.fewest(),
            base.most(),
            base.year(),
            trend,
            found.flagged,
            found.hits,
            found.wrongConfirmed,
            found.falseConfirmed,
            found.wrongFlagged);
      }
    }
  }

  /** What came of some districts. */
  static final class Found {
    SimulatedShare flagged = SimulatedShare.none();
    SimulatedShare hits = SimulatedShare.none();
    SimulatedShare wrongConfirmed = SimulatedShare.none();
    SimulatedShare falseConfirmed = SimulatedShare.none();
    SimulatedShare wrongFlagged = SimulatedShare.none();

    private void add(Found other) {
      flagged = flagged.plus(other.flagged);
      hits = hits.plus(other.hits);
      wrongConfirmed = wrongConfirmed.plus(other.wrongConfirmed);
      falseConfirmed = falseConfirmed.plus(other.falseConfirmed);
      wrongFlagged = wrongFlagged.plus(other.wrongFlagged);
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
    double unit = run.unit();
    var found = new Found();
    boolean[] flagged = new boolean[district.sizes.length];
    for (Identification own : run.of(Label.CRISIS)) {
      int school = SimulatedDistrict.number(own.schoolId());
      boolean falls = district.slopes[school] < 0;
      boolean truly = falls(district, school, unit) && low(district, school);
      flagged[school] = own.flag();
      if (own.flag()) {
        found.wrongFlagged = found.wrongFlagged.plus(!falls);
      }
      if (SimulatedRun.confirmed(own)) {
        found.wrongConfirmed = found.wrongConfirmed.plus(!falls);
        found.falseConfirmed = found.falseConfirmed.plus(!truly);
      }
    }
    boolean[] unfavourable = new boolean[flagged.length];
    run.of(Label.UNFAVOURABLE_CONTEXT).stream()
        .filter(Identification::formal)
        .forEach(own -> unfavourable[SimulatedDistrict.number(own.schoolId())] = true);
    for (int i = 0; i < flagged.length; i++) {
      found.flagged = found.flagged.plus(flagged[i]);
      if (unfavourable[i] && falls(district, i, unit) && low(district, i)) {
        found.hits = found.hits.plus(flagged[i]);
      }
    }
    return found;
  }

  private static boolean falls(SimulatedDistrict district, int school, double unit) {
    return district.slopes[school] / unit <= -FALL;
  }

  private static boolean low(SimulatedDistrict district, int school) {
    double[] levels = district.levels[school];
    return levels[levels.length - 1] <= LOW_LEVEL;
  }
}
