package io.levelfield.identify;

import io.levelfield.model.cluster.Neighbourhood;
import io.levelfield.model.cluster.Neighbourhoods;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.IndexFindings;
import io.levelfield.model.context.RankInterval;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.ExpectedChange;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.MeasureModel.Shares;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.model.outcome.YearEstimate;
import io.levelfield.model.quality.Quality;
import io.levelfield.stats.KnownBeta;
import io.levelfield.study.Indicator;
import io.levelfield.study.StudyLoader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** A district made by hand, as the stages before {@code identify} would describe it. */
final class District {
  static final int YEAR = 2024;
  static final double SE = 0.01;

  private final Map<String, School> schools = new TreeMap<>();
  private final Map<TallyKey, OutcomeEstimate> outcomes = new TreeMap<>();
  private final Map<Measure, MeasureModel> models = new TreeMap<>();
  private final Map<String, Map<Integer, Double>> years = new TreeMap<>();
  private final Map<String, Double> expected = new TreeMap<>();
  private final Map<String, Map<String, Double>> passports = new TreeMap<>();
  private final List<RankInterval> ranks = new ArrayList<>();
  private final List<Neighbourhood> neighbourhoods = new ArrayList<>();
  private final Set<TallyKey> unconfirmed = new HashSet<>();
  private final List<StaffCount> staff = new ArrayList<>();
  private double se = SE;
  private double reliability = 1;
  private double reference;
  private double share = 0.15;
  private double concentration = 12;

  /** What other schools show in every examination counted from now on. */
  District spread(double ofShare, double ofConcentration) {
    share = ofShare;
    concentration = ofConcentration;
    return this;
  }

  /** How often replicates of the index find a school among so many of the lowest. */
  District amongLowest(String school, double share, double probability) {
    ranks.add(new RankInterval(school, YEAR, 1, 1, 1, Map.of(share, probability)));
    return this;
  }

  District se(double value) {
    se = value;
    return this;
  }

  /** Shrunken results keep λ of a school's own result and take the rest from a reference. */
  District shrunken(double lambda, double towards) {
    reliability = lambda;
    reference = towards;
    return this;
  }

  District school(String id) {
    schools.putIfAbsent(id, School.named(id));
    return this;
  }

  District school(
      String id, String settlement, boolean selective, int parallelClasses, double minutes) {
    schools.put(
        id,
        new School(
            id,
            id,
            "district",
            settlement,
            Optional.of(selective),
            OptionalInt.of(parallelClasses),
            OptionalDouble.of(minutes),
            OptionalDouble.empty(),
            OptionalDouble.empty()));
    return this;
  }

  District counts(String school, String subject, int year, long below, long n) {
    var measure = new Measure(year, "ВПР", subject, "5");
    var tally =
        new ResultTally(
            new TallyKey(school, measure),
            OptionalLong.of(n),
            OptionalLong.of(below),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            new ScoreHistogram());
    outcomes.put(tally.key(), OutcomeEstimate.unscaled(tally));
    models.put(
        measure,
        new MeasureModel(measure, Optional.of(shares(share, concentration)), Optional.empty()));
    return school(school);
  }

  private static Shares shares(double mean, double concentration) {
    return new Shares(
        20, "beta", KnownBeta.spread(mean, concentration), mean, 0, 1, concentration, 0, 1e6);
  }

  /** Results of the newest years, the last the newest. */
  District results(String school, double... newest) {
    for (int i = 0; i < newest.length; i++) {
      years
          .computeIfAbsent(school, s -> new TreeMap<>())
          .put(YEAR - newest.length + 1 + i, newest[i]);
    }
    return school(school);
  }

  /** No examination with what other schools show in it. */
  District withoutModels() {
    models.clear();
    return this;
  }

  District expected(String school, double value) {
    expected.put(school, value);
    return this;
  }

  /** A passport; the index is the sum of its indicators, all favourable. */
  District passport(String school, Map<String, Double> values) {
    passports.put(school, values);
    return school(school);
  }

  District context(String school, double index) {
    return passport(school, Map.of("context", index));
  }

  District similar(String school, Optional<Double> difference) {
    neighbourhoods.add(
        new Neighbourhood(
            school,
            List.of(),
            difference.map(d -> new Neighbourhood.Comparison(0, d, d - 1, d + 1))));
    return this;
  }

  District unconfirmed(String school, String subject, int year) {
    unconfirmed.add(new TallyKey(school, new Measure(year, "ВПР", subject, "5")));
    return this;
  }

