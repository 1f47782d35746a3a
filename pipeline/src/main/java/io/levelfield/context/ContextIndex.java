package io.levelfield.context;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.context.AlteredValue;
import io.levelfield.model.context.ChoiceInfluence;
import io.levelfield.model.context.ContextModel;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.IndexChange;
import io.levelfield.model.context.IndexCheck;
import io.levelfield.model.context.IndicatorWeight;
import io.levelfield.model.context.LikelyContext;
import io.levelfield.model.context.PassportRule;
import io.levelfield.model.context.RankInterval;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.input.School;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Ranks;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.ContextIndexSettings.Normalisation;
import io.levelfield.study.ContextIndexSettings.PassportKind;
import io.levelfield.study.ContextIndexSettings.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An index of social well-being for every school-year whose passport knows enough.
 *
 * <p>Indicators are turned to the favourable side and normalised on the reference schools: those of
 * the base year whose passports know enough. The index therefore moves only when the school does.
 */
public final class ContextIndex {
  private final ContextIndexSettings settings;
  private final PreparedPassports passports;
  private final Optional<PassportSample.Counts> counts;
  private final Map<String, Double> results;
  private final long seed;
  private final List<Message> notes;
  private final List<IndicatorScale> scales;
  private final List<Weighting> weightings;
  private final List<ContextScore> scores;
  private final List<IndexCheck> checks;

  private ContextIndex(
      ContextIndexSettings settings,
      PreparedPassports passports,
      List<PassportCount> counted,
      List<SchoolResult> results,
      long seed) {
    this.settings = settings;
    this.passports = passports;
    this.counts =
        settings.passport() == PassportKind.SAMPLE
            ? Optional.of(
                new PassportSample.Counts(
                    passports.keys(), counted, passports.reference(), passports::change))
            : Optional.empty();
    this.seed = seed;
    this.results =
        results.stream()
            .collect(Collectors.toMap(SchoolResult::schoolId, r -> r.result().orElseThrow()));
    notes = new ArrayList<>(passports.notes());
    List<String> without = counts.map(PassportSample.Counts::without).orElse(List.of());
    if (!without.isEmpty()) {
      notes.add(Message.of("context.sample-without-counts", String.join(", ", without)));
    }
    scales = scales(Normalisation.Z, passports.reference());
    weightings = weightings();
    scores = scored();
    var validation =
        new IndexValidation(scales, passports.reference(), weightings.get(0), this.results);
    checks = validation.of(headlineWeights(), others -> factory(others).of(settings.weights()));
    notes.addAll(validation.notes());
  }

  /** Computes the index of passports that are not taken for a sample. */
  public static ContextIndex compute(
      ContextIndexSettings settings,
      List<Passport> passports,
      List<School> schools,
      List<SchoolResult> results,
      long seed) {
    return compute(settings, passports, List.of(), schools, results, seed);
  }

  /**
   * Computes the index.
   *
   * @param passports ordered by school and year
   * @param counts that values of passports were made of, for passports that are a sample
   * @param schools the register, for the settlement type
   * @param results pooled results; the regression variants and the models' R² rest on them
   * @param seed of the draws that fill gaps
   * @throws InputsRefused if the headline index cannot be computed
   */
  public static ContextIndex compute(
      ContextIndexSettings settings,
      List<Passport> passports,
      List<PassportCount> counts,
      List<School> schools,
      List<SchoolResult> results,
      long seed) {
    return new ContextIndex(
        settings, new PreparedPassports(settings, passports, schools, seed), counts, results, seed);
  }

  private List<IndicatorScale> scales(Normalisation normalisation, List<Passport> reference) {
    return passports.keys().stream()
        .map(
            key ->
                IndicatorScale.of(
                    key,
                    settings.indicators().get(key).direction().sign(),
                    normalisation,
                    reference))
        .toList();
  }

  private Weightings factory(List<Passport> reference) {
    return new Weightings(
        scales(Normalisation.Z, reference),
        scales(settings.normalisation(), reference),
        settings.aggregation(),
        settings.indicators(),
        reference.stream().filter(p -> p.values().keySet().containsAll(passports.keys())).toList(),
        results);
  }

  private List<Weighting> weightings() {
    Weightings factory = factory(passports.reference());
    List<Weighting> found = new ArrayList<>();
    for (Weights variant : settings.allWeights()) {
      try {
        Weighting weighting = factory.of(variant);
        settings.scale().ifPresent(scale -> weighting.scaleTo(scale, passports.reference()));
        found.add(weighting);
      } catch (InputsRefused e) {
        if (variant == settings.weights()) {
          throw e;
        }
        notes.add(Message.of("context.variant-left-out", e.told()));
      }
    }
    notes.addAll(factory.notes());
    return found;
  }

  private List<ContextScore> scored() {
    List<Passport> filled = passports.filled();
    Weighting headline = weightings.get(0);
    double[] index = filled.stream().mapToDouble(headline::index).toArray();
    double[] ranks = ranksWithinYears(filled, index);
    List<ContextScore> scored = new ArrayList<>();
    for (int i = 0; i < filled.size(); i++) {
      Passport passport = filled.get(i);
      Map<String, Double> variants = new TreeMap<>();
      for (Weighting weighting : weightings) {
        variants.put(weighting.variant(), weighting.index(passport));
      }
      int known = passports.known().get(i).values().size();
      scored.add(
          new ContextScore(
              passport.schoolId(),
              passport.year(),
              index[i],
              ranks[i],
              variants,
              known,
              passport.values().size() - known,
              contributions(headline, passport)));
    }
    return List.copyOf(scored);
  }

