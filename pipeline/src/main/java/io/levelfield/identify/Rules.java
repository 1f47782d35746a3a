package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.input.School;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.ShrunkenResult.Adjusted;
import io.levelfield.model.text.Message;
import io.levelfield.study.IdentifySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every rule with the evidence and the settings it needs, in the order of the labels. */
final class Rules {
  private static final String RURAL = "rural";
  private static final String URBAN = "urban";

  private final Evidence evidence;
  private final IdentifySettings settings;
  private final LowBasis lowBasis;
  private final YearlyResults yearly;
  private final LowestIndex index;
  private final Map<String, String> municipalities;
  private final Map<String, Double> results = new TreeMap<>();
  private final List<Rule> rules;

  Rules(Evidence evidence, IdentifySettings settings) {
    this.evidence = evidence;
    this.settings = settings;
    lowBasis = LowBasis.of(evidence.outcomes(), settings.lowResult());
    yearly = YearlyResults.of(evidence);
    index = LowestIndex.of(evidence);
    municipalities = ReferenceSchools.municipalities(evidence.schools());
    evidence
        .outcomes()
        .results()
        .forEach(r -> r.result().ifPresent(v -> results.put(r.schoolId(), v)));
    double points = settings.points();
    LowCriterion low = LowCriterion.of(settings.lowResult());
    var lowResult = new LowResultRule(lowBasis, low, points);
    var signs = new UnfavourableSigns(evidence.indicators(), evidence.context().passports());
    var unfavourable =
        new UnfavourableContextRule(index, signs, settings.unfavourableContext(), points);
    rules =
        List.of(
            lowResult,
            new StablyLowRule(lowBasis, low, points),
            unfavourable,
            highResult(),
            resilient(),
            new CrisisRule(
                lowResult,
                unfavourable,
                Trends.of(
                    evidence.outcomes().yearly(),
                    evidence.adjusted().yearly(),
                    evidence.year(),
                    settings.crisis().slopeYears()),
                StaffRisks.of(evidence, settings),
                settings.crisis(),
                points),
            deprived(Label.DEPRIVED_RURAL, unfavourable, RURAL, settings.settlements().rural()),
            deprived(Label.DEPRIVED_URBAN, unfavourable, URBAN, settings.settlements().urban()),
            RegisterRule.small(evidence.schools(), settings.small()),
            RegisterRule.hardToReach(evidence.schools(), settings.hardToReach()),
            new IndicatorRule(
                Label.HIGH_DEVIANCE,
                evidence.indicators(),
                evidence.context().passports(),
                settings.highDeviance(),
                points),
            new IndicatorRule(
                Label.MULTICULTURAL,
                evidence.indicators(),
                evidence.context().passports(),
                settings.multicultural(),
                points));
  }

  private HighResultRule highResult() {
    return new HighResultRule(
        new HighResultRule.Basis(
            yearly,
            !evidence.adjusted().yearly().isEmpty(),
            municipalities,
            settings.reference(),
            evidence.year()),
        settings.highResult(),
        ExactShare.of(settings.highResult().percentile()),
        settings.points(),
        HighResultRule.Variant.RULE);
  }

  private ResilientRule resilient() {
    Map<String, AdjustedResult> adjusted = new HashMap<>();
    evidence.adjusted().results().forEach(a -> adjusted.put(a.schoolId(), a));
    Map<String, MeanEstimate> sure = new HashMap<>();
    Map<String, Adjusted> sureAdjusted = new HashMap<>();
    evidence
        .adjusted()
        .shrunken()
        .forEach(
            s -> {
              sure.put(s.schoolId(), s.result());
              s.adjusted().ifPresent(a -> sureAdjusted.put(s.schoolId(), a));
            });
    Set<String> selective =
        evidence.schools().stream()
            .filter(school -> school.selective().orElse(false))
            .map(School::id)
            .collect(Collectors.toSet());
    return new ResilientRule(
        new ResilientRule.Basis(
            results,
            adjusted,
            sure,
            sureAdjusted,
            yearly,
            new ReferenceSchools(results, municipalities, settings.reference()),
            LikeSchools.of(
                evidence.similar().schools(),
                results,
                index,
                ExactShare.of(settings.resilient().lowest())),
            selective,
            evidence.year()),
        index,
        settings.resilient(),
        settings.points());
  }

  private DeprivedRule deprived(
      Label label, UnfavourableContextRule unfavourable, String word, List<String> words) {
    Map<String, String> settlements = new TreeMap<>();
    evidence.schools().stream()
        .filter(school -> !school.settlement().isEmpty())
        .forEach(school -> settlements.put(school.id(), school.settlement()));
    return new DeprivedRule(label, unfavourable, settlements, lowerCase(word, words));
  }

  private static Set<String> lowerCase(String word, List<String> words) {
    Set<String> all = new HashSet<>(Set.of(word));
    words.forEach(own -> all.add(own.toLowerCase(Locale.ROOT)));
    return all;
  }

  /** Words of the register of which nobody says whether they are rural, with their schools. */
  private Optional<Message> unknownSettlements() {
    Set<String> known = lowerCase(RURAL, settings.settlements().rural());
    known.addAll(lowerCase(URBAN, settings.settlements().urban()));
    Map<String, Long> unknown =
        evidence.schools().stream()
            .map(School::settlement)
            .filter(word -> !word.isEmpty() && !known.contains(word.toLowerCase(Locale.ROOT)))
            .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "label.unknown-settlements",
                unknown.entrySet().stream()
                    .map(word -> word.getKey() + " (" + word.getValue() + ")")
                    .collect(Collectors.joining(", "))));
  }

  List<Rule> all() {
    return rules;
  }

  /** What the rules for low results rest on. */
  LowBasis low() {
    return lowBasis;
  }

  /** What the reader of labels must know. */
  List<Message> notes() {
    List<Message> notes = new ArrayList<>();
    if (!lowBasis.counts().isEmpty()) {
      notes.add(Message.of("label.examinations-together", lowBasis.effect().betweenExaminations()));
    }
    if (!evidence.context().current().isEmpty() && evidence.context().index().ranks().isEmpty()) {
      notes.add(Message.of("label.without-replicates"));
    }
    unknownSettlements().ifPresent(notes::add);
    for (Rule rule : rules) {
      if (rule.label() == Label.RESILIENT
          && rule.lacking().isEmpty()
          && evidence.similar().schools().isEmpty()) {
        notes.add(Message.of("label.resilient-without-similar"));
      }
      boolean judgesStaff = !evidence.staff().isEmpty();
      if (rule.label() == Label.CRISIS && rule.lacking().isEmpty() && !judgesStaff) {
        notes.add(Message.of("label.crisis-without-staff"));
      }
    }
    return notes;
  }
}
