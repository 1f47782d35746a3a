package io.levelfield.identify;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.context.PassportRule;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.IdentifySettings;
import io.levelfield.study.Indicator;
import io.levelfield.study.StudyLoader;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The signs of passports alone, as replicates count them. */
class SignsRuleTest {
  /** Books are favourable, poor pupils are not. */
  private static final Collection<Indicator> INDICATORS =
      ContextIndexSettings.indicatorsOf(
              StudyLoader.parse(
                      """
                      study: signs
                      inputs:
                        results:
                          - path: results.csv
                            shape: means
                            columns: {school_id: id, mean: mean}
                            constants: {year: 2018}
                        context: [{path: context.csv, columns: {school_id: id, year: year}}]
                      context_index:
                        indicators:
                          books: {direction: favourable}
                          poor: {direction: unfavourable}
                      """,
                      List.of())
                  .contextIndex())
          .values();

  private static final PassportRule RULE =
      SignsRule.of(IdentifySettings.defaults().unfavourableContext(), INDICATORS);

  @Test
  void aSchoolIsMeantThatIsWorstByBothWhicheverWayTheyPoint() {
    double[][] values = new double[8][];
    for (int school = 0; school < 8; school++) {
      values[school] = new double[] {school, 8 - school};
    }

    assertThat(RULE.met(values))
        .containsExactly(true, true, false, false, false, false, false, false);
  }

  @Test
  void worstByOneIsNotEnough() {
    double[][] values = new double[8][];
    for (int school = 0; school < 8; school++) {
      values[school] = new double[] {school, school};
    }

    assertThat(RULE.met(values)).containsOnly(false);
  }

  @Test
  void aSchoolOfWhichNothingIsKnownIsNoneAndTakesNoPlace() {
    double[][] values = new double[8][];
    for (int school = 0; school < 8; school++) {
      values[school] = new double[] {school, 8 - school};
    }

    values[0] = new double[] {Double.NaN, Double.NaN};

    assertThat(RULE.met(values)).startsWith(false, true, true, false);
  }
}
