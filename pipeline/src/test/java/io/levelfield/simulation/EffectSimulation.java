package io.levelfield.simulation;

import io.levelfield.model.support.EffectAnalysis;
import io.levelfield.model.support.EffectAnalysis.Figures;
import io.levelfield.model.support.EffectAnalysis.Kind;
import io.levelfield.simulation.EffectDistrict.World;
import io.levelfield.study.EffectSettings;
import io.levelfield.support.effect.SupportEffect;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether effects of support are found where there are some, and only there, in districts that
 * choose the schools with the lowest results.
 */
final class EffectSimulation {
  private static final double CONFIDENCE = 0.90;
  private static final EffectSettings SETTINGS =
      new EffectSettings(null, null, null, 199, null, null);

  private EffectSimulation() {}

  public static void main(String[] arguments) {
    int districts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    System.out.println(
        "| schools | years before, after | world | true effect | before-after: gain | a gain |"
            + " interval above 0 | two-way fixed effects: error | effect: error |"
            + " interval (.90) holds | p ≤ .05 | minimum_detectable |\n"
            + "|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (int schools : new int[] {22, 40, 60}) {
      print("no effect", World.of(schools, 0.0), districts);
    }
    print("no effect", new World(40, 4, 0, List.of(2), 0.25, false, List.of(0.0)), districts);
    print(
        "no effect, own trends",
        new World(22, 6, 0.04, List.of(3), 0.25, false, List.of(0.0)),
        districts);
    print(
        "no effect, own trends",
        new World(40, 5, 0.04, List.of(3), 0.25, false, List.of(0.0)),
        districts);
    List<Integer> waves = List.of(2, 3, 4);
    print(
        "no effect, three waves", new World(40, 6, 0, waves, 0.45, false, List.of(0.0)), districts);
    for (int schools : new int[] {22, 40, 60}) {
      print("at once", World.of(schools, 0.3), districts);
    }
    print(
        "one-off, gone in a year",
        new World(40, 5, 0, List.of(3), 0.25, true, List.of(0.3, 0.0)),
        districts);
    print("three waves", new World(40, 6, 0, waves, 0.45, false, List.of(0.3)), districts);
    List<Double> growing = List.of(0.15, 0.3, 0.45, 0.6);
    print("three waves, growing", new World(40, 6, 0, waves, 0.45, false, growing), districts);
    print("three waves, growing", new World(60, 6, 0, waves, 0.45, false, growing), districts);
  }

  private static void print(String name, World world, int districts) {
    Found found = found(world, districts);
    System.out.printf(
        Locale.ROOT,
        "| %d | %d, %d | %s | %.2f | %s | %.2f | %.2f | %s | %s | %s | %s | %.2f |%n",
        world.schools(),
        world.waves().get(0),
        world.years() - world.waves().get(0),
        name,
        found.truth,
        found.gain,
        found.gains.value(),
        found.naive.value(),
        found.fixedEffects,
        found.error,
        found.held,
        found.rejected,
        found.detectable.mean());
  }

  /** What came of some districts. */
  static final class Found {
    double truth;
    final SimulatedMean gain = new SimulatedMean();
    final SimulatedMean fixedEffects = new SimulatedMean();
    final SimulatedMean error = new SimulatedMean();
    final SimulatedMean detectable = new SimulatedMean();
    SimulatedShare gains = SimulatedShare.none();
    SimulatedShare naive = SimulatedShare.none();
    SimulatedShare held = SimulatedShare.none();
    SimulatedShare rejected = SimulatedShare.none();
  }

  /** One district's numbers. */
  private record Outcome(double truth, double fixedEffects, Figures overall, Figures naive) {}

  static Found found(World world, int districts) {
    var found = new Found();
    for (Outcome own : Simulation.ofSeeds(districts, seed -> outcome(world, seed))) {
      Figures overall = own.overall();
      found.truth = own.truth();
      found.gain.add(own.naive().estimate());
      found.gains = found.gains.plus(own.naive().estimate() > 0);
      found.naive = found.naive.plus(own.naive().low() > 0);
      found.fixedEffects.add(own.fixedEffects() - own.truth());
      found.error.add(overall.estimate() - own.truth());
      found.held = found.held.plus(overall.low() <= own.truth() && own.truth() <= overall.high());
      found.rejected = found.rejected.plus(overall.permutationP().orElseThrow() <= 0.05);
      found.detectable.add(overall.minimumDetectable().orElseThrow());
    }
    return found;
  }

  private static Outcome outcome(World world, long seed) {
    var district = new EffectDistrict(world, seed);
    List<EffectAnalysis> analyses =
        SupportEffect.of(
            district.yearly(), Map.of(), district.support(), SETTINGS, CONFIDENCE, seed);
    return new Outcome(
        district.truth(),
        district.twoWayFixedEffects(),
        figures(analyses, Kind.OVERALL),
        figures(analyses, Kind.BEFORE_AFTER));
  }

  private static Figures figures(List<EffectAnalysis> analyses, Kind kind) {
    return analyses.stream()
        .filter(analysis -> analysis.kind() == kind)
        .findFirst()
        .flatMap(EffectAnalysis::figures)
        .orElseThrow();
  }
}
