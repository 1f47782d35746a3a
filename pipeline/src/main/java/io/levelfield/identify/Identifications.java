package io.levelfield.identify;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.Labels;
import io.levelfield.model.identify.ListErrors;
import io.levelfield.model.identify.PolicyOption;
import io.levelfield.model.input.School;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.text.Message;
import io.levelfield.stats.HierarchicalNormal;
import io.levelfield.study.IdentifySettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The stage: applies every rule to every school, and says what stands behind each label. */
public final class Identifications {
  private final IdentifySettings settings;
  private final UnconfirmedResults unconfirmed;
  private final ExpectedRegression regression;

  private final LowBasis counts;

  private Identifications(Evidence evidence, LowBasis counts, IdentifySettings settings) {
    this.counts = counts;
    this.settings = settings;
    this.unconfirmed = UnconfirmedResults.of(evidence);
    this.regression = ExpectedRegression.of(evidence);
  }

  /** Applies the rules, without simulated districts. */
  public static Labels of(Evidence evidence, IdentifySettings settings) {
    return of(evidence, settings, ListErrors.NONE);
  }

  /** Applies the rules to an earlier year, of which nobody compares thresholds. */
  public static Labels ofEarlierYear(Evidence evidence, IdentifySettings settings) {
    return labels(evidence, settings, ListErrors.NONE, rules -> List.of());
  }

  /**
   * Applies the rules.
   *
   * @param errors what labels came to in simulated districts, for the table of lists
   */
  public static Labels of(Evidence evidence, IdentifySettings settings, ListErrors errors) {
    return labels(evidence, settings, errors, rules -> PolicySheet.of(rules.low(), settings));
  }

  private static Labels labels(
      Evidence evidence,
      IdentifySettings settings,
      ListErrors errors,
      Function<Rules, List<PolicyOption>> thresholds) {
    var rules = new Rules(evidence, settings);
    var stage = new Identifications(evidence, rules.low(), settings);
    List<Identification> found = new ArrayList<>();
    Map<Label, Set<String>> judged = new EnumMap<>(Label.class);
    List<PolicyOption> policy = new ArrayList<>();
    for (Rule rule : rules.all()) {
      if (rule.lacking().isEmpty()) {
        var sum = new ListSum(settings.confirmed(rule.label()));
        judged.put(rule.label(), stage.apply(rule, evidence.schools(), found, sum));
        if (settings.simulation().districts() > 0) {
          policy.add(
              sum.option(
                  rule.label(),
                  Optional.empty(),
                  Optional.ofNullable(errors.byLabel().get(rule.label()))));
        }
      }
    }
    policy.addAll(thresholds.apply(rules));
    found.sort(Comparator.comparing(Identification::schoolId).thenComparing(Identification::label));
    return new Labels(
        found,
        judged,
        HelpOrder.of(found, evidence),
        GroupContradictions.of(found, evidence.grouping()),
        policy,
        notes(rules, errors));
  }

  /**
   * How schools' changes a year spread, in the unit of z-scores; empty where too few years or
   * schools tell.
   */
  public static Optional<HierarchicalNormal> slopes(
      Outcomes outcomes, AdjustedOutcomes adjusted, IdentifySettings settings) {
    return Trends.of(
            outcomes.yearly(), adjusted.yearly(), outcomes.year(), settings.crisis().slopeYears())
        .spread();
  }

  /** Adds what is to be listed under a rule; gives the schools it could be applied to. */
  private Set<String> apply(
      Rule rule, List<School> schools, List<Identification> found, ListSum sum) {
    List<? extends Rule> variants = rule.variants();
    Set<String> judged = new TreeSet<>();
    for (School school : schools) {
      Optional<Boolean> formal = rule.formal(school.id());
      if (formal.isPresent()) {
        judged.add(school.id());
        OptionalDouble probability = rule.probability(school.id());
        boolean borderline = rule.borderline(school.id());
        boolean doubted = !unconfirmed.of(school.id(), rule.confirmedYears()).isEmpty();
        sum.add(formal.get() && !doubted, probability, pupils(school.id()));
        if (formal.get() || borderline || probability.orElse(0) >= settings.listedFrom()) {
          found.add(
              identification(rule, variants, school.id(), formal.get(), probability, borderline));
        }
      }
    }
    return judged;
  }

  /** Pupils of the newest year, where counts tell of them. */
  private OptionalLong pupils(String school) {
    return counts.counts().containsKey(school)
        ? OptionalLong.of(counts.counts().get(school).pupils(counts.year()))
        : OptionalLong.empty();
  }

  private Identification identification(
      Rule rule,
      List<? extends Rule> variants,
      String school,
      boolean formal,
      OptionalDouble probability,
      boolean borderline) {
    List<Message> reasons = new ArrayList<>(rule.reasons(school));
    List<Message> doubts = unconfirmed.of(school, rule.confirmedYears());
    reasons.addAll(doubts);
    boolean flag = formal && doubts.isEmpty();
    return new Identification(
        school,
        rule.label(),
        formal,
        flag,
        probability,
        probability.isPresent()
            ? Optional.of(strength(rule.label(), probability.getAsDouble()))
            : Optional.empty(),
        borderline,
        reasons,
        formal ? rule.toExit(school) : List.of(),
        robustness(variants, school, formal),
        flag ? regression.of(school) : Optional.empty());
  }

  private Strength strength(Label label, double probability) {
    return probability >= settings.confirmed(label)
        ? Strength.CONFIRMED
        : probability >= settings.strength().likely() ? Strength.LIKELY : Strength.WEAK;
  }

  /** Share of the variants that can be applied to the school and say the same. */
  private static OptionalDouble robustness(
      List<? extends Rule> variants, String school, boolean formal) {
    List<Boolean> verdicts = variants.stream().flatMap(v -> v.formal(school).stream()).toList();
    return verdicts.size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            (double) verdicts.stream().filter(v -> v == formal).count() / verdicts.size());
  }

  /** Labels that lack the same are told of together. */
  private static List<Message> notes(Rules rules, ListErrors errors) {
    Map<Message, List<Label>> byLack = new LinkedHashMap<>();
    for (Rule rule : rules.all()) {
      rule.lacking()
          .ifPresent(
              lack -> byLack.computeIfAbsent(lack, l -> new ArrayList<>()).add(rule.label()));
    }
    List<Message> notes = new ArrayList<>();
    byLack.forEach((lack, labels) -> notes.add(Message.of("label.nobody", labels, lack)));
    notes.addAll(rules.notes());
    notes.addAll(errors.notes());
    return notes;
  }
}
