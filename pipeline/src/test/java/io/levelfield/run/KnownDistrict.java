package io.levelfield.run;

import io.levelfield.identify.Verdicts.Verdict;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.stats.NormalTail;
import io.levelfield.stats.Quantile;
import io.levelfield.stats.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A district of 30 schools, two examinations of two procedures and three years, whose truth is
 * worked out here, without the program: pupils' scores are normal around a level that is made of
 * the school, the school in the examination, its year, and the rest.
 */
final class KnownDistrict {
  static final int LAST_YEAR = 2024;
  private static final int SCHOOLS = 30;
  private static final int YEARS = 3;
  private static final String[] PROCEDURES = {"ВПР", "ОГЭ"};
  private static final double[] SDS = {.45, .2, .1, .15};
  private static final double MINIMUM = -.9;
  private static final double LOW = .3;

  private final StudyData data;
  private final Truth truth = new Truth(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  /** Of which schools the rules hold, by what their levels are. */
  record Truth(
      Map<String, Verdict> low, Map<String, Verdict> stablyLow, Map<String, Verdict> high) {}

  KnownDistrict(long seed) {
    List<School> schools = new ArrayList<>();
    List<ResultTally> tallies = new ArrayList<>();
    double[] lasting = new double[SCHOOLS];
    for (int s = 0; s < SCHOOLS; s++) {
      RandomStream random = RandomStream.at(seed, 99, s);
      String id = "s%02d".formatted(s);
      schools.add(School.named(id));
      int pupils = (int) Math.round(6 * Math.pow(6, random.nextDouble()));
      double school = SDS[0] * random.nextGaussian();
      double[] examinations = {SDS[1] * random.nextGaussian(), SDS[1] * random.nextGaussian()};
      double[][] shares = new double[YEARS][PROCEDURES.length];
      for (int year = 0; year < YEARS; year++) {
        double ofYear = SDS[2] * random.nextGaussian();
        for (int e = 0; e < PROCEDURES.length; e++) {
          double level = school + examinations[e] + ofYear + SDS[3] * random.nextGaussian();
          shares[year][e] = NormalTail.above(0, MINIMUM - level, 1);
          var measure = new Measure(LAST_YEAR - year, PROCEDURES[e], "математика", "9");
          tallies.add(sat(new TallyKey(id, measure), level, pupils, random));
        }
      }
      lasting[s] = school + (examinations[0] + examinations[1]) / 2;
      truth.low().put(id, verdict(low(shares, 0)));
      int lows = (low(shares, 0) ? 1 : 0) + (low(shares, 1) ? 1 : 0) + (low(shares, 2) ? 1 : 0);
      truth.stablyLow().put(id, verdict(lows >= 2));
    }
    double[] sorted = lasting.clone();
    Arrays.sort(sorted);
    double high = Quantile.ofSorted(sorted, .75);
    for (int s = 0; s < SCHOOLS; s++) {
      truth.high().put("s%02d".formatted(s), verdict(lasting[s] > high));
    }
    tallies.sort(Comparator.comparing(ResultTally::key));
    data =
        new StudyData(
            schools,
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
            List.of());
  }

  private static boolean low(double[][] shares, int year) {
    boolean broad = shares[year][0] >= LOW && shares[year][1] >= LOW;
    boolean again = false;
    for (int e = 0; e < PROCEDURES.length && year + 1 < YEARS; e++) {
      again |= shares[year][e] >= LOW && shares[year + 1][e] >= LOW;
    }
    return broad || again;
  }

  private static Verdict verdict(boolean holds) {
    return new Verdict(holds, OptionalDouble.empty());
  }

  private static ResultTally sat(TallyKey key, double level, int pupils, RandomStream random) {
    double[] scores = new double[pupils];
    Arrays.setAll(scores, i -> level + random.nextGaussian());
    double mean = Arrays.stream(scores).average().orElseThrow();
    double squares = Arrays.stream(scores).map(v -> (v - mean) * (v - mean)).sum();
    return new ResultTally(
        key,
        OptionalLong.of(pupils),
        OptionalLong.of(Arrays.stream(scores).filter(v -> v < MINIMUM).count()),
        OptionalLong.empty(),
        OptionalDouble.of(mean),
        OptionalDouble.of(Math.sqrt(squares / (pupils - 1))),
        new ScoreHistogram());
  }

  StudyData data() {
    return data;
  }

  Truth truth() {
    return truth;
  }
}
