package io.levelfield.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether what levels are made of is found in districts made of it. */
class ComponentFitTest {
  private static final int SCHOOLS = 400;
  private static final double PUPIL_SD = 3;

  /** Variances: school .4, examination .2, year .1, rest .3; a pupil's scores correlate by .6. */
  private static Outcomes made(long seed, int years) {
    int pupils = 10;
    List<String> procedures = List.of("ВПР", "ОГЭ");
    List<OutcomeEstimate> estimates = new ArrayList<>();
    for (int s = 0; s < SCHOOLS; s++) {
      RandomStream random = RandomStream.at(seed, s);
      double school = Math.sqrt(.4) * random.nextGaussian();
      double[][] examinations = new double[procedures.size()][2];
      for (double[] own : examinations) {
        own[0] = Math.sqrt(.2) * random.nextGaussian();
        own[1] = Math.sqrt(.2) * random.nextGaussian();
      }
      for (int year = 0; year < years; year++) {
        double ofYear = Math.sqrt(.1) * random.nextGaussian();
        for (int p = 0; p < procedures.size(); p++) {
          double able = random.nextGaussian();
          for (int subject = 0; subject < 2; subject++) {
            double level =
                school + examinations[p][subject] + ofYear + Math.sqrt(.3) * random.nextGaussian();
            double chance = Math.sqrt(.6) * able + Math.sqrt(.4) * random.nextGaussian();
            double mean = level + PUPIL_SD * chance / Math.sqrt(pupils);
            var measure = new Measure(2020 + year, procedures.get(p), "s" + subject, "9");
            estimates.add(
                OutcomeEstimate.standardised(
                    tally("s%03d".formatted(s), measure, pupils, mean),
                    mean,
                    OptionalDouble.of(PUPIL_SD),
                    1));
          }
        }
      }
    }
    estimates.sort(Comparator.comparing(e -> e.tally().key()));
    var measures = new TreeSet<Measure>();
    estimates.forEach(e -> measures.add(e.tally().measure()));
    List<MeasureModel> models =
        measures.stream()
            .map(
                m ->
                    new MeasureModel(
                        m,
                        Optional.empty(),
                        Optional.of(
                            new MeasureModel.Means(
                                SCHOOLS,
                                "",
                                0,
                                0,
                                1,
                                PUPIL_SD * PUPIL_SD,
                                .1,
                                OptionalDouble.empty()))))
            .toList();
    return new Outcomes(
        2020 + years - 1, estimates, Set.of(), models, List.of(), List.of(), List.of());
  }

  private static ResultTally tally(String school, Measure measure, int pupils, double mean) {
    return new ResultTally(
        new TallyKey(school, measure),
        OptionalLong.of(pupils),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.of(mean),
        OptionalDouble.of(PUPIL_SD),
        new ScoreHistogram());
  }

  private static DistrictModel model(Outcomes outcomes) {
    return DistrictModel.of(outcomes, List.of(), Optional.empty(), 3);
  }

  @Test
  void findsWhatLevelsAreMadeOf() {
    List<Components> found =
        LongStream.range(0, 20).mapToObj(seed -> model(made(seed, 3)).components()).toList();

    near(found, Components::school, .4);
    near(found, Components::examination, .2);
    near(found, Components::year, .1);
    near(found, Components::rest, .3);
    near(found, Components::pupils, .6);
  }

  /** Within three standard errors of the mean over districts. */
  private static void near(
      List<Components> found, ToDoubleFunction<Components> part, double truth) {
    double[] parts = found.stream().mapToDouble(part).toArray();
    double error = Descriptive.sd(parts) / Math.sqrt(parts.length);
    assertThat(Descriptive.mean(parts)).isCloseTo(truth, within(3 * error));
    assertThat(error).isLessThan(.03);
  }

  @Test
  void takesNothingOfOneYearForLuck() {
    Components found = model(made(7, 1)).components();

    assertThat(found.year()).isZero();
    assertThat(found.rest()).isZero();
    assertThat(found.school()).isCloseTo(.5, within(.1));
  }

  @Test
  void drawsWhatItFound() {
    DistrictModel model = model(made(7, 3));
    double squares = 0;
    double lasting = 0;
    int results = 0;
    for (int d = 0; d < 5; d++) {
      DrawnDistrict district = model.draw(1, d);
      for (int i = 0; i < district.observed().size(); i++) {
        squares += Math.pow(district.observed().get(i).mean().orElseThrow(), 2);
        lasting += Math.pow(district.lasting().get(i).mean().orElseThrow(), 2);
        results++;
      }
    }

    assertThat(squares / results).isCloseTo(1 + PUPIL_SD * PUPIL_SD / 10, within(.1));
    assertThat(lasting / results)
        .isCloseTo(model.components().school() + model.components().examination(), within(.06));
  }

  @Test
  void orderOfResultsChangesNoDraw() {
    Outcomes made = made(7, 2);
    List<OutcomeEstimate> turned = new ArrayList<>(made.estimates());
    Collections.reverse(turned);
    var other =
        new Outcomes(made.year(), turned, Set.of(), made.models(), List.of(), List.of(), List.of());

    assertThat(means(model(other))).containsExactly(means(model(made)), within(1e-9));
  }

  private static double[] means(DistrictModel model) {
    DrawnDistrict drawn = model.draw(3, 0);
    return Stream.concat(drawn.observed().stream(), drawn.lasting().stream())
        .mapToDouble(t -> t.mean().orElseThrow())
        .toArray();
  }
}
