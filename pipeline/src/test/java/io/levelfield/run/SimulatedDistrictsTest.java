package io.levelfield.run;

import static io.levelfield.simulation.Simulation.print;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.context.SocialContext;
import io.levelfield.identify.Evidence;
import io.levelfield.identify.SignsRule;
import io.levelfield.identify.Verdicts;
import io.levelfield.model.cluster.Neighbourhoods;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.ListErrors;
import io.levelfield.model.identify.SimulatedErrors;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.text.Message;
import io.levelfield.outcome.Adjustment;
import io.levelfield.outcome.Circumstances;
import io.levelfield.outcome.SchoolOutcomes;
import io.levelfield.run.KnownDistrict.Truth;
import io.levelfield.simulation.Simulation;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.Replicates;
import io.levelfield.stats.StudentQuantile;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether lists err as often as is said of them. */
class SimulatedDistrictsTest {
  private static final int ACTUAL = 300;
  private static final int REPORTED = 15 * Simulation.times();
  private static final double LEVEL = .01;
  private static final int FIGURES = 12;

  /**
   * Schools. In the known district lasting results are the same in all years; in drawn ones the
   * fitted variances of the years differ a little, and with them who is just above a percentile.
   */
  private static final double NEGLIGIBLE = .05;

  private static final Neighbourhoods NOBODY = new Neighbourhoods(List.of(), List.of());

  private static final String STUDY =
      """
      study: known
      inputs:
        results:
          - path: r
            shape: means
            columns: {school_id: s, mean: m}
            constants: {year: 2024, procedure: ОГЭ, subject: математика}
      """;

  private static Study study(String... overrides) {
    return StudyLoader.parse(STUDY, List.of(overrides));
  }

  private static ContextFindings context(KnownDistrict district, Outcomes outcomes, Study study) {
    return SocialContext.of(
        study.contextIndex(),
        district.data(),
        outcomes,
        Set.of(),
        SignsRule.of(study.identify().unfavourableContext(), List.of()),
        Replicates.inThisThread(),
        study.randomSeed());
  }

  private static AdjustedOutcomes adjusted(
      Outcomes outcomes, ContextFindings context, Study study) {
    return Adjustment.of(outcomes, context, List.of(), List.of(), study.outcome());
  }

  private static ListErrors reported(KnownDistrict district, Study study) {
    Outcomes standing = SchoolOutcomes.of(district.data(), study.outcome());
    ContextFindings context = context(district, standing, study);
    Outcomes outcomes = SchoolOutcomes.estimated(standing, Circumstances.UNKNOWN, study.outcome());
    return SimulatedDistricts.errors(
        study,
        district.data(),
        outcomes,
        context,
        adjusted(outcomes, context, study),
        NOBODY,
        true);
  }

  /** What the labels say of a district, set beside its own truth. */
  private static Map<Label, LabelCount> actual(long seed, Study study) {
    var district = new KnownDistrict(seed);
    Outcomes outcomes =
        SchoolOutcomes.ofSimulated(
            district.data().tallies(), study.outcome(), KnownDistrict.LAST_YEAR);
    ContextFindings context = context(district, outcomes, study);
    Verdicts told =
        Verdicts.of(
            new Evidence(
                district.data().schools(),
                outcomes,
                context,
                adjusted(outcomes, context, study),
                NOBODY,
                new Quality(List.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of()),
                List.of(),
                Optional.empty(),
                Map.of()),
            study.identify());
    Truth truth = district.truth();
    Map<Label, LabelCount> counts = new EnumMap<>(Label.class);
    counts.put(Label.LOW_RESULT, LabelCount.of(told.of(Label.LOW_RESULT), truth.low(), .8));
    counts.put(
        Label.STABLY_LOW_RESULT,
        LabelCount.of(told.of(Label.STABLY_LOW_RESULT), truth.stablyLow(), .8));
    counts.put(Label.HIGH_RESULT, LabelCount.of(told.of(Label.HIGH_RESULT), truth.high(), .8));
    return counts;
  }

