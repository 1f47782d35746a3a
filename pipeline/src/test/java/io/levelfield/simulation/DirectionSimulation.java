package io.levelfield.simulation;

import io.levelfield.context.ContextIndex;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.Passport;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Correlation;
import io.levelfield.stats.RandomStream;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.StudyLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What is said of indicators whose directions are given wrongly, and which way PCA then points. */
final class DirectionSimulation {
  private DirectionSimulation() {}

  public static void main(String[] arguments) {
    int districts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    System.out.println(
        "| schools | indicators | wrong | r of index and results | note on the index | a right one"
            + " accused | a wrong one accused | PCA points the wrong way | PCA withheld |\n"
            + "|---|---|---|---|---|---|---|---|---|");
    int[][] worlds = {{5, 0}, {5, 5}, {5, 3}, {5, 1}, {2, 2}, {2, 1}, {4, 2}};
    for (int schools : new int[] {22, 40, 200}) {
      for (double strength : new double[] {0.9, 0.5}) {
        for (int[] world : worlds) {
          Found found = found(districts, schools, world[0], world[1], strength);
          System.out.printf(
              "| %d | %d | %d | %.1f | %s | %s | %s | %s | %s |%n",
              schools,
              world[0],
              world[1],
              strength,
              found.whole,
              found.rightAccused,
              found.wrongAccused,
              found.pcaWrong,
              found.pcaWithheld);
        }
      }
    }
  }

  /** What came of some districts. */
  static final class Found {
    SimulatedShare whole = SimulatedShare.none();
    SimulatedShare rightAccused = SimulatedShare.none();
    SimulatedShare wrongAccused = SimulatedShare.none();
    SimulatedShare pcaWrong = SimulatedShare.none();
    SimulatedShare pcaWithheld = SimulatedShare.none();

    private void add(Found other) {
      whole = whole.plus(other.whole);
      rightAccused = rightAccused.plus(other.rightAccused);
      wrongAccused = wrongAccused.plus(other.wrongAccused);
      pcaWrong = pcaWrong.plus(other.pcaWrong);
      pcaWithheld = pcaWithheld.plus(other.pcaWithheld);
    }
  }

  /**
   * Tries districts.
   *
   * @param wrong so many of the indicators, the first ones
   * @param strength correlation of results with what the indicators share
   */
  static Found found(int districts, int schools, int indicators, int wrong, double strength) {
    var all = new Found();
    Simulation.ofSeeds(districts, seed -> found(seed, schools, indicators, wrong, strength))
        .forEach(all::add);
    return all;
  }

  private static Found found(long seed, int schools, int indicators, int wrong, double strength) {
    RandomStream random = RandomStream.at(seed, schools, indicators, wrong);
    List<Passport> passports = new ArrayList<>();
    List<SchoolResult> results = new ArrayList<>();
    double[] truth = new double[schools];
    for (int i = 0; i < schools; i++) {
      truth[i] = random.nextGaussian();
      Map<String, Double> values = new TreeMap<>();
      for (int j = 0; j < indicators; j++) {
        values.put("i" + j, 0.8 * truth[i] + 0.6 * random.nextGaussian());
      }
      String id = SimulatedDistrict.id(i);
      passports.add(new Passport(id, 2024, values));
      double result =
          strength * truth[i] + Math.sqrt(1 - strength * strength) * random.nextGaussian();
      results.add(
          new SchoolResult(
              id,
              2024,
              2024,
              OptionalLong.empty(),
              OptionalDouble.of(result),
              OptionalDouble.of(result)));
    }
    var found = new Found();
    List<Message> notes =
        ContextIndex.compute(settings(indicators, wrong, "equal"), passports, List.of(), results, 1)
            .notes();
    found.whole = found.whole.plus(notes.stream().anyMatch(DirectionSimulation::ofIndex));
    for (int j = 0; j < indicators; j++) {
      String key = "i" + j;
      boolean accused = notes.stream().anyMatch(note -> accuses(note, key));
      if (j < wrong) {
        found.wrongAccused = found.wrongAccused.plus(accused);
      } else {
        found.rightAccused = found.rightAccused.plus(accused);
      }
    }
    component(settings(indicators, wrong, "pca"), passports, results, truth, found);
    return found;
  }

  private static void component(
      ContextIndexSettings settings,
      List<Passport> passports,
      List<SchoolResult> results,
      double[] truth,
      Found found) {
    try {
      ContextIndex index = ContextIndex.compute(settings, passports, List.of(), results, 1);
      double[] scores = index.scores().stream().mapToDouble(ContextScore::index).toArray();
      found.pcaWithheld = found.pcaWithheld.plus(false);
      found.pcaWrong = found.pcaWrong.plus(Correlation.pearson(scores, truth) < 0);
    } catch (InputsRefused e) {
      found.pcaWithheld = found.pcaWithheld.plus(true);
    }
  }

  private static boolean ofIndex(Message note) {
    return List.of("context.all-reversed", "context.reversed", "context.against-results")
        .contains(note.code());
  }

  private static boolean accuses(Message note, String key) {
    return switch (note.code()) {
      case "context.all-reversed" -> true;
      case "context.reversed" -> note.facts().get(1).toString().contains(key);
      case "context.against-others", "context.indicator-against-results" ->
          note.facts().get(0).equals(key);
      default -> false;
    };
  }

  private static ContextIndexSettings settings(int indicators, int wrong, String weights) {
    var yaml =
        new StringBuilder(
            """
            study: simulated
            inputs:
              results:
                - {path: r, shape: means, columns: {school_id: s, mean: m}, constants: {year: 2024}}
              context:
                - {path: c, columns: {school_id: s, year: y}}
            context_index:
              indicators:
            """);
    for (int j = 0; j < indicators; j++) {
      yaml.append("    i").append(j).append(": {direction: ");
      yaml.append(j < wrong ? "unfavourable" : "favourable").append("}\n");
    }
    return StudyLoader.parse(yaml.toString(), List.of("context_index.weights=" + weights))
        .contextIndex()
        .orElseThrow();
  }
}
