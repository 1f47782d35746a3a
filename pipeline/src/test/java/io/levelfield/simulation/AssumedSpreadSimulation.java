package io.levelfield.simulation;

import io.levelfield.model.identify.Label;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.simulation.SimulatedDistrict.World;
import io.levelfield.stats.NormalTail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * One year of means and participants without deviations: whether intervals hold under an assumed
 * spread, a right one, a wrong one, and that of all pupils.
 */
final class AssumedSpreadSimulation {
  /** High results of this one year. */
  private static final List<String> SETTINGS =
      List.of(
          "context_index.uncertainty.replicates=20",
          "identify.high_result.years=1",
          "identify.high_result.of=1");

  private AssumedSpreadSimulation() {}

  /** What is known of the spread within schools. */
  enum Known {
    EACH_SCHOOL("each school's own"),
    NOTHING("nothing"),
    WITHIN("within_sd: 10, as it is", "10"),
    TOO_SMALL("within_sd: 8", "8"),
    TOO_LARGE("within_sd: 12.5", "12.5"),
    OVERALL("sd_overall");

    private final String told;
    private final Optional<String> setting;

    Known(String told) {
      this.told = told;
      setting = Optional.empty();
    }

    Known(String told, String sd) {
      this.told = told;
      setting = Optional.of("outcome.within_sd=[{sd: " + sd + "}]");
    }
  }

  public static void main(String[] arguments) {
    int schools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
    System.out.println(
        "| schools | pupils | spread known | eb_mean: held (.90) | width, sd | adjusted_result:"
            + " held (.90) | width, sd | high results, judged |\n|---|---|---|---|---|---|---|---|");
    for (World world :
        new World[] {World.of(22, 3, 10), World.of(22, 8, 40), World.of(100, 5, 60)}) {
      for (Known known : Known.values()) {
        Found found = found(world, known, Math.max(10, schools / world.schools()));
        System.out.printf(
            "| %d | %d-%d | %s | %s | %s | %s | %s | %.2f |%n",
            world.schools(),
            world.fewest(),
            world.most(),
            known.told,
            found.means,
            mean(found.width, found.means),
            found.adjusted,
            mean(found.adjustedWidth, found.adjusted),
            (double) found.judged / found.schools);
      }
    }
  }

  private static String mean(double sum, SimulatedShare of) {
    return of.of() == 0 ? "–" : String.format(Locale.ROOT, "%.2f", sum / of.of());
  }

  /** What came of some districts. */
  static final class Found {
    SimulatedShare means = SimulatedShare.none();
    SimulatedShare adjusted = SimulatedShare.none();
    private double width;
    private double adjustedWidth;
    long judged;
    private long schools;

    private void add(Found other) {
      means = means.plus(other.means);
      adjusted = adjusted.plus(other.adjusted);
      width += other.width;
      adjustedWidth += other.adjustedWidth;
      judged += other.judged;
      schools += other.schools;
    }
  }

  static Found found(World world, Known known, int districts) {
    var all = new Found();
    Simulation.ofSeeds(districts, seed -> found(new SimulatedDistrict(world, seed), known))
        .forEach(all::add);
    return all;
  }

  private static Found found(SimulatedDistrict district, Known known) {
    List<ResultTally> tallies = new ArrayList<>();
    Map<Measure, Double> overall = new TreeMap<>();
    for (ResultTally tally : district.data().tallies()) {
      Measure measure = tally.measure();
      if (measure.year() == SimulatedDistrict.LAST_YEAR && measure.subject().equals("русский")) {
        tallies.add(known == Known.EACH_SCHOOL ? tally : withoutSd(tally));
        overall.put(measure, overallSd(district, measure));
      }
    }
    StudyData data = district.with(tallies, known == Known.OVERALL ? overall : Map.of());
    List<String> settings = new ArrayList<>(SETTINGS);
    known.setting.ifPresent(settings::add);
    SimulatedRun run = SimulatedRun.of(district, data, settings.toArray(String[]::new));
    return found(district, run);
  }

  private static ResultTally withoutSd(ResultTally tally) {
    return new ResultTally(
        tally.key(),
        tally.participants(),
        tally.belowMinimum(),
        tally.top(),
        tally.mean(),
        OptionalDouble.empty(),
        tally.scores());
  }

  /** Of all pupils: that of schools' own pupils, and what schools' means add. */
  private static double overallSd(SimulatedDistrict district, Measure measure) {
    double pupils = 0;
    double sum = 0;
    double squares = 0;
    for (ResultTally tally : district.data().tallies()) {
      if (tally.measure().equals(measure)) {
        double n = tally.participants().orElseThrow();
        double mean = tally.mean().orElseThrow();
        double sd = tally.sd().orElse(0);
        pupils += n;
        sum += n * mean;
        squares += (n - 1) * sd * sd + n * mean * mean;
      }
    }
    return Math.sqrt((squares - sum * sum / pupils) / (pupils - 1));
  }

  private static Found found(SimulatedDistrict district, SimulatedRun run) {
    var found = new Found();
    int year = SimulatedDistrict.YEARS - 1;
    double reach = NormalTail.quantile(0.95);
    for (OutcomeEstimate own : run.outcomes().estimates()) {
      Optional<MeanEstimate> mean = own.mean();
      if (mean.isPresent()) {
        double truth = district.levels[SimulatedDistrict.number(own.tally().schoolId())][year];
        double half = reach * mean.get().se();
        found.means = found.means.plus(Math.abs(truth - mean.get().shrunken()) <= half);
        found.width += 2 * half / SimulatedDistrict.PUPIL_SD;
      }
    }
    double[] truth =
        run.beyondContext(Arrays.stream(district.levels).mapToDouble(own -> own[year]).toArray());
    for (ShrunkenResult own : run.adjusted().shrunken()) {
      var interval = own.adjusted().orElseThrow();
      double real = truth[SimulatedDistrict.number(own.schoolId())];
      found.adjusted = found.adjusted.plus(interval.low() <= real && real <= interval.high());
      found.adjustedWidth += (interval.high() - interval.low()) / SimulatedDistrict.PUPIL_SD;
    }
    found.judged = run.labels().judged().getOrDefault(Label.HIGH_RESULT, Set.of()).size();
    found.schools = district.world().schools();
    return found;
  }
}