  /**
   * Districts are drawn from a world that the program does not know; what it says of some of them
   * is on average what becomes of all, within what its fits of them may err.
   */
  @Test
  void listsErrAsOftenAsIsSaid() {
    Study study = study("identify.simulation.districts=60");
    List<Map<Label, LabelCount>> actual =
        IntStream.range(0, ACTUAL).parallel().mapToObj(d -> actual(d, study)).toList();
    List<ListErrors> reported =
        IntStream.range(0, REPORTED)
            .parallel()
            .mapToObj(d -> reported(new KnownDistrict(5000 + d), study))
            .toList();

    for (Label label : List.of(Label.LOW_RESULT, Label.STABLY_LOW_RESULT, Label.HIGH_RESULT)) {
      List<SimulatedErrors> said = reported.stream().map(r -> r.byLabel().get(label)).toList();
      List<LabelCount> real = actual.stream().map(a -> a.get(label)).toList();
      near(label, "flagged", said, SimulatedErrors::flagged, real, LabelCount::flagged);
      near(label, "false", said, e -> e.falseAlarms().mean(), real, LabelCount::falseAlarms);
      near(label, "missed", said, e -> e.misses().mean(), real, LabelCount::misses);
      near(label, "truly so", said, SimulatedErrors::trulySo, real, LabelCount::trulySo);
    }
  }

  /**
   * The means differ by no more than chance explains: Student's quantile for the fewer districts,
   * by Bonferroni's rule over all figures.
   */
  private static void near(
      Label label,
      String figure,
      List<SimulatedErrors> said,
      ToDoubleFunction<SimulatedErrors> ofSaid,
      List<LabelCount> real,
      ToDoubleFunction<LabelCount> ofReal) {
    double[] told = said.stream().mapToDouble(ofSaid).toArray();
    double[] is = real.stream().mapToDouble(ofReal).toArray();
    double toldError = Descriptive.sd(told) / Math.sqrt(told.length);
    double isError = Descriptive.sd(is) / Math.sqrt(is.length);
    double reach = StudentQuantile.twoSided(1 - LEVEL / FIGURES, told.length - 1);
    print(
        "| %s | %s | %.2f ± %.2f | %.2f ± %.2f |",
        label.code(), figure, Descriptive.mean(told), toldError, Descriptive.mean(is), isError);
    assertThat(Descriptive.mean(told))
        .as(label + " " + figure)
        .isCloseTo(
            Descriptive.mean(is), within(reach * Math.hypot(toldError, isError) + NEGLIGIBLE));
  }

  @Test
  void sameSeedSaysTheSame() {
    Study study = study("identify.simulation.districts=5");

    assertThat(reported(new KnownDistrict(1), study).byLabel())
        .isEqualTo(reported(new KnownDistrict(1), study).byLabel())
        .isNotEmpty();
  }

  @Test
  void drawsNoneWhereNoneAreAskedFor() {
    assertThat(reported(new KnownDistrict(1), study("identify.simulation.districts=0")))
        .isEqualTo(ListErrors.NONE);
  }

  @Test
  void drawsFewerOfALargeDistrictAndNoneOfOneTooLarge() {
    var district = new KnownDistrict(1);
    long results =
        district.data().tallies().stream().mapToLong(t -> t.participants().orElseThrow()).sum();

    ListErrors fewer =
        reported(district, study("identify.simulation.most_results=" + 20 * results));
    assertThat(fewer.byLabel().get(Label.LOW_RESULT).districts()).isEqualTo(20);
    int schools = district.data().schools().size();
    assertThat(districts(district, "most_schools=" + 21 * schools)).isEqualTo(21);
    assertThat(districts(district, "most_schools=1")).as("at least").isEqualTo(20);
    ListErrors none =
        reported(district, study("identify.simulation.most_results=" + (20 * results - 1)));
    assertThat(none.byLabel()).isEmpty();
    assertThat(none.notes())
        .containsExactly(Message.of("label.no-simulation-large", results, 20 * results - 1));
  }

  private static int districts(KnownDistrict district, String setting) {
    return reported(district, study("identify.simulation." + setting))
        .byLabel()
        .get(Label.LOW_RESULT)
        .districts();
  }
}
