package io.levelfield.simulation;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.simulation.SimulatedDistrict.World;
import io.levelfield.stats.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Examinations that get easier from year to year, and schools that lack some of the years: whether
 * adjusted results are those of schools as they are.
 */
final class LackingYearsSimulation {

  private LackingYearsSimulation() {}

  /** Whether a school has results of a year but the newest; {@code rank} is from 0 to 1. */
  private interface Presence {
    boolean in(int school, int year, double rank, RandomStream random);
  }

  /**
   * What happens to a district's results.
   *
   * @param easier points that the paper of a year gives away beyond the year before
   * @param wider how much wider its scores are spread
   * @param subjects 1 or 2
   */
  record Years(String name, double easier, double wider, int subjects, Presence presence) {}

  static final List<Years> WORLDS =
      List.of(
          new Years("all have all years", 8, 1, 1, (s, y, rank, r) -> true),
          new Years("one in ten has the newest only", 8, 1, 1, (s, y, rank, r) -> s % 10 > 0),
          new Years("each year lacks at random", 8, 1, 1, (s, y, rank, r) -> r.nextDouble() < 0.5),
          new Years(
              "the weak lack earlier years", 8, 1, 1, (s, y, rank, r) -> rank > r.nextDouble()),
          new Years(
              "the strong lack earlier years", 8, 1, 1, (s, y, rank, r) -> rank < r.nextDouble()),
          new Years(
              "the same, one in three has the first year",
              -5,
              1,
              1,
              (s, y, rank, r) -> y > 0 ? rank < r.nextDouble() : s % 3 == 0),
          new Years("no easier, at random", 0, 1, 1, (s, y, rank, r) -> r.nextDouble() < 0.5),
          new Years(
              "wider by 1.3 a year, at random", 8, 1.3, 1, (s, y, rank, r) -> r.nextDouble() < 0.5),
          new Years(
              "two subjects, the weak lack", 8, 1, 2, (s, y, rank, r) -> rank > r.nextDouble()));

  public static void main(String[] arguments) {
    int schools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
    System.out.println(
        "| schools | pupils | years | lacking years: held (.90) | mean error, sd | root mean square"
            + " error, sd | all years: held (.90) | mean error, sd | root mean square error, sd |\n"
            + "|---|---|---|---|---|---|---|---|---|");
    for (World world : new World[] {World.of(22, 8, 40), World.of(100, 5, 60)}) {
      for (Years years : WORLDS) {
        Found found = found(world, years, Math.max(10, schools / world.schools()));
        System.out.printf(
            "| %d | %d-%d | %s | %s | %s |%n",
            world.schools(), world.fewest(), world.most(), years.name(), found.some, found.all);
      }
    }
  }

  /** How adjusted results of some schools differ from their truth. */
  static final class Errors {
    SimulatedShare held = SimulatedShare.none();
    private double sum;
    private double squares;

    private void add(Errors other) {
      held = held.plus(other.held);
      sum += other.sum;
      squares += other.squares;
    }

    double mean() {
      return sum / held.of();
    }

    @Override
    public String toString() {
      return held.of() == 0
          ? "none | – | –"
          : String.format(
              Locale.ROOT, "%s | %+.3f | %.3f", held, mean(), Math.sqrt(squares / held.of()));
    }
  }

  /** Of schools that lack years, and of those that have all. */
  static final class Found {
    final Errors some = new Errors();
    final Errors all = new Errors();
  }

  static Found found(World world, Years years, int districts) {
    var all = new Found();
    Simulation.ofSeeds(districts, seed -> found(new SimulatedDistrict(world, seed), years, seed))
        .forEach(
            own -> {
              all.some.add(own.some);
              all.all.add(own.all);
            });
    return all;
  }

  private static Found found(SimulatedDistrict district, Years years, long seed) {
    Set<String> lacking = new HashSet<>();
    SimulatedRun run =
        SimulatedRun.of(
            district,
            district.with(tallies(district, years, seed, lacking), Map.of()),
            "context_index.uncertainty.replicates=20");
    double sd = SimulatedDistrict.PUPIL_SD * Math.pow(years.wider(), SimulatedDistrict.YEARS - 1);
    // z-scores are in standard deviations of all pupils, points in the newest year's.
    double scale = years.subjects() > 1 ? run.unit() / sd : 1 / sd;
    double[] truth =
        run.beyondContext(
            Arrays.stream(district.lasting)
                .mapToDouble(own -> own[0] / SimulatedDistrict.PUPIL_SD)
                .toArray());
    Map<String, Double> adjusted = new HashMap<>();
    for (AdjustedResult own : run.adjusted().results()) {
      adjusted.put(own.schoolId(), own.residual());
    }
    var found = new Found();
    for (ShrunkenResult own : run.adjusted().shrunken()) {
      double real = truth[SimulatedDistrict.number(own.schoolId())];
      var interval = own.adjusted().orElseThrow();
      double error = adjusted.get(own.schoolId()) * scale - real;
      Errors errors = lacking.contains(own.schoolId()) ? found.some : found.all;
      errors.held =
          errors.held.plus(interval.low() * scale <= real && real <= interval.high() * scale);
      errors.sum += error;
      errors.squares += error * error;
    }
    return found;
  }

  private static List<ResultTally> tallies(
      SimulatedDistrict district, Years years, long seed, Set<String> lacking) {
    RandomStream random = RandomStream.at(seed, 17, 4);
    double[] levels = Arrays.stream(district.lasting).mapToDouble(own -> own[0]).sorted().toArray();
    Map<String, Boolean> present = new HashMap<>();
    List<ResultTally> tallies = new ArrayList<>();
    for (ResultTally tally : district.data().tallies()) {
      int school = SimulatedDistrict.number(tally.schoolId());
      Measure measure = tally.measure();
      int year = measure.year() - SimulatedDistrict.LAST_YEAR + SimulatedDistrict.YEARS - 1;
      double rank =
          (Arrays.binarySearch(levels, district.lasting[school][0]) + 0.5) / levels.length;
      boolean takes =
          year == SimulatedDistrict.YEARS - 1
              || present.computeIfAbsent(
                  tally.schoolId() + " " + year,
                  key -> years.presence().in(school, year, rank, random));
      if (!takes) {
        lacking.add(tally.schoolId());
      } else if (years.subjects() > 1 || measure.subject().equals("русский")) {
        tallies.add(easier(tally, years, year));
      }
    }
    return tallies;
  }

  private static ResultTally easier(ResultTally tally, Years years, int year) {
    double wider = Math.pow(years.wider(), year);
    return new ResultTally(
        tally.key(),
        tally.participants(),
        tally.belowMinimum(),
        tally.top(),
        OptionalDouble.of(50 + years.easier() * year + wider * (tally.mean().orElseThrow() - 50)),
        tally.sd().isPresent()
            ? OptionalDouble.of(wider * tally.sd().getAsDouble())
            : OptionalDouble.empty(),
        tally.scores());
  }
}