  /** Teachers of a school now: how many, in the risk group, of these trained, vacant posts. */
  District staff(String school, int teachers, int risk, int trained, int vacancies) {
    staff.add(
        new StaffCount(
            school,
            YEAR,
            StaffCount.ALL_SUBJECTS,
            teachers,
            Map.of(
                StaffFigure.RISK_GROUP, new StaffCount.Part(risk, teachers),
                StaffFigure.RISK_GROUP_TRAINED, new StaffCount.Part(trained, risk),
                StaffFigure.VACANCIES, new StaffCount.Part(vacancies, teachers + vacancies))));
    return this;
  }

  Evidence evidence() {
    List<SchoolResult> results = new ArrayList<>();
    List<SchoolResult> yearly = new ArrayList<>();
    List<YearEstimate> estimates = new ArrayList<>();
    List<AdjustedResult> adjusted = new ArrayList<>();
    List<ShrunkenResult> shrunken = new ArrayList<>();
    years.forEach(
        (school, own) -> {
          double mean = own.values().stream().mapToDouble(v -> v).average().orElseThrow();
          results.add(result(school, YEAR, mean));
          own.forEach(
              (year, value) -> {
                yearly.add(result(school, year, value));
                estimates.add(new YearEstimate(school, year, new MeanEstimate(value, se, 1)));
              });
          Double usual = expected.get(school);
          if (usual != null) {
            adjusted.add(new AdjustedResult(school, usual, mean - usual));
          }
          shrunken.add(
              new ShrunkenResult(
                  school,
                  new MeanEstimate(
                      reliability * mean + (1 - reliability) * reference, se, reliability),
                  Optional.ofNullable(usual)
                      .map(
                          u ->
                              new ShrunkenResult.Adjusted(
                                  mean - u - se, mean - u + se, mean - u, se))));
        });
    return new Evidence(
        List.copyOf(schools.values()),
        new Outcomes(
            YEAR,
            List.copyOf(outcomes.values()),
            Set.of(),
            List.copyOf(models.values()),
            results,
            yearly,
            List.of()),
        new ContextFindings(scores(), scores(), passports(), indexOf(ranks), List.of()),
        new AdjustedOutcomes(
            adjusted, new TreeMap<>(), shrunken, estimates, changes(shrunken, results), List.of()),
        new Neighbourhoods(neighbourhoods, List.of()),
        new Quality(List.of(), Set.of(), unconfirmed, Set.of(), Map.of(), List.of()),
        staff,
        Optional.empty(),
        indicators());
  }

  private List<Passport> passports() {
    return passports.entrySet().stream()
        .map(p -> new Passport(p.getKey(), YEAR, p.getValue()))
        .toList();
  }

  private static IndexFindings indexOf(List<RankInterval> ranks) {
    return new IndexFindings(
        List.of(), List.of(), ranks, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static List<ExpectedChange> changes(
      List<ShrunkenResult> shrunken, List<SchoolResult> results) {
    List<ExpectedChange> changes = new ArrayList<>();
    for (int i = 0; i < shrunken.size(); i++) {
      double all = shrunken.get(i).result().shrunken() - results.get(i).result().orElseThrow();
      changes.add(new ExpectedChange(shrunken.get(i).schoolId(), all / 2, all));
    }
    return changes;
  }

  private static SchoolResult result(String school, int year, double value) {
    return new SchoolResult(
        school,
        year,
        year,
        OptionalLong.of(20),
        OptionalDouble.of(value),
        OptionalDouble.of(value));
  }

  private List<String> keys() {
    return passports.values().stream()
        .flatMap(values -> values.keySet().stream())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private List<ContextScore> scores() {
    return passports.entrySet().stream()
        .map(
            p -> {
              double index = p.getValue().values().stream().mapToDouble(v -> v).sum();
              return new ContextScore(
                  p.getKey(),
                  YEAR,
                  index,
                  1,
                  Map.of("equal", index),
                  p.getValue().size(),
                  0,
                  p.getValue());
            })
        .toList();
  }

  private Map<String, Indicator> indicators() {
    if (passports.isEmpty()) {
      return Map.of();
    }
    Map<String, String> lines = new LinkedHashMap<>();
    keys().forEach(key -> lines.put(key, "    " + key + ": {direction: favourable}\n"));
    return StudyLoader.parse(
            """
            study: district
            inputs:
              results:
                - path: results.csv
                  shape: means
                  columns: {school_id: id, mean: m}
                  constants: {year: 2024, procedure: ВПР, subject: математика}
              context:
                - {path: context.csv, columns: {school_id: id, year: y}}
            context_index:
              indicators:
            """
                + String.join("", lines.values()),
            List.of())
        .contextIndex()
        .orElseThrow()
        .indicators();
  }
}
