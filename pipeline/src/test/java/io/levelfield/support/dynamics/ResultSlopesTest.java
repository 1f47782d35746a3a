package io.levelfield.support.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.YearEstimate;
import io.levelfield.model.support.SchoolChange.Slope;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultSlopesTest {
  private final List<SchoolResult> yearly = new ArrayList<>();
  private final List<YearEstimate> estimates = new ArrayList<>();

  private ResultSlopesTest school(String id, double... results) {
    for (int i = 0; i < results.length; i++) {
      OptionalDouble z = OptionalDouble.of(results[i]);
      yearly.add(new SchoolResult(id, 2016 + i, 2016 + i, OptionalLong.of(20), z, z));
    }
    return this;
  }

  private ResultSlopes slopes() {
    return new ResultSlopes(
        new Outcomes(2018, List.of(), Set.of(), List.of(), List.of(), yearly, List.of()),
        estimates);
  }

  @Test
  void aLineNeedsThreeYears() {
    ResultSlopes slopes = school("a", 1, 2, 4).school("b", 1, 2).slopes();

    assertThat(slopes.of("a", 2018).orElseThrow().value()).isCloseTo(1.5, within(1e-12));
    assertThat(slopes.of("a", 2018).orElseThrow().se()).isEmpty();
    assertThat(slopes.of("a", 2017)).isEmpty();
    assertThat(slopes.of("b", 2017)).isEmpty();
    assertThat(slopes.of("unknown", 2018)).isEmpty();
  }

  @Test
  void ofFewSchoolsTheErrorIsThatOfResults() {
    school("a", 1, 2, 4);
    // Own variance 0.5² / 0.25 = 1 a year; the outer two move the slope by a half each.
    for (int year = 2016; year <= 2018; year++) {
      estimates.add(new YearEstimate("a", year, new MeanEstimate(0, 0.5, 0.25)));
    }

    assertThat(slopes().of("a", 2018).flatMap(slope -> slope.se().stream().boxed().findFirst()))
        .hasValueSatisfying(se -> assertThat(se).isCloseTo(Math.sqrt(0.5), within(1e-12)));
  }

  @Test
  void ofManySchoolsTheErrorIsThatOfResultsAroundTheirLines() {
    var random = new Random(7);
    for (int school = 0; school < 4000; school++) {
      double level = random.nextGaussian();
      double trend = random.nextGaussian();
      school(
          "s" + school,
          level + 0.3 * random.nextGaussian(),
          level + trend + 0.3 * random.nextGaussian(),
          level + 2 * trend + 0.3 * random.nextGaussian(),
          level + 3 * trend + 0.3 * random.nextGaussian());
    }

    Slope slope = slopes().of("s17", 2019).orElseThrow();

    // Variance of a slope through four years: σ² / 5.
    assertThat(slope.se().orElseThrow()).isCloseTo(0.3 / Math.sqrt(5), within(0.004));
  }
}
