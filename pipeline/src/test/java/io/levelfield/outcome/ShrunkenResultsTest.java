package io.levelfield.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.model.outcome.YearEstimate;
import io.levelfield.stats.RandomStream;
import io.levelfield.study.OutcomeSettings.Shrinkage;
import io.levelfield.testing.InEnglish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShrunkenResultsTest {
  private static final PoolingYears THREE = new PoolingYears(3, 5, 10);

  @Test
  void smallSchoolsArePooledOverMoreYears() {
    List<ResultTally> tallies = new ArrayList<>();
    for (int year = 2018; year <= 2024; year++) {
      tallies.add(tally("large", year, "русский язык", 40, 50 + year - 2018, 10));
      tallies.add(tally("small", year, "русский язык", 6, 60 + year - 2018, 10));
    }
    tallies.add(tally("new", 2024, "русский язык", 30, 55, 10));
    tallies.add(tally("closed", 2021, "русский язык", 30, 55, 10));
    List<SchoolResult> pooled = pooling(tallies).pooled(THREE);

    assertThat(pooled).extracting(SchoolResult::schoolId).containsExactly("large", "new", "small");
    assertThat(pooled).extracting(SchoolResult::firstYear).containsExactly(2022, 2024, 2020);
    assertThat(pooled.get(2).participants()).hasValue(30);
    assertThat(pooled.get(2).result())
        // Not to the digit: spreads are brought to 2024's, and other schools sat other years.
        .as("at the level of 2024, 6 points above 2018")
        .hasValueCloseTo(66.0, within(0.1));
  }

  @Test
  void aSchoolWithOneYearIsLessSureThanOneWithThree() {
    List<ResultTally> tallies = yearsOfSchools(30, 0);
    tallies.removeIf(t -> t.schoolId().equals("s10") && t.measure().year() < 2024);
    ShrunkenResults shrunken = shrunken(tallies, Map.of());

    ShrunkenResult three = result(shrunken, "s11");
    ShrunkenResult one = result(shrunken, "s10");
    assertThat(one.result().se()).isGreaterThan(three.result().se());
    assertThat(one.result().reliability()).isLessThan(three.result().reliability());
    assertThat(InEnglish.of(shrunken.notes()))
        .singleElement()
        .asString()
        .contains("from year to year");
  }

  /** A year is drawn harder than three years together, and each of its years alike. */
  @Test
  void everyYearHasAnEstimateLessSureThanThePool() {
    List<ResultTally> tallies = yearsOfSchools(30, 0);
    List<SchoolResult> yearly = pooling(tallies).yearly();
    ShrunkenResults shrunken = shrunken(tallies, Map.of());

    assertThat(shrunken.yearly()).hasSameSizeAs(yearly);
    for (int i = 0; i < yearly.size(); i++) {
      YearEstimate year = shrunken.yearly().get(i);
      ShrunkenResult pool = result(shrunken, year.schoolId());
      double own = yearly.get(i).result().orElseThrow();
      assertThat(year.schoolId()).isEqualTo(yearly.get(i).schoolId());
      assertThat(year.year()).isEqualTo(yearly.get(i).lastYear());
      assertThat(Math.abs(year.result().shrunken())).isLessThanOrEqualTo(Math.abs(own) + .05);
      assertThat(year.result().reliability()).isLessThan(pool.result().reliability());
      assertThat(year.result().se()).isGreaterThan(pool.result().se());
    }
  }

  /** A school that is no more has its years, though none of them is pooled. */
  @Test
  void yearsBeforeThePooledOnesHaveEstimatesToo() {
    List<ResultTally> tallies = yearsOfSchools(30, 0);
    tallies.add(tally("closed", 2019, "русский язык", 25, 55, 10));
    tallies.add(tally("closed too", 2019, "русский язык", 25, 58, 10));

    ShrunkenResults shrunken = shrunken(tallies, Map.of());

    assertThat(shrunken.results()).noneMatch(own -> own.schoolId().equals("closed"));
    assertThat(shrunken.yearly())
        .filteredOn(own -> own.schoolId().equals("closed"))
        .singleElement()
        .satisfies(own -> assertThat(own.year()).isEqualTo(2019))
        .satisfies(own -> assertThat(own.result().se()).isPositive());
  }

  /** With the same n in all years and schools, σ² and τ² are those of the analysis of variance. */
  @Test
  void yearsShowWhatChanceDoesToAResult() {
    int schools = 30;
    List<ResultTally> tallies = yearsOfSchools(schools, 0);
    PooledResults pooling = pooling(tallies);
    List<SchoolResult> yearly = pooling.yearly();
    double within = 0;
    double between = 0;
    for (int s = 0; s < schools; s++) {
      List<Double> own =
          yearly.subList(3 * s, 3 * s + 3).stream().map(r -> r.z().orElseThrow()).toList();
      double mean = own.stream().mapToDouble(z -> z).average().orElseThrow();
      within += own.stream().mapToDouble(z -> (z - mean) * (z - mean)).sum();
      between += 3 * mean * mean;
    }
    double msw = within / (2 * schools);
    double msb = between / (schools - 1);
    ShrunkenResult any = shrunken(tallies, Map.of()).results().get(4);

    assertThat(any.result().reliability()).isCloseTo(1 - msw / msb, within(1e-6));
  }

  @Test
  void pupilsWhoSitTwoExaminationsOfAProcedureCountOnce() {
    List<ResultTally> single = new ArrayList<>();
    List<ResultTally> both = new ArrayList<>();
    double[] means = {40, 52, 61, 47};
    for (int s = 0; s < means.length; s++) {
      single.add(tally("s" + s, 2024, "русский язык", 12, means[s], 10));
      both.add(tally("s" + s, 2024, "математика", 12, means[s], 10));
      both.add(tally("s" + s, 2024, "русский язык", 12, means[s], 10));
    }
    ShrunkenResult once = shrunken(single, Map.of()).results().get(2);
    ShrunkenResult twice = shrunken(both, Map.of()).results().get(2);

    assertThat(twice.result().reliability()).isCloseTo(once.result().reliability(), within(1e-9));
  }

  @Test
  void contextTakesThePlaceOfTheMeanOfSchools() {
    List<ResultTally> tallies = yearsOfSchools(40, 1);
    Map<String, double[]> context = new TreeMap<>();
    for (int s = 0; s < 39; s++) {
      context.put(id(s), new double[] {index(s)});
    }
    PooledResults pooling = pooling(tallies);
    List<SchoolResult> pooled = pooling.pooled(THREE);
    List<AdjustedResult> adjusted =
        ResultAdjustment.fit(pooled, context, List.of("context_index")).of(pooled, context);
    ShrunkenResults shrunken =
        ShrunkenResults.of(pooling, THREE, pooled, context, adjusted, .9, Shrinkage.REML);

    for (AdjustedResult own : adjusted) {
      ShrunkenResult result = result(shrunken, own.schoolId());
      ShrunkenResult.Adjusted evidence = result.adjusted().orElseThrow();
      assertThat(own.residual()).isBetween(evidence.low(), evidence.high());
      assertThat(Math.abs(evidence.shrunken())).isLessThan(Math.abs(own.residual()) + .05);
    }
    ShrunkenResult without = result(shrunken, id(39));
    assertThat(without.adjusted()).isEmpty();
    assertThat(without.result().se()).isPositive();
  }

  /** Simulated schools: how often the true value lies within the interval. */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    int held = 0;
    int heldAdjusted = 0;
    int schools = 60;
    int studies = 40;
    for (int study = 0; study < studies; study++) {
      var random = RandomStream.from(study);
      List<ResultTally> tallies = new ArrayList<>();
      double[] truth = new double[schools];
      Map<String, double[]> context = new TreeMap<>();
      for (int s = 0; s < schools; s++) {
        double index = normal(random);
        truth[s] = 3 * index + 4 * normal(random);
        context.put(id(s), new double[] {index});
        int n = random.nextInt(5, 40);
        for (int year = 2022; year <= 2024; year++) {
          double mean = 50 + truth[s] + 12 / Math.sqrt(n) * normal(random);
          tallies.add(tally(id(s), year, "русский язык", n, mean, 12));
        }
      }
      PooledResults pooling = pooling(tallies);
      List<SchoolResult> pooled = pooling.pooled(THREE);
      List<AdjustedResult> adjusted =
          ResultAdjustment.fit(pooled, context, List.of("context_index")).of(pooled, context);
      ShrunkenResults shrunken =
          ShrunkenResults.of(pooling, THREE, pooled, context, adjusted, .9, Shrinkage.REML);
      for (int s = 0; s < schools; s++) {
        ShrunkenResult own = result(shrunken, id(s));
        double error = own.result().shrunken() - 50 - truth[s];
        held += Math.abs(error) <= 1.645 * own.result().se() ? 1 : 0;
        double deviation = truth[s] - 3 * context.get(id(s))[0];
        ShrunkenResult.Adjusted evidence = own.adjusted().orElseThrow();
        heldAdjusted += evidence.low() <= deviation && deviation <= evidence.high() ? 1 : 0;
      }
    }
    double all = (double) schools * studies;
    System.out.println(
        String.format(
            Locale.ROOT,
            "90 %% intervals of %d simulated schools hold result_eb in %.1f %%, adjusted in %.1f %%",
            (int) all,
            100 * held / all,
            100 * heldAdjusted / all));
    assertThat(held / all).isBetween(.86, .94);
    assertThat(heldAdjusted / all).isBetween(.86, .94);
  }

  private static double normal(RandomStream random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  @Test
  void withoutYearsAndSpreadThereAreNoStandardErrors() {
    List<ResultTally> tallies = new ArrayList<>();
    for (int s = 0; s < 5; s++) {
      tallies.add(
          new ResultTally(
              new TallyKey(id(s), new Measure(2024, "ЕГЭ", "русский язык", "")),
              OptionalLong.of(20),
              OptionalLong.empty(),
              OptionalLong.empty(),
              OptionalDouble.of(50 + s),
              OptionalDouble.empty(),
              new ScoreHistogram()));
    }
    ShrunkenResults shrunken = shrunken(tallies, Map.of());

    assertThat(shrunken.results()).isEmpty();
    assertThat(InEnglish.of(shrunken.notes()))
        .singleElement()
        .asString()
        .contains("no standard errors");
  }

  /** Three years of schools in two subjects, their level set by the number of the school. */
  private static List<ResultTally> yearsOfSchools(int schools, double slope) {
    List<ResultTally> tallies = new ArrayList<>();
    var random = RandomStream.from(7);
    for (int s = 0; s < schools; s++) {
      double level = 50 + 4 * normal(random) + 3 * slope * index(s);
      for (int year = 2022; year <= 2024; year++) {
        for (String subject : List.of("математика", "русский язык")) {
          tallies.add(tally(id(s), year, subject, 15, level + 3 * normal(random), 10));
        }
      }
    }
    return tallies;
  }

  private static String id(int s) {
    return "s" + (10 + s);
  }

  private static double index(int s) {
    return (s * 7 % 10) / 3.0 - 1.5;
  }

  private static ResultTally tally(
      String school, int year, String subject, long n, double mean, double sd) {
    return new ResultTally(
        new TallyKey(school, new Measure(year, "ЕГЭ", subject, "")),
        OptionalLong.of(n),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.of(mean),
        OptionalDouble.of(sd),
        new ScoreHistogram());
  }

  private static PooledResults pooling(List<ResultTally> tallies) {
    List<ResultTally> ordered =
        tallies.stream().sorted(Comparator.comparing(ResultTally::key)).toList();
    List<OutcomeEstimate> estimates = StandardisedResults.of(ordered).estimates();
    return new PooledResults(
        MeasureEstimates.of(estimates, Circumstances.UNKNOWN, .3, .9, Shrinkage.REML).estimates());
  }

  private static ShrunkenResults shrunken(
      List<ResultTally> tallies, Map<String, double[]> context) {
    PooledResults pooling = pooling(tallies);
    return ShrunkenResults.of(
        pooling, THREE, pooling.pooled(THREE), context, List.of(), .9, Shrinkage.REML);
  }

  private static ShrunkenResult result(ShrunkenResults results, String school) {
    return results.results().stream()
        .filter(r -> r.schoolId().equals(school))
        .findFirst()
        .orElseThrow();
  }
}
