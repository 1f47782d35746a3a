package io.levelfield.context;

import io.levelfield.model.ContextModel;
import io.levelfield.model.ContextScore;
import io.levelfield.model.IndicatorWeight;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.Passport;
import io.levelfield.model.RankInterval;
import io.levelfield.model.School;
import io.levelfield.model.SchoolResult;
import io.levelfield.stats.Correlation;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.LeastSquares;
import io.levelfield.stats.Ranks;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.ContextIndexSettings.Impute;
import io.levelfield.study.ContextIndexSettings.Normalisation;
import io.levelfield.study.ContextIndexSettings.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The stage: an index of social well-being for every school-year whose passport knows enough.
 *
 * <p>Indicators are turned to the favourable side and normalised on the reference schools: those of
 * the base year whose passports know enough. The index therefore moves only when the school does.
 */
public final class ContextIndex {
  private static final double SLACK = 1e-9;

  private final ContextIndexSettings settings;
  private final List<String> keys;
  private final Map<String, Double> results;
  private final List<String> notes = new ArrayList<>();

  private ContextIndex(ContextIndexSettings settings, List<SchoolResult> results) {
    this.settings = settings;
    this.keys = List.copyOf(settings.indicators().keySet());
    this.results =
        results.stream()
            .collect(Collectors.toMap(SchoolResult::schoolId, r -> r.result().orElseThrow()));
  }

