package io.levelfield.simulation;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.stats.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A district whose truth is known: true shares of indicators that share a factor, counts of as many
 * families as a school has pupils, and scores of pupils around a school's true level, which hangs
 * on the true composition, on the school, on the year and on a trend of its own.
 */
final class SimulatedDistrict {
  static final int LAST_YEAR = 2024;
  static final int YEARS = 3;
  static final double PUPIL_SD = 10;
  private static final double MEAN = 50;
  private static final double MINIMUM = 40;
  private static final String[] SUBJECTS = {"математика", "русский"};

  /**
   * What the district is like.
   *
   * @param schools their number
   * @param fewest pupils who sit an examination, in the smallest school
   * @param most in the largest; sizes are even on a logarithmic scale
   * @param indicators unfavourable shares, all with a mean near a fifth
   * @param common share of their variance that they have in common, on the logit scale
   * @param context standard deviation of true levels due to composition, of pupils'
   * @param school the same due to schools
   * @param year the same due to a school's good and bad years
   * @param trend standard deviation of a school's change a year
   */
  record World(
      int schools,
      int fewest,
      int most,
      int indicators,
      double common,
      double context,
      double school,
      double year,
      double trend) {

    static World of(int schools, int fewest, int most) {
      return new World(schools, fewest, most, 5, 0.4, 0.35, 0.3, 0.1, 0);
    }

    World withTrend(double sd) {
      return new World(schools, fewest, most, indicators, common, context, school, year, sd);
    }
  }

  /** Of a school that leaves out pupils, the share that does not sit: its weakest. */
  private static final double LEFT_OUT = 0.25;

  private final World world;
  private final int leavingOut;
  private final StudyData data;

  /** {@code [school][indicator]}. */
  final double[][] shares;

  /** Mean of the true shares' z-scores, favourable side up, {@code [school]}. */
  final double[] index;

  /** True level in the score's unit, {@code [school][year]}; and the same without a year's luck. */
  final double[][] levels;

  final double[][] lasting;

  /** Change a year, in the score's unit. */
  final double[] slopes;

  final int[] sizes;

  SimulatedDistrict(World world, long seed) {
    this(world, seed, 0);
  }

