package io.levelfield.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.context.ChoiceInfluence;
import io.levelfield.model.context.ChoiceInfluence.Choice;
import io.levelfield.model.context.PassportRule;
import io.levelfield.model.context.RankInterval;
import io.levelfield.model.input.Passport;
import io.levelfield.stats.Replicates;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankReplicatesTest {
  private static final List<String> KEYS = List.of("a", "b", "c", "d");
  private static final int SCHOOLS = 40;

  @Test
  void schoolsBestAndWorstInEverythingKeepTheirRanks() {
    List<RankInterval> found = intervals(passports(1), 500, 7);

    assertThat(found.get(0).low()).isEqualTo(1);
    assertThat(found.get(0).high()).isEqualTo(1);
    assertThat(found.get(0).lowestQuarter()).isZero();
    assertThat(found.get(SCHOOLS - 1).low()).isEqualTo(SCHOOLS);
    assertThat(found.get(SCHOOLS - 1).lowestQuarter()).isEqualTo(1);
  }

  @Test
  void aSchoolOfExtremesIsLessSureThanAnEvenOne() {
    List<Passport> passports = new ArrayList<>(passports(1));
    passports.set(1, passport("even", new double[] {0, 0, 0, 0}));
    passports.set(2, passport("uneven", new double[] {2, -2, 2, -2}));

    List<RankInterval> found = intervals(passports, 1000, 7);

    assertThat(found.get(2).high() - found.get(2).low())
        .isGreaterThan(found.get(1).high() - found.get(1).low());
    assertThat(found).allMatch(r -> r.low() <= r.median() && r.median() <= r.high());
  }

  @Test
  void theLowestQuarterHoldsAQuarterOfSchools() {
    double expected =
        intervals(passports(1), 400, 7).stream().mapToDouble(RankInterval::lowestQuarter).sum();

    assertThat(expected).isCloseTo(SCHOOLS / 4.0, within(0.05));
  }

  @Test
  void replicatesDoNotDependOnWhoRunsThem() {
    assertThat(intervals(passports(1), 210, 7, backwards()))
        .isEqualTo(intervals(passports(1), 210, 7));
    assertThat(intervals(passports(1), 210, 8)).isNotEqualTo(intervals(passports(1), 210, 7));
  }

  @Test
  void theOrderOfSchoolsDoesNotMatter() {
    List<Passport> passports = passports(1);
    List<Passport> reversed = new ArrayList<>(passports);
    Collections.reverse(reversed);
    List<RankInterval> found = new ArrayList<>(intervals(reversed, 200, 7));
    Collections.reverse(found);

    assertThat(found).isEqualTo(intervals(passports, 200, 7));
  }

  @Test
  void gapsAndEqualSchoolsAreRanked() {
    List<Passport> passports = new ArrayList<>(passports(1));
    passports.set(5, passport("twin1", new double[] {0.1, 0.2, 0.3, 0.4}));
    passports.set(6, passport("twin2", new double[] {0.1, 0.2, 0.3, 0.4}));
    passports.set(7, passport("gap", new double[] {0.1, Double.NaN, 0.3, 0.4}));

    List<RankInterval> found = intervals(passports, 200, 7);

    assertThat(found.get(5).low()).isEqualTo(found.get(6).low());
    assertThat(found.get(5).high()).isEqualTo(found.get(6).high());
    assertThat(found.get(7).median()).isBetween(1.0, (double) SCHOOLS);
  }

  /** Sobol's first-order indices leave what interplay accounts for; total ones count it twice. */
  @Test
  void influencesOfChoicesAddUpAndRepeat() {
    List<Passport> passports = new ArrayList<>(passports(1));
    passports.set(7, passport("gap", new double[] {0.1, Double.NaN, 0.3, 0.4}));
    List<ChoiceInfluence> found = run(passports, 4_000, 7, Replicates.inThisThread()).influences(7);

    assertThat(found)
        .extracting(ChoiceInfluence::choice)
        .containsExactly(
            Choice.NORMALISATION, Choice.AGGREGATION, Choice.WEIGHTS, Choice.GAPS, Choice.LEFT_OUT);
    assertThat(found.stream().mapToDouble(ChoiceInfluence::first).sum()).isBetween(0.6, 1.1);
    assertThat(found.stream().mapToDouble(ChoiceInfluence::total).sum()).isBetween(0.95, 1.6);
    assertThat(found)
        .allMatch(i -> i.firstLow() <= i.first() && i.first() <= i.firstHigh())
        .allMatch(i -> i.total() >= 0 && i.total() >= i.first() - 0.1);
    assertThat(run(passports, 4_000, 7, backwards()).influences(7)).isEqualTo(found);
  }

  @Test
  void pupilsWhoHappenToBeThereWidenTheInterval() {
    List<Passport> passports = new ArrayList<>(passports(1));
    RankInterval sure = intervals(passports, 1000, 7).get(20);
    Passport own = passports.get(20);
    passports.set(
        20,
        new Passport(
            own.schoolId(), own.year(), own.values(), Map.of("a", 2.0, "b", 2.0), Map.of()));
    RankInterval unsure = intervals(passports, 1000, 7).get(20);

    assertThat(unsure.high() - unsure.low()).isGreaterThan(1.3 * (sure.high() - sure.low()));
  }

  private static List<RankInterval> intervals(List<Passport> passports, int count, long seed) {
    return intervals(passports, count, seed, Replicates.inThisThread());
  }

  private static List<RankInterval> intervals(
      List<Passport> passports, int count, long seed, Replicates replicates) {
    return run(passports, count, seed, replicates).intervals(Set.of(RankInterval.QUARTER));
  }

  private static RankReplicates run(
      List<Passport> passports, int count, long seed, Replicates replicates) {
    Gaps gaps = Gaps.of(passports, KEYS);
    var medians = new GroupMedians(gaps, Map.of(), seed);
    var values =
        new IndexValues(
            passports,
            IndexValues.NORMALISATIONS.stream()
                .map(
                    way ->
                        KEYS.stream()
                            .map(key -> IndicatorScale.of(key, 1, way, passports))
                            .toList())
                .toList(),
            gaps,
            IntStream.range(0, 20).mapToObj(medians::draw).toList(),
            PassportSample.none(),
            seed);
    double[] index =
        passports.stream()
            .mapToDouble(p -> p.values().values().stream().mapToDouble(v -> v).average().orElse(0))
            .toArray();
    return RankReplicates.run(
        passports,
        values,
        index,
        new RankReplicates.Plan(
            List.of(0.25, 0.25, 0.25, 0.25), 0.25, count / 2, true, PassportRule.none()),
        replicates,
        seed);
  }

  /** The first best, the last worst in every indicator. */
  private static List<Passport> passports(long seed) {
    var random = new Random(seed);
    List<Passport> passports = new ArrayList<>();
    for (int i = 0; i < SCHOOLS; i++) {
      double end = i == 0 ? 5 : i == SCHOOLS - 1 ? -5 : 0;
      double[] values = KEYS.stream().mapToDouble(k -> random.nextGaussian()).toArray();
      passports.add(
          passport(
              String.format("s%02d", i),
              end == 0 ? values : Arrays.stream(values).map(v -> end).toArray()));
    }
    return passports;
  }

  private static Passport passport(String school, double[] values) {
    Map<String, Double> known = new TreeMap<>();
    IntStream.range(0, values.length)
        .filter(j -> !Double.isNaN(values[j]))
        .forEach(j -> known.put(KEYS.get(j), values[j]));
    return new Passport(school, 2018, known);
  }

  private static Replicates backwards() {
    return new Replicates() {
      @Override
      public <S extends Serializable, T extends Serializable> List<T> run(
          S shared, int count, Work<S, T> work) {
        List<T> results = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
          results.add(0, work.run(shared, i));
        }
        return results;
      }
    };
  }
}