  /**
   * What the stage found.
   *
   * @param scores ordered by school and year
   * @param weights by variant, headline first, and indicator
   * @param models by variant, headline first
   * @param notes variants that could not be computed, schools left out
   */
  public record Result(
      List<ContextScore> scores,
      List<IndicatorWeight> weights,
      List<ContextModel> models,
      List<String> notes) {
    public Result {
      scores = List.copyOf(scores);
      weights = List.copyOf(weights);
      models = List.copyOf(models);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Computes the index.
   *
   * @param passports ordered by school and year
   * @param schools the register, for the settlement type
   * @param results pooled results; the regression variant and the models' R² rest on them
   * @throws InputsRefused if the headline index cannot be computed
   */
  public static Result compute(
      ContextIndexSettings settings,
      List<Passport> passports,
      List<School> schools,
      List<SchoolResult> results) {
    return new ContextIndex(settings, results).compute(passports, schools);
  }

  private Result compute(List<Passport> passports, List<School> schools) {
    List<Passport> sufficient = passports.stream().filter(this::knowsEnough).toList();
    int baseYear = baseYear(sufficient);
    List<Passport> reference = reference(sufficient);
    if (reference.size() < 2) {
      throw new InputsRefused(
          "context_index: only "
              + reference.size()
              + " schools know at least "
              + settings.missing().atLeast()
              + " of the indicators"
              + (baseYear == 0 ? "" : " in " + baseYear)
              + "; check the columns, or lower missing.at_least");
    }
    noteSchoolsLeftOut(passports, sufficient);
    List<IndicatorScale> scales = scales(Normalisation.Z, reference);
    List<Weighting> weightings = weightings(scales, reference);
    List<Passport> filled = filled(sufficient, schools);
    return new Result(
        scores(sufficient, filled, weightings),
        weightings.stream().flatMap(w -> weights(w, scales, reference).stream()).toList(),
        weightings.stream().map(w -> model(w, reference)).toList(),
        notes);
  }

  private int baseYear(List<Passport> sufficient) {
    return settings.baseYear().orElse(sufficient.stream().mapToInt(Passport::year).max().orElse(0));
  }

  private List<Passport> reference(List<Passport> sufficient) {
    int baseYear = baseYear(sufficient);
    return sufficient.stream().filter(p -> p.year() == baseYear).toList();
  }

  /**
   * How far ranks depend on the choices made for the index.
   *
   * @param passports all, as for {@link #compute}
   * @param current the scores whose ranks are asked for, one per school
   * @param weights of the index, the headline's first
   * @return in the order of {@code current}; empty where the study wants no replicates
   */
  public static List<RankInterval> uncertainty(
      ContextIndexSettings settings,
      List<Passport> passports,
      List<ContextScore> current,
      List<IndicatorWeight> weights,
      Replicates replicates,
      long seed) {
    if (settings.uncertainty().replicates() == 0 || current.isEmpty()) {
      return List.of();
    }
    var index = new ContextIndex(settings, List.of());
    List<Passport> reference =
        index.reference(passports.stream().filter(index::knowsEnough).toList());
    Map<String, ContextScore> wanted =
        current.stream().collect(Collectors.toMap(ContextScore::schoolId, score -> score));
    List<Passport> own =
        passports.stream()
            .filter(p -> wanted.containsKey(p.schoolId()))
            .filter(p -> wanted.get(p.schoolId()).year() == p.year())
            .toList();
    double[] headline =
        weights.stream().limit(index.keys.size()).mapToDouble(IndicatorWeight::weight).toArray();
    boolean usable = Arrays.stream(headline).allMatch(weight -> weight >= 0);
    double sum = Arrays.stream(headline).sum();
    double[] shares =
        Arrays.stream(headline)
            .map(weight -> usable ? weight / sum : 1.0 / headline.length)
            .toArray();
    return RankUncertainty.of(
        own,
        RankUncertainty.normalisations().stream()
            .map(normalisation -> index.scales(normalisation, reference))
            .toList(),
        shares,
        settings.uncertainty().weights(),
        settings.uncertainty().replicates(),
        replicates,
        seed);
  }

  private List<IndicatorScale> scales(Normalisation normalisation, List<Passport> reference) {
    return keys.stream()
        .map(
            key ->
                IndicatorScale.of(
                    key,
                    settings.indicators().get(key).direction().sign(),
                    normalisation,
                    reference))
        .toList();
  }

  private boolean knowsEnough(Passport passport) {
    long known = keys.stream().filter(key -> passport.value(key).isPresent()).count();
    return known >= settings.missing().atLeast() * keys.size() - SLACK && known > 0;
  }

  private void noteSchoolsLeftOut(List<Passport> passports, List<Passport> sufficient) {
    int left = passports.size() - sufficient.size();
    if (left > 0) {
      notes.add(
          left
              + " of "
              + passports.size()
              + " passports know fewer than "
              + settings.missing().atLeast()
              + " of the indicators and have no index");
    }
  }

  private List<Weighting> weightings(List<IndicatorScale> scales, List<Passport> reference) {
    List<Passport> complete =
        reference.stream().filter(p -> p.values().keySet().containsAll(keys)).toList();
    var factory =
        new Weightings(
            scales,
            scales(settings.normalisation(), reference),
            settings.aggregation(),
            settings.indicators(),
            complete,
            results);
    List<Weighting> weightings = new ArrayList<>();
    for (Weights variant : settings.allWeights()) {
      try {
        weightings.add(factory.of(variant));
      } catch (InputsRefused e) {
        if (variant == settings.weights()) {
          throw e;
        }
        notes.add("variant left out: " + e.getMessage());
      }
    }
    return weightings;
  }

  private List<Passport> filled(List<Passport> sufficient, List<School> schools) {
    if (settings.missing().impute() == Impute.NONE) {
      return sufficient;
    }
    Map<String, String> settlements =
        schools.stream().collect(Collectors.toMap(School::id, School::settlement));
    var medians = new GroupMedians(sufficient, settlements);
    return sufficient.stream().map(passport -> medians.fill(passport, keys)).toList();
  }

  private List<ContextScore> scores(
      List<Passport> sufficient, List<Passport> filled, List<Weighting> weightings) {
    Weighting headline = weightings.get(0);
    double[] index = filled.stream().mapToDouble(p -> headline.index(p)).toArray();
    double[] ranks = ranksWithinYears(filled, index);
    List<ContextScore> scores = new ArrayList<>();
    for (int i = 0; i < filled.size(); i++) {
      Passport passport = filled.get(i);
      Map<String, Double> variants = new TreeMap<>();
      for (Weighting weighting : weightings) {
        variants.put(weighting.variant(), weighting.index(passport));
      }
      Map<String, Double> contributions = new TreeMap<>();
      OptionalDouble[] parts = headline.contributions(passport);
      for (int j = 0; j < parts.length; j++) {
        String key = keys.get(j);
        parts[j].ifPresent(part -> contributions.put(key, part));
      }
      int known = sufficient.get(i).values().size();
      scores.add(
          new ContextScore(
              passport.schoolId(),
              passport.year(),
              index[i],
              ranks[i],
              variants,
              known,
              passport.values().size() - known,
              contributions));
    }
    return scores;
  }

  private static double[] ranksWithinYears(List<Passport> passports, double[] index) {
    Map<Integer, List<Integer>> byYear = new TreeMap<>();
    for (int i = 0; i < index.length; i++) {
      byYear.computeIfAbsent(passports.get(i).year(), y -> new ArrayList<>()).add(i);
    }
    double[] ranks = new double[index.length];
    byYear
        .values()
        .forEach(
            places -> {
              double[] own = Ranks.descending(places.stream().mapToDouble(i -> index[i]).toArray());
              for (int i = 0; i < own.length; i++) {
                ranks[places.get(i)] = own[i];
              }
            });
    return ranks;
  }

  private List<IndicatorWeight> weights(
      Weighting weighting, List<IndicatorScale> scales, List<Passport> reference) {
    List<IndicatorWeight> weights = new ArrayList<>();
    for (int j = 0; j < scales.size(); j++) {
      IndicatorScale scale = scales.get(j);
      weights.add(
          new IndicatorWeight(
              scale.key(),
              weighting.variant(),
              weighting.weight(j),
              weighting.loading(j),
              weighting.coefficient(j),
              weighting.standardError(j),
              influence(scale, weighting, reference),
              scale.mean(),
              scale.sd(),
              scale.skewness(),
              scale.kurtosis(),
              scale.known()));
    }
    return weights;
  }

  /** Squared correlation of an indicator with the index: what it really weighs. */
  private static OptionalDouble influence(
      IndicatorScale scale, Weighting weighting, List<Passport> reference) {
    List<Passport> known =
        reference.stream().filter(p -> p.value(scale.key()).isPresent()).toList();
    double[] own = known.stream().mapToDouble(p -> p.value(scale.key()).orElseThrow()).toArray();
    double[] index = known.stream().mapToDouble(p -> weighting.index(p)).toArray();
    if (Descriptive.isConstant(own) || Descriptive.isConstant(index)) {
      return OptionalDouble.empty();
    }
    double correlation = Correlation.pearson(own, index);
    return OptionalDouble.of(correlation * correlation);
  }

  /** The variant's model with the R² of results on its index, where a regression gave none. */
  private ContextModel model(Weighting weighting, List<Passport> reference) {
    ContextModel model = weighting.model();
    Map<String, Double> index = new HashMap<>();
    reference.stream()
        .filter(p -> results.containsKey(p.schoolId()))
        .forEach(p -> index.put(p.schoolId(), weighting.index(p)));
    List<String> schools = index.keySet().stream().sorted().toList();
    double[] y = schools.stream().mapToDouble(results::get).toArray();
    double[][] x = schools.stream().map(s -> new double[] {index.get(s)}).toArray(double[][]::new);
    boolean told = schools.size() > 2 && !Descriptive.isConstant(y);
    if (model.rSquared().isPresent() || !told) {
      return model;
    }
    LeastSquares fit = LeastSquares.fit(x, y);
    return new ContextModel(
        model.variant(),
        model.schools(),
        model.eigenvalue(),
        model.explained(),
        OptionalDouble.of(fit.rSquared()),
        OptionalDouble.of(fit.adjustedRSquared()),
        OptionalDouble.of(fit.coefficients()[0]),
        OptionalDouble.of(fit.residualSd()));
  }
}