  /**
   * The same district, of which some schools keep their weakest quarter away from every
   * examination.
   *
   * @param leavingOut so many, the first ones
   */
  SimulatedDistrict(World world, long seed, int leavingOut) {
    this.world = world;
    this.leavingOut = leavingOut;
    RandomStream random = RandomStream.at(seed, world.schools(), world.most());
    int n = world.schools();
    shares = new double[n][world.indicators()];
    levels = new double[n][YEARS];
    lasting = new double[n][YEARS];
    slopes = new double[n];
    sizes = new int[n];
    for (int i = 0; i < n; i++) {
      double common = random.nextGaussian();
      for (int j = 0; j < world.indicators(); j++) {
        double z =
            Math.sqrt(world.common()) * common
                + Math.sqrt(1 - world.common()) * random.nextGaussian();
        shares[i][j] = 1 / (1 + Math.exp(1.4 - 0.7 * z));
      }
      double ratio = (double) world.most() / world.fewest();
      sizes[i] = (int) Math.round(world.fewest() * Math.pow(ratio, random.nextDouble()));
    }
    index = index(shares);
    double scale = sd(index);
    List<ResultTally> tallies = new ArrayList<>();
    List<Passport> passports = new ArrayList<>();
    List<PassportCount> counts = new ArrayList<>();
    List<School> schools = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      schools.add(School.named(id(i)));
      double level =
          MEAN
              + PUPIL_SD
                  * (world.context() * index[i] / scale + world.school() * random.nextGaussian());
      slopes[i] = PUPIL_SD * world.trend() * random.nextGaussian();
      for (int t = 0; t < YEARS; t++) {
        lasting[i][t] = level + slopes[i] * (t - (YEARS - 1) / 2.0);
        levels[i][t] = lasting[i][t] + PUPIL_SD * world.year() * random.nextGaussian();
        tallies.addAll(sat(i, t, random));
      }
      passport(i, random, passports, counts);
    }
    tallies.sort(Comparator.comparing(ResultTally::key));
    data =
        new StudyData(
            schools,
            tallies,
            passports,
            counts,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            SupportData.NONE,
            List.of(),
            List.of(),
            List.of());
  }

  /** The index of shares, all unfavourable and of equal weight. */
  static double[] index(double[][] shares) {
    double[] index = new double[shares.length];
    int indicators = shares[0].length;
    for (int j = 0; j < indicators; j++) {
      int indicator = j;
      double[] own = Arrays.stream(shares).mapToDouble(row -> row[indicator]).toArray();
      double mean = Arrays.stream(own).average().orElseThrow();
      double sd = sd(own);
      for (int i = 0; i < index.length; i++) {
        index[i] -= (own[i] - mean) / sd / indicators;
      }
    }
    return index;
  }

  static double sd(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  static String id(int school) {
    return String.format(Locale.ROOT, "s%04d", school);
  }

  static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }

  /** Pupils of a year: each sits all examinations, and is good or bad in all of them. */
  private List<ResultTally> sat(int school, int year, RandomStream random) {
    double[] able = new double[sizes[school]];
    double[][] all = new double[SUBJECTS.length][sizes[school]];
    for (int p = 0; p < sizes[school]; p++) {
      able[p] = random.nextGaussian();
      for (double[] subject : all) {
        double score = 0.8 * able[p] + 0.6 * random.nextGaussian();
        subject[p] = levels[school][year] + PUPIL_SD * score;
      }
    }
    double[][] scores = school < leavingOut ? withoutWeakest(all, able) : all;
    List<ResultTally> sat = new ArrayList<>();
    for (int s = 0; s < SUBJECTS.length; s++) {
      var measure = new Measure(LAST_YEAR - YEARS + 1 + year, "ОГЭ", SUBJECTS[s], "9");
      sat.add(
          new ResultTally(
              new TallyKey(id(school), measure),
              OptionalLong.of(scores[s].length),
              OptionalLong.of(Arrays.stream(scores[s]).filter(v -> v < MINIMUM).count()),
              OptionalLong.empty(),
              OptionalDouble.of(Arrays.stream(scores[s]).average().orElseThrow()),
              scores[s].length > 1 ? OptionalDouble.of(sd(scores[s])) : OptionalDouble.empty(),
              new ScoreHistogram()));
    }
    return sat;
  }

  private static double[][] withoutWeakest(double[][] scores, double[] able) {
    int[] sitting =
        IntStream.range(0, able.length)
            .boxed()
            .sorted(Comparator.comparingDouble(p -> able[p]))
            .skip(Math.round(LEFT_OUT * able.length))
            .mapToInt(p -> p)
            .toArray();
    return Arrays.stream(scores)
        .map(subject -> Arrays.stream(sitting).mapToDouble(p -> subject[p]).toArray())
        .toArray(double[][]::new);
  }

  /** The same data, with the pupils who should have sat each examination. */
  StudyData withEnrolment() {
    return with(
        data.tallies().stream()
            .map(tally -> tally.withEnrolled(sizes[number(tally.schoolId())]))
            .toList(),
        data.overallSds());
  }

  private void passport(
      int school, RandomStream random, List<Passport> passports, List<PassportCount> counts) {
    Map<String, Double> values = new TreeMap<>();
    for (int j = 0; j < world.indicators(); j++) {
      double share = shares[school][j];
      long count =
          IntStream.range(0, sizes[school]).filter(p -> random.nextDouble() < share).count();
      values.put(key(j), (double) count / sizes[school]);
      counts.add(new PassportCount(id(school), LAST_YEAR, key(j), count, sizes[school]));
    }
    passports.add(new Passport(id(school), LAST_YEAR, values));
  }

  private static String key(int indicator) {
    return "i" + indicator;
  }

  World world() {
    return world;
  }

  StudyData data() {
    return data;
  }

  /** The same data with other results. */
  StudyData with(List<ResultTally> tallies, Map<Measure, Double> overallSds) {
    return new StudyData(
        data.schools(),
        tallies,
        data.passports(),
        data.counts(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        overallSds,
        SupportData.NONE,
        List.of(),
        List.of(),
        List.of());
  }

  /** A study of such a district. */
  String yaml() {
    var yaml =
        new StringBuilder(
            """
            study: simulated
            inputs:
              results:
                - path: r
                  shape: means
                  columns: {school_id: s, mean: m}
                  constants: {year: 2024, procedure: ОГЭ, subject: математика}
              context:
                - {path: c, columns: {school_id: s, year: y}}
            context_index:
              uncertainty: {replicates: 400, sensitivity: false}
              indicators:
            """);
    for (int j = 0; j < world.indicators(); j++) {
      yaml.append("    i").append(j).append(": {direction: unfavourable}\n");
    }
    return yaml.toString();
  }
}
