package io.levelfield.simulation;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.simulation.SimulatedDistrict.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some schools keep their weakest quarter away from every examination: what that does to their
 * results and labels, and what is noticed once the pupils who should have come are known.
 */
final class AbsentSimulation {
  private AbsentSimulation() {}

  /** What became of the district. */
  enum Situation {
    ALL_SIT("all sit"),
    UNKNOWN("weakest quarter absent, enrolment unknown"),
    KNOWN("weakest quarter absent, enrolment known");

    private final String text;

    Situation(String text) {
      this.text = text;
    }
  }

  public static void main(String[] arguments) {
    int schools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
    System.out.println(
        "| pupils | situation | schools | z | low result | resilient | high result | asked |\n"
            + "|---|---|---|---|---|---|---|---|");
    for (World world : new World[] {World.of(500, 10, 60), World.of(500, 4, 15)}) {
      int leavingOut = world.schools() * 40 / 500;
      for (Situation situation : Situation.values()) {
        Found found = found(world, leavingOut, situation, Math.max(2, schools / world.schools()));
        System.out.println(row(world, situation, "the 40", found.leavingOut));
        System.out.println(row(world, situation, "all others", found.others));
      }
    }
  }

  private static String row(World world, Situation situation, String schools, Labelled of) {
    return String.format(
        Locale.ROOT,
        "| %d-%d | %s | %s | %s | %s | %s | %s | %s |",
        world.fewest(),
        world.most(),
        situation.text,
        schools,
        of.z(),
        of.low,
        of.resilient,
        of.high,
        of.asked);
  }

  /** What became of some schools. */
  static final class Labelled {
    private final List<Double> zs = new ArrayList<>();
    SimulatedShare low = SimulatedShare.none();
    SimulatedShare resilient = SimulatedShare.none();
    SimulatedShare high = SimulatedShare.none();
    SimulatedShare asked = SimulatedShare.none();

    double meanZ() {
      return zs.stream().mapToDouble(z -> z).average().orElseThrow();
    }

    private String z() {
      double[] all = zs.stream().mapToDouble(z -> z).toArray();
      return String.format(
          Locale.ROOT, "%+.3f ± %.3f", meanZ(), SimulatedDistrict.sd(all) / Math.sqrt(all.length));
    }

    private void add(Labelled other) {
      zs.addAll(other.zs);
      low = low.plus(other.low);
      resilient = resilient.plus(other.resilient);
      high = high.plus(other.high);
      asked = asked.plus(other.asked);
    }
  }

  /** Schools that leave out pupils, or would, and all others. */
  record Found(Labelled leavingOut, Labelled others) {
    Found() {
      this(new Labelled(), new Labelled());
    }

    private Labelled of(String schoolId, int schoolsLeavingOut) {
      return SimulatedDistrict.number(schoolId) < schoolsLeavingOut ? leavingOut : others;
    }
  }

  static Found found(World world, int leavingOut, Situation situation, int districts) {
    var all = new Found();
    Simulation.ofSeeds(districts, seed -> found(world, leavingOut, situation, seed))
        .forEach(
            own -> {
              all.leavingOut.add(own.leavingOut);
              all.others.add(own.others);
            });
    return all;
  }

  private static Found found(World world, int leavingOut, Situation situation, long seed) {
    var district =
        new SimulatedDistrict(world, seed, situation == Situation.ALL_SIT ? 0 : leavingOut);
    StudyData data = situation == Situation.KNOWN ? district.withEnrolment() : district.data();
    SimulatedRun run = SimulatedRun.checked(district, data);
    var found = new Found();
    run.outcomes()
        .results()
        .forEach(own -> found.of(own.schoolId(), leavingOut).zs.add(own.z().orElseThrow()));
    Set<String> low = flagged(run, Label.LOW_RESULT);
    Set<String> resilient = flagged(run, Label.RESILIENT);
    Set<String> high = flagged(run, Label.HIGH_RESULT);
    Set<String> asked =
        run.quality().findings().stream()
            .filter(finding -> finding.rule().startsWith("absent-pupils"))
            .map(QualityFinding::schoolId)
            .collect(Collectors.toSet());
    data.schools()
        .forEach(
            school -> {
              Labelled of = found.of(school.id(), leavingOut);
              of.low = of.low.plus(low.contains(school.id()));
              of.resilient = of.resilient.plus(resilient.contains(school.id()));
              of.high = of.high.plus(high.contains(school.id()));
              of.asked = of.asked.plus(asked.contains(school.id()));
            });
    return found;
  }

  private static Set<String> flagged(SimulatedRun run, Label label) {
    return run.of(label).stream()
        .filter(Identification::flag)
        .map(Identification::schoolId)
        .collect(Collectors.toSet());
  }
}
