package io.levelfield.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.context.AlteredValue;
import io.levelfield.model.context.AlteredValue.Method;
import io.levelfield.model.context.RankInterval;
import io.levelfield.model.input.Passport;
import io.levelfield.stats.Correlation;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.ReferenceData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImputationTest {
  private static final Map<String, String> CALIFORNIA = new LinkedHashMap<>();

  static {
    for (String key : List.of("meals", "ell", "mobility", "not_hsg", "emer")) {
      CALIFORNIA.put(key, "unfavourable");
    }
    CALIFORNIA.put("avg_ed", "favourable");
    CALIFORNIA.put("full", "favourable");
  }

  /**
   * Values are taken away at random from schools that have them all. Of the schools that lost some,
   * the rank they have with all of them lies in the 90 % interval at least so often.
   */
  @ParameterizedTest
  @ValueSource(strings = {"none", "group_median", "last_year", "chained"})
  void intervalsHoldTheRankOfTheCompletePassport(String impute) {
    ReferenceData california = ReferenceData.csv("apipop_context.csv");
    List<String> keys = List.copyOf(CALIFORNIA.keySet());
    double[][] rows = california.columns(keys.toArray(String[]::new));
    // Every sixth school: as many as a state has districts.
    double[][] some =
        IntStream.range(0, rows.length / 6).mapToObj(i -> rows[6 * i]).toArray(double[][]::new);
    for (double share : new double[] {0.05, 0.15, 0.3}) {
      assertThat(coverage("California", CALIFORNIA, some, share, impute)).isGreaterThan(0.85);
    }
    Map<String, String> juniors = new LinkedHashMap<>();
    List.of("ravens", "english", "fluent", "upper").forEach(k -> juniors.put(k, "favourable"));
    for (double share : new double[] {0.05, 0.15, 0.3}) {
      assertThat(coverage("Junior schools", juniors, juniorSchools(), share, impute))
          .isGreaterThan(0.85);
    }
  }

  /** Means of pupils by school; behaviour is the share of pupils not in the lowest quarter. */
  private static double[][] juniorSchools() {
    ReferenceData pupils = ReferenceData.csv("jsp_miss.csv");
    Map<String, List<Integer>> bySchool = new TreeMap<>();
    List<String> schools = pupils.texts("school");
    for (int i = 0; i < schools.size(); i++) {
      bySchool.computeIfAbsent(schools.get(i), s -> new ArrayList<>()).add(i);
    }
    return bySchool.values().stream()
        .map(
            own ->
                new double[] {
                  mean(pupils.texts("ravens"), own),
                  mean(pupils.texts("english"), own),
                  mean(pupils.texts("fluent"), own),
                  own.stream().filter(i -> pupils.texts("behaviour").get(i).equals("upper")).count()
                      / (double) own.size()
                })
        .toArray(double[][]::new);
  }

  private static double mean(List<String> cells, List<Integer> own) {
    return own.stream()
        .map(cells::get)
        .filter(cell -> !cell.isEmpty())
        .mapToDouble(Double::parseDouble)
        .average()
        .orElseThrow();
  }

  private static double coverage(
      String set, Map<String, String> directions, double[][] rows, double share, String impute) {
    List<String> keys = List.copyOf(directions.keySet());
    List<String> ids = IntStream.range(0, rows.length).mapToObj("%05d"::formatted).toList();
    var random = RandomStream.from(17);
    double[][] holed =
        Arrays.stream(rows)
            .map(
                row ->
                    Arrays.stream(row)
                        .map(value -> random.nextDouble() < share ? Double.NaN : value)
                        .toArray())
            .toArray(double[][]::new);
    ContextIndex complete = index(directions, IndexStudy.passports(ids, keys, rows), "none");
    List<Passport> gapped = withYearBefore(IndexStudy.passports(ids, keys, holed), keys, rows);
    ContextIndex index = index(directions, gapped, impute);
    var current = index.scores().stream().filter(s -> s.year() == IndexStudy.YEAR).toList();
    Map<String, RankInterval> intervals =
        index
            .uncertainty(current, Set.of(RankInterval.QUARTER), Replicates.inThisThread())
            .intervals()
            .stream()
            .collect(Collectors.toMap(RankInterval::schoolId, interval -> interval));
    var full = IndexStudy.bySchool(complete);
    // Ranks among the schools that still know enough.
    double[] fullIndex =
        current.stream().mapToDouble(s -> full.get(s.schoolId()).index()).toArray();
    double[] ownIndex = current.stream().mapToDouble(s -> s.index()).toArray();
    int lost = 0;
    int held = 0;
    for (int i = 0; i < fullIndex.length; i++) {
      int school = Integer.parseInt(current.get(i).schoolId());
      if (Arrays.stream(holed[school]).anyMatch(Double::isNaN)) {
        double own = fullIndex[i];
        long rank = 1 + Arrays.stream(fullIndex).filter(other -> other > own).count();
        RankInterval interval = intervals.get(current.get(i).schoolId());
        lost++;
        held += interval.low() <= rank && rank <= interval.high() ? 1 : 0;
      }
    }
    double coverage = (double) held / lost;
    System.out.printf(
        Locale.ROOT,
        "%s, %.0f %% removed, %s: rank correlation %.4f, coverage of the 90 %% interval %.3f of %d%n",
        set,
        100 * share,
        impute,
        Correlation.spearman(fullIndex, ownIndex),
        coverage,
        lost);
    return coverage;
  }

  /** A passport of the year before, complete and a little different, as last year's are. */
  private static List<Passport> withYearBefore(
      List<Passport> passports, List<String> keys, double[][] rows) {
    var random = RandomStream.from(23);
    List<Passport> both = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      Map<String, Double> before = new TreeMap<>();
      for (int j = 0; j < keys.size(); j++) {
        before.put(keys.get(j), rows[i][j] * (1 + 0.1 * random.nextGaussian()));
      }
      both.add(new Passport(passports.get(i).schoolId(), IndexStudy.YEAR - 1, before));
      both.add(passports.get(i));
    }
    return both;
  }

  private static ContextIndex index(
      Map<String, String> directions, List<Passport> passports, String impute) {
    return ContextIndex.compute(
        IndexStudy.settings(
            directions,
            "context_index.missing={at_least: 0.4, impute: " + impute + "}",
            "context_index.uncertainty={replicates: 400, sensitivity: false}"),
        passports,
        List.of(),
        List.of(),
        1);
  }

  @Test
  void lastYearsValueIsCarriedForwardAndMarked() {
    List<Passport> passports =
        List.of(
            passport("a", 2017, 10, 1),
            new Passport("a", 2018, Map.of("x", 11.0)),
            passport("b", 2017, 20, 2),
            passport("b", 2018, 21, 4),
            passport("c", 2018, 31, 6),
            new Passport("d", 2018, Map.of("x", 5.0)));

    ContextIndex index = small(passports, "last_year");

    assertThat(index.altered()).hasSize(2);
    AlteredValue carried = index.altered().get(0);
    assertThat(carried.method()).isEqualTo(Method.LAST_YEAR);
    assertThat(carried.value()).isEmpty();
    assertThat(carried.used()).isEqualTo(1);
    AlteredValue other = index.altered().get(1);
    assertThat(other.method()).as("d has no earlier value").isEqualTo(Method.GROUP_MEDIAN);
    assertThat(other.used()).isEqualTo(5);
    assertThat(other.sd().orElseThrow()).isBetween(0.5, 1.5);
  }

  @Test
  void chainedEquationsExpectWhatOtherIndicatorsTell() {
    var random = RandomStream.from(3);
    List<Passport> passports = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double x = random.nextGaussian();
      passports.add(passport("s%03d".formatted(i), 2018, x, 2 * x + 0.1 * random.nextGaussian()));
    }
    passports.set(50, new Passport("s050", 2018, Map.of("x", 1.5)));
    passports.set(60, new Passport("s060", 2018, Map.of("x", -1.0)));

    List<AlteredValue> filled = small(passports, "chained").altered();

    assertThat(filled).extracting(AlteredValue::method).containsOnly(Method.CHAINED);
    assertThat(filled.get(0).used()).isCloseTo(3, within(0.2));
    assertThat(filled.get(1).used()).isCloseTo(-2, within(0.2));
    assertThat(filled).allMatch(value -> value.sd().orElseThrow() < 0.3);
    assertThat(small(passports, "chained").altered()).isEqualTo(filled);
  }

  @Test
  void chainedEquationsAreRefusedToFewSchools() {
    List<Passport> passports = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      passports.add(passport("s" + i, 2018, i, i * i));
    }
    passports.add(new Passport("t", 2018, Map.of("x", 1.0)));

    assertThatThrownBy(() -> small(passports, "chained"))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("needs two indicators or more and 9 complete passports; there are 8");
  }

  private static ContextIndex small(List<Passport> passports, String impute) {
    Map<String, String> directions = new LinkedHashMap<>();
    directions.put("x", "favourable");
    directions.put("y", "favourable");
    return index(directions, passports, impute);
  }

  private static Passport passport(String school, int year, double x, double y) {
    return new Passport(school, year, Map.of("x", x, "y", y));
  }
}