  private Map<String, Double> contributions(Weighting weighting, Passport passport) {
    Map<String, Double> contributions = new TreeMap<>();
    OptionalDouble[] parts = weighting.contributions(passport);
    for (int j = 0; j < parts.length; j++) {
      String key = passports.keys().get(j);
      parts[j].ifPresent(part -> contributions.put(key, part));
    }
    return contributions;
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

  /** Ordered by school and year. */
  public List<ContextScore> scores() {
    return scores;
  }

  /** By variant, headline first, and indicator. */
  public List<IndicatorWeight> weights() {
    var description = new IndicatorWeights(scales, passports, results);
    return weightings.stream().flatMap(w -> description.of(w).stream()).toList();
  }

  private List<IndicatorWeight> headlineWeights() {
    return new IndicatorWeights(scales, passports, results).of(weightings.get(0));
  }

  /** Figures by which the headline index can be judged. */
  public List<IndexCheck> checks() {
    return checks;
  }

  /** By variant, headline first. */
  public List<ContextModel> models() {
    return weightings.stream()
        .map(w -> ResultsOnIndex.describe(w, passports.reference(), results))
        .toList();
  }

  /** Values the index takes otherwise than passports have them. */
  public List<AlteredValue> altered() {
    return passports.altered();
  }

  /** What changed schools' indices from one passport to the next. */
  public List<IndexChange> changes() {
    return IndexChanges.of(scores);
  }

  /** What true compositions are likely to be; empty where passports are what they are. */
  public List<LikelyContext> likely() {
    return counts
        .map(
            own ->
                LikelyContexts.of(
                    passports.filled(), own, passports.keys(), weightings.get(0), seed))
        .orElse(List.of());
  }

  /** Variants that could not be computed, schools left out. */
  public List<Message> notes() {
    return List.copyOf(notes);
  }

  /**
   * How far ranks depend on the choices made for the index.
   *
   * @param intervals in the order of the scores asked for; empty where the study wants none
   * @param influences of the choices
   * @param meanShift mean absolute difference of a school's rank in a replicate from its own
   */
  public record Uncertainty(
      List<RankInterval> intervals, List<ChoiceInfluence> influences, OptionalDouble meanShift) {
    public Uncertainty {
      intervals = List.copyOf(intervals);
      influences = List.copyOf(influences);
    }
  }

  /**
   * Makes the index again with other choices.
   *
   * @param current the scores whose ranks are asked for, one per school
   * @param lowest shares of schools that stand for the lowest
   */
  public Uncertainty uncertainty(
      List<ContextScore> current, Set<Double> lowest, Replicates replicates) {
    return uncertainty(current, lowest, PassportRule.none(), replicates);
  }

  /**
   * Makes the index again with other choices.
   *
   * @param rule that passports meet or not, where they are drawn
   */
  public Uncertainty uncertainty(
      List<ContextScore> current, Set<Double> lowest, PassportRule rule, Replicates replicates) {
    ContextIndexSettings.Uncertainty wanted = settings.uncertainty();
    if (wanted.replicates() == 0 || current.isEmpty()) {
      return new Uncertainty(List.of(), List.of(), OptionalDouble.empty());
    }
    Map<String, ContextScore> scoreOf =
        current.stream().collect(Collectors.toMap(ContextScore::schoolId, score -> score));
    Gaps own =
        passports
            .gaps()
            .where(
                p ->
                    scoreOf.containsKey(p.schoolId())
                        && scoreOf.get(p.schoolId()).year() == p.year());
    var values =
        new IndexValues(
            own.passports(),
            IndexValues.NORMALISATIONS.stream()
                .map(normalisation -> scales(normalisation, passports.reference()))
                .toList(),
            own,
            passports.draws(own),
            counts.map(counted -> counted.of(own.passports())).orElse(PassportSample.none()),
            seed);
    var made =
        RankReplicates.run(
            own.passports(),
            values,
            own.passports().stream().mapToDouble(p -> scoreOf.get(p.schoolId()).index()).toArray(),
            new RankReplicates.Plan(
                headlineShares(),
                wanted.weights(),
                (wanted.replicates() + 1) / 2,
                wanted.sensitivity(),
                rule),
            replicates,
            seed);
    return new Uncertainty(
        made.intervals(lowest), made.influences(seed), OptionalDouble.of(made.meanShift()));
  }

  /** The headline's weights as shares; equal ones where a regression gave negative ones. */
  private List<Double> headlineShares() {
    Weighting headline = weightings.get(0);
    double[] weights = new double[scales.size()];
    double sum = 0;
    boolean usable = true;
    for (int j = 0; j < weights.length; j++) {
      weights[j] = headline.weight(j);
      sum += weights[j];
      usable &= weights[j] >= 0;
    }
    List<Double> shares = new ArrayList<>();
    for (double weight : weights) {
      shares.add(usable ? weight / sum : 1.0 / weights.length);
    }
    return shares;
  }
}
