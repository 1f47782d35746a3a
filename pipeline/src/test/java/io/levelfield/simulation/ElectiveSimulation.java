package io.levelfield.simulation;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.text.Message;
import io.levelfield.outcome.SchoolOutcomes;
import io.levelfield.stats.LeastSquares;
import io.levelfield.stats.RandomStream;
import io.levelfield.study.StudyLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Two examinations that all pupils sit and one that the stronger choose: how far a school's result
 * moves with the share that chooses it, its true level given, and what the note says of it.
 */
final class ElectiveSimulation {
  private static final String[] COMPULSORY = {"математика", "русский"};
  private static final double PUPIL_SD = 10;

  private ElectiveSimulation() {}

  /**
   * Who chooses.
   *
   * @param schools their number
   * @param pupils of a school
   * @param known how well pupils know their strength: correlation of choice and ability
   * @param offered share of schools that have the examination, the strongest
   */
  record World(String name, int schools, int pupils, double known, double offered) {}

  static final List<World> WORLDS =
      List.of(
          new World("strong pupils choose", 100, 40, 0.9, 1),
          new World("strong pupils choose", 30, 25, 0.9, 1),
          new World("rather strong pupils choose", 100, 40, 0.5, 1),
          new World("any pupils choose", 100, 40, 0, 1),
          new World("any pupils of strong schools choose", 100, 40, 0, 0.5),
          new World("strong pupils of strong schools choose", 100, 40, 0.9, 0.5));

  public static void main(String[] arguments) {
    int schools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    System.out.println(
        "| schools | pupils | world | all weigh: slope on the share | told in the note | root mean"
            + " square error | compulsory weigh: slope on the share | root mean square error |\n"
            + "|---|---|---|---|---|---|---|---|");
    for (World world : WORLDS) {
      int districts = Math.max(10, schools / world.schools());
      Found all = found(world, districts);
      Found compulsory =
          found(world, districts, "outcome.compulsory=[{subject: математика}, {subject: русский}]");
      System.out.printf(
          "| %d | %d | %s | %s | %s | %.3f | %s | %.3f |%n",
          world.schools(),
          world.pupils(),
          world.name(),
          all.slopes,
          all.told,
          all.error(),
          compulsory.slopes,
          compulsory.error());
    }
  }

  /** A mean over districts with its standard error. */
  static final class Mean {
    private final List<Double> values = new ArrayList<>();

    boolean isEmpty() {
      return values.isEmpty();
    }

    double value() {
      return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    @Override
    public String toString() {
      double[] all = values.stream().mapToDouble(v -> v).toArray();
      return values.isEmpty()
          ? "no note"
          : String.format(
              Locale.ROOT,
              "%+.3f ± %.3f",
              value(),
              SimulatedDistrict.sd(all) / Math.sqrt(all.length));
    }
  }

  /** Results in standard deviations of pupils, less true levels. */
  static final class Found {
    final Mean slopes = new Mean();
    final Mean told = new Mean();
    private double squares;
    private long schools;

    double error() {
      return Math.sqrt(squares / schools);
    }
  }

  static Found found(World world, int districts, String... overrides) {
    var all = new Found();
    Simulation.ofSeeds(districts, seed -> found(new Found(), world, seed, overrides))
        .forEach(
            own -> {
              all.slopes.values.addAll(own.slopes.values);
              all.told.values.addAll(own.told.values);
              all.squares += own.squares;
              all.schools += own.schools;
            });
    return all;
  }

  private static Found found(Found found, World world, long seed, String... overrides) {
    RandomStream random = RandomStream.at(seed, world.schools(), 3);
    double[] levels =
        IntStream.range(0, world.schools()).mapToDouble(s -> 0.4 * random.nextGaussian()).toArray();
    double cut =
        Arrays.stream(levels).sorted().toArray()[(int) ((1 - world.offered()) * world.schools())];
    double[][] share = new double[world.schools()][1];
    List<ResultTally> tallies = new ArrayList<>();
    for (int s = 0; s < world.schools(); s++) {
      int takers =
          levels[s] < cut
              ? 0
              : (int) Math.round(world.pupils() * (0.05 + 0.6 * random.nextDouble()));
      share[s][0] = (double) takers / world.pupils();
      sit(tallies, SimulatedDistrict.id(s), world, levels[s], takers, random);
    }
    tallies.sort(Comparator.comparing(ResultTally::key));
    Outcomes outcomes =
        SchoolOutcomes.of(
            new StudyData(
                List.of(),
                tallies,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                SupportData.NONE,
                List.of(),
                List.of(),
                List.of()),
            StudyLoader.parse(STUDY, List.of(overrides)).outcome());
    // z-scores are in standard deviations of all pupils, levels of those within a school.
    double unit = outcomes.estimates().get(0).unit().orElseThrow() / PUPIL_SD;
    double mean = Arrays.stream(levels).average().orElseThrow();
    double[] errors = new double[world.schools()];
    for (SchoolResult own : outcomes.results()) {
      int s = SimulatedDistrict.number(own.schoolId());
      errors[s] = own.z().orElseThrow() * unit - (levels[s] - mean);
      found.squares += errors[s] * errors[s];
      found.schools++;
    }
    found.slopes.values.add(LeastSquares.fit(share, errors).coefficients()[1]);
    for (Message note : outcomes.notes()) {
      if (note.code().equals("outcome.electives-slope")) {
        found.told.values.add((double) note.facts().get(2) * unit);
      }
    }
    return found;
  }

  private static final String STUDY =
      """
      study: electives
      inputs:
        results:
          - path: r
            shape: means
            columns: {school_id: s, mean: m}
            constants: {year: 2024, procedure: ЕГЭ, subject: математика}
      """;

  private static void sit(
      List<ResultTally> tallies,
      String school,
      World world,
      double level,
      int takers,
      RandomStream random) {
    double[] able = new double[world.pupils()];
    double[] wish = new double[world.pupils()];
    for (int p = 0; p < able.length; p++) {
      able[p] = random.nextGaussian();
      wish[p] =
          world.known() * able[p]
              + Math.sqrt(1 - world.known() * world.known()) * random.nextGaussian();
    }
    int[] order =
        IntStream.range(0, able.length)
            .boxed()
            .sorted(Comparator.comparingDouble(p -> -wish[p]))
            .mapToInt(p -> p)
            .toArray();
    for (String subject : COMPULSORY) {
      tallies.add(tally(school, subject, level, able, order, able.length, random));
    }
    if (takers > 0) {
      tallies.add(tally(school, "физика", level, able, order, takers, random));
    }
  }

  private static ResultTally tally(
      String school,
      String subject,
      double level,
      double[] able,
      int[] order,
      int takers,
      RandomStream random) {
    var scores = new ScoreHistogram();
    for (int p = 0; p < takers; p++) {
      double score = level + 0.8 * able[order[p]] + 0.6 * random.nextGaussian();
      scores.add(50 + PUPIL_SD * score);
    }
    return ResultTally.ofPupils(
        new TallyKey(school, new Measure(2024, "ЕГЭ", subject, "11")),
        scores,
        OptionalLong.empty(),
        OptionalLong.empty());
  }
}
