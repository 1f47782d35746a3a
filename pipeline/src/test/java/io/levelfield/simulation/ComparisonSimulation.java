package io.levelfield.simulation;

import io.levelfield.model.cluster.Neighbourhood;
import io.levelfield.model.outcome.ExpectedChange;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.simulation.SimulatedDistrict.World;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether the interval of a school's difference from similar schools holds the true one, and
 * whether the pooled results of the lowest schools change by themselves as is foretold.
 */
final class ComparisonSimulation {
  private ComparisonSimulation() {}

  public static void main(String[] arguments) {
    int schools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    System.out.println(
        "| schools | pupils | sd of schools | similar: held (.90) | withheld | next year, foretold"
            + " | next year, true | all years new, foretold | all years new, true |\n"
            + "|---|---|---|---|---|---|---|---|---|");
    for (World world :
        new World[] {
          World.of(22, 3, 10),
          World.of(22, 8, 40),
          World.of(100, 3, 40),
          new World(22, 3, 10, 5, 0.4, 0.35, 0.02, 0.1, 0)
        }) {
      Found found = found(world, Math.max(10, schools / world.schools()));
      System.out.printf(
          "| %d | %d-%d | %.2f | %s | %s | %.3f | %.3f | %.3f | %.3f |%n",
          world.schools(),
          world.fewest(),
          world.most(),
          world.school(),
          found.held,
          found.withheld,
          found.nextForetold / found.lowest,
          found.nextTrue / found.lowest,
          found.allForetold / found.lowest,
          found.allTrue / found.lowest);
    }
  }

  /** What came of some districts; changes are sums over the lowest quarter of pooled results. */
  static final class Found {
    SimulatedShare held = SimulatedShare.none();
    SimulatedShare withheld = SimulatedShare.none();
    long lowest;
    double nextForetold;
    double nextTrue;
    double allForetold;
    double allTrue;

    private void add(Found other) {
      held = held.plus(other.held);
      withheld = withheld.plus(other.withheld);
      lowest += other.lowest;
      nextForetold += other.nextForetold;
      nextTrue += other.nextTrue;
      allForetold += other.allForetold;
      allTrue += other.allTrue;
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
    double grand =
        run.outcomes().estimates().stream()
            .mapToDouble(e -> e.tally().mean().orElseThrow() - unit * e.z().orElseThrow())
            .average()
            .orElseThrow();
    double[] truth =
        Arrays.stream(district.lasting)
            .mapToDouble(own -> (Arrays.stream(own).average().orElseThrow() - grand) / unit)
            .toArray();
    var found = new Found();
    similar(run, truth, found);
    changes(run, truth, found);
    return found;
  }

  private static void similar(SimulatedRun run, double[] truth, Found found) {
    for (Neighbourhood own : run.similar().schools()) {
      if (own.comparison().isPresent()) {
        var comparison = own.comparison().get();
        double difference = truth[SimulatedDistrict.number(own.schoolId())] - comparison.expected();
        boolean withheld = comparison.low().isEmpty();
        found.withheld = found.withheld.plus(withheld);
        if (!withheld) {
          found.held =
              found.held.plus(
                  comparison.low().getAsDouble() <= difference
                      && difference <= comparison.high().getAsDouble());
        }
      }
    }
  }

  private static void changes(SimulatedRun run, double[] truth, Found found) {
    Map<String, Double> pooled = new HashMap<>();
    run.outcomes().results().forEach(r -> pooled.put(r.schoolId(), r.result().orElseThrow()));
    double[] sorted = pooled.values().stream().mapToDouble(v -> v).sorted().toArray();
    double quarter = sorted[sorted.length / 4];
    Map<String, Double> oldest = new HashMap<>();
    for (SchoolResult year : run.outcomes().yearly()) {
      if (year.lastYear() == SimulatedDistrict.LAST_YEAR - SimulatedDistrict.YEARS + 1) {
        oldest.put(year.schoolId(), year.result().orElseThrow());
      }
    }
    for (ExpectedChange own : run.adjusted().changes()) {
      double result = pooled.get(own.schoolId());
      if (result < quarter) {
        double level = truth[SimulatedDistrict.number(own.schoolId())];
        found.lowest++;
        found.nextForetold += own.nextYear();
        found.allForetold += own.allYears();
        found.allTrue += level - result;
        // Equal sizes of years: the oldest third makes room for a year at the true level.
        found.nextTrue += (level - oldest.get(own.schoolId())) / SimulatedDistrict.YEARS;
      }
    }
  }
}
