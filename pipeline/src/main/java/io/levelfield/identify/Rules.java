package io.levelfield.identify;

import io.levelfield.model.AdjustedResult;
import io.levelfield.model.Label;
import io.levelfield.model.MeanEstimate;
import io.levelfield.model.School;
import io.levelfield.model.ShrunkenResult.Adjusted;
import io.levelfield.study.IdentifySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every rule with the evidence and the settings it needs, in the order of the labels. */
final class Rules {
  private final Evidence evidence;
  private final IdentifySettings settings;
  private final Map<String, SchoolCounts> counts;
  private final YearlyResults yearly;
  private final LowestIndex index;
  private final Map<String, String> municipalities;
  private final Map<String, Double> results = new TreeMap<>();
  private final List<Rule> rules;

  Rules(Evidence evidence, IdentifySettings settings) {
    this.evidence = evidence;
    this.settings = settings;
    counts = SchoolCounts.bySchool(evidence.outcomes(), evidence.models());
    yearly = YearlyResults.of(evidence);
    index = LowestIndex.of(evidence);
    municipalities = ReferenceSchools.municipalities(evidence.schools());
    evidence.results().forEach(r -> r.result().ifPresent(v -> results.put(r.schoolId(), v)));
    double points = settings.points();
    LowCriterion low = LowCriterion.of(settings.lowResult());
    var lowResult = new LowResultRule(counts, evidence.year(), low, points);
    var signs = new UnfavourableSigns(evidence.indicators(), evidence.passports());
    var unfavourable =
        new UnfavourableContextRule(index, signs, settings.unfavourableContext(), points);
    rules =
        List.of(
            lowResult,
            new StablyLowRule(counts, evidence.year(), low, points),
            unfavourable,
            highResult(),
            resilient(),
            new CrisisRule(lowResult, unfavourable, yearly, evidence.year(), settings.crisis()),
            deprived(Label.DEPRIVED_RURAL, unfavourable, "rural", settings.settlements().rural()),
            deprived(Label.DEPRIVED_URBAN, unfavourable, "urban", settings.settlements().urban()),
            RegisterRule.small(evidence.schools(), settings.small()),
            RegisterRule.hardToReach(evidence.schools(), settings.hardToReach()),
            new IndicatorRule(
                Label.HIGH_DEVIANCE,
                evidence.indicators(),
                evidence.passports(),
                settings.highDeviance(),
                points),
            new IndicatorRule(
                Label.MULTICULTURAL,
                evidence.indicators(),
                evidence.passports(),
                settings.multicultural(),
                points));
  }

  private HighResultRule highResult() {
    return new HighResultRule(
        new HighResultRule.Basis(
            yearly,
            !evidence.yearEstimates().isEmpty(),
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
    evidence.adjusted().forEach(a -> adjusted.put(a.schoolId(), a));
    Map<String, MeanEstimate> sure = new HashMap<>();
    Map<String, Adjusted> sureAdjusted = new HashMap<>();
    evidence
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
                evidence.neighbourhoods(),
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
    Set<String> all = new HashSet<>(Set.of(word));
    words.forEach(own -> all.add(own.toLowerCase(Locale.ROOT)));
    return new DeprivedRule(label, unfavourable, settlements, all);
  }

  List<Rule> all() {
    return rules;
  }

  Map<String, SchoolCounts> counts() {
    return counts;
  }

  /** What the reader of labels must know. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.label() == Label.RESILIENT
          && rule.lacking().isEmpty()
          && evidence.neighbourhoods().isEmpty()) {
        notes.add(
            "similar schools were not sought: the second method for resilient schools is the median"
                + " result of the schools with the lowest index");
      }
      if (rule.label() == Label.CRISIS && rule.lacking().isEmpty()) {
        notes.add("crisis rests on falling results alone: no input tells of staff");
      }
    }
    return notes;
  }
}
