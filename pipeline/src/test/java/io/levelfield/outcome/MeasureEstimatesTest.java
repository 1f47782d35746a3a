package io.levelfield.outcome;

import static io.levelfield.testing.ReferenceFiles.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.Span;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShareEstimate;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.study.OutcomeSettings.Shrinkage;
import io.levelfield.testing.ReferenceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureEstimatesTest {
  private static final Measure MATHS = new Measure(2024, "ОГЭ", "математика", "9");

  @Test
  void aSuppressedCountIsSureOfWhatEveryCountItMayBeIsSureOf() {
    List<ResultTally> exact = new ArrayList<>();
    for (int k = 0; k <= 4; k++) {
      exact.add(counted("exact " + k, k, Optional.empty()));
    }
    exact.add(counted("masked", 2, Optional.of(new Span(0, 4))));

    Map<String, ShareEstimate> shares =
        estimates(exact).estimates().stream()
            .collect(Collectors.toMap(e -> e.tally().schoolId(), e -> e.share().orElseThrow()));

    ShareEstimate masked = shares.get("masked");
    assertThat(masked.low()).isEqualTo(shares.get("exact 0").low());
    assertThat(masked.high()).isEqualTo(shares.get("exact 4").high());
    assertThat(masked.overThreshold().orElseThrow())
        .isBetween(
            shares.get("exact 0").overThreshold().orElseThrow(),
            shares.get("exact 4").overThreshold().orElseThrow())
        .isNotEqualTo(shares.get("exact 2").overThreshold().orElseThrow());
  }

  private static ResultTally counted(String school, long below, Optional<Span> span) {
    return new ResultTally(
        new TallyKey(school, MATHS),
        OptionalLong.of(20),
        OptionalLong.empty(),
        OptionalLong.of(below),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new ScoreHistogram(),
        span,
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "hsb82, hsb82_pupils, school, mAch",
    "exam_london, exam_london, school, normexam",
    "scotssec, scotssec, second, attain",
    "jsp_english, jsp_miss, school, english"
  })
  void shrunkenMeansFromTalliesEqualLme4(String reference, String file, String school, String y) {
    List<OutcomeEstimate> estimates =
        estimates(tallies(ReferenceFiles.rows(file + ".csv"), school, y)).estimates();
    Map<String, OutcomeEstimate> bySchool =
        estimates.stream()
            .collect(Collectors.toMap(e -> e.tally().schoolId(), Function.identity()));
    var pooling = new PooledResults(estimates);
    var years = new PoolingYears(1, 1, 0);
    List<SchoolResult> pooled = pooling.pooled(years);
    Map<String, ShrunkenResult> results =
        ShrunkenResults.of(pooling, years, pooled, Map.of(), List.of(), .9, Shrinkage.REML)
            .results()
            .stream()
            .collect(Collectors.toMap(ShrunkenResult::schoolId, Function.identity()));

    for (CSVRecord row : ReferenceFiles.rows("lme4/" + reference + "_schools.csv")) {
      OutcomeEstimate own = bySchool.get(row.get("school"));
      assertThat(own.mean().orElseThrow().shrunken())
          .isCloseTo(number(row, "eb_mean"), within(1e-6));
      assertThat(own.mean().orElseThrow().reliability())
          .isCloseTo(number(row, "reliability"), within(1e-6));
      assertThat(results.get(row.get("school")).result().shrunken())
          .as("with one examination, the pooled result is the same")
          .isCloseTo(number(row, "eb_mean"), within(1e-6));
    }
  }

  private static List<ResultTally> tallies(List<CSVRecord> rows, String school, String y) {
    Map<String, ScoreHistogram> scores = new TreeMap<>();
    for (CSVRecord row : rows) {
      if (!row.get(y).isEmpty()) {
        scores.computeIfAbsent(row.get(school), id -> new ScoreHistogram()).add(number(row, y));
      }
    }
    List<ResultTally> tallies = new ArrayList<>();
    scores.forEach(
        (id, own) ->
            tallies.add(
                ResultTally.ofPupils(
                    new TallyKey(id, MATHS), own, OptionalLong.empty(), OptionalLong.empty())));
    return tallies;
  }

  @Test
  void shareOfFewPupilsMovesFurthestTowardsTheOthers() {
    List<OutcomeEstimate> estimates =
        estimates(
                List.of(
                    counts("a", 1, 1),
                    counts("b", 4, 8),
                    counts("c", 50, 100),
                    counts("d", 4, 100),
                    counts("e", 10, 100)))
            .estimates();

    double one = eb(estimates.get(0));
    double eight = eb(estimates.get(1));
    double hundred = eb(estimates.get(2));
    assertThat(one).as("1 of 1").isBetween(.2, .8);
    assertThat(eight).as("4 of 8").isBetween(.25, .5).isLessThan(hundred);
    assertThat(hundred).as("50 of 100").isCloseTo(.5, within(.02));
    assertThat(over(estimates.get(2))).isGreaterThan(.99);
    assertThat(over(estimates.get(3))).isLessThan(.001);
    assertThat(over(estimates.get(1))).isBetween(.2, .95);
  }

  @Test
  void nobodyAndEverybodyBelowStayWithinTheirBounds() {
    MeasureEstimates nobody = estimates(List.of(counts("a", 0, 1), counts("b", 0, 7)));
    assertThat(nobody.estimates())
        .allSatisfy(
            e -> {
              assertThat(e.share().orElseThrow().low()).isZero();
              assertThat(eb(e)).isBetween(0.0, .2);
              assertThat(over(e)).as("eight pupils do not exclude it").isBetween(.001, .2);
            });
    MeasureEstimates everybody = estimates(List.of(counts("a", 3, 3), counts("b", 7, 7)));
    assertThat(everybody.estimates())
        .allSatisfy(
            e -> {
              assertThat(e.share().orElseThrow().high()).isEqualTo(1);
              assertThat(over(e)).isGreaterThan(.9);
            });
  }

  @Test
  void oneSchoolHasItsOwnIntervalButNothingToShrinkTo() {
    MeasureEstimates alone = estimates(List.of(counts("a", 3, 8)));
    ShareEstimate share = alone.estimates().get(0).share().orElseThrow();

    assertThat(share.high()).isGreaterThan(.375);
    assertThat(share.shrunken()).isEmpty();
    assertThat(share.overThreshold()).isEmpty();
    assertThat(alone.models().get(0).shares()).isEmpty();
    assertThat(alone.models().get(0).means()).isEmpty();
  }

  @Test
  void meansWithoutSpreadBetweenOrWithinSchoolsNeedNoShrinkage() {
    MeasureModel.Means between =
        estimates(List.of(means("a", 10, 50, 8), means("b", 20, 50.1, 9), means("c", 5, 49.9, 7)))
            .models()
            .get(0)
            .means()
            .orElseThrow();
    assertThat(between.between()).isZero();
    assertThat(between.within()).isGreaterThan(60);

    MeasureEstimates within = estimates(List.of(means("a", 10, 50, 0), means("b", 3, 40, 0)));
    assertThat(within.models().get(0).means().orElseThrow().within()).isZero();
    assertThat(within.models().get(0).means().orElseThrow().deviance()).isEmpty();
    assertThat(within.estimates().get(1).mean().orElseThrow().shrunken())
        .isCloseTo(40, within(1e-9));
  }

  @Test
  void aSchoolWithoutSpreadBorrowsTheOthers() {
    var unknown =
        new ResultTally(
            new TallyKey("c", MATHS),
            OptionalLong.of(4),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.of(70),
            OptionalDouble.empty(),
            new ScoreHistogram());
    MeasureEstimates estimates =
        estimates(List.of(means("a", 10, 40, 8), means("b", 20, 60, 9), unknown));

    assertThat(estimates.models().get(0).means().orElseThrow().schools()).isEqualTo(2);
    assertThat(estimates.estimates().get(2).mean().orElseThrow().shrunken()).isBetween(50.0, 70.0);
  }

  private static MeasureEstimates estimates(List<ResultTally> tallies) {
    return MeasureEstimates.of(
        StandardisedResults.of(tallies).estimates(),
        Circumstances.UNKNOWN,
        .30,
        .90,
        Shrinkage.REML);
  }

  private static double eb(OutcomeEstimate estimate) {
    return estimate.share().orElseThrow().shrunken().orElseThrow();
  }

  private static double over(OutcomeEstimate estimate) {
    return estimate.share().orElseThrow().overThreshold().orElseThrow();
  }

  private static ResultTally counts(String school, long below, long n) {
    return new ResultTally(
        new TallyKey(school, MATHS),
        OptionalLong.of(n),
        OptionalLong.of(below),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new ScoreHistogram());
  }

  private static ResultTally means(String school, long n, double mean, double sd) {
    return new ResultTally(
        new TallyKey(school, MATHS),
        OptionalLong.of(n),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.of(mean),
        OptionalDouble.of(sd),
        new ScoreHistogram());
  }
}
