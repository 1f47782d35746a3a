package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.PolicyOption;
import io.levelfield.model.identify.PolicyOption.Basis;
import io.levelfield.model.identify.PolicyOption.Threshold;
import io.levelfield.study.IdentifySettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What other thresholds of the rule for low results would come to in the newest year. */
final class PolicySheet {
  private final LowBasis basis;
  private final Map<String, SchoolCounts> counts;
  private final int year;
  private final double confirmed;

  private PolicySheet(LowBasis basis, double confirmed) {
    this.basis = basis;
    this.counts = basis.counts();
    this.year = basis.year();
    this.confirmed = confirmed;
  }

  /** By threshold, then part of the rule; empty without counts below the minimum. */
  static List<PolicyOption> of(LowBasis basis, IdentifySettings settings) {
    var sheet = new PolicySheet(basis, settings.confirmed(Label.LOW_RESULT));
    LowCriterion rule = LowCriterion.of(settings.lowResult());
    List<PolicyOption> options = new ArrayList<>();
    if (!basis.counts().isEmpty()) {
      settings.policyShares().stream()
          .distinct()
          .sorted()
          .forEach(share -> options.addAll(sheet.options(rule.withShare(ExactShare.of(share)))));
    }
    return options;
  }

  private List<PolicyOption> options(LowCriterion criterion) {
    var chances = new LowChances(criterion, basis);
    Map<Basis, ListSum> sums = new EnumMap<>(Basis.class);
    for (Basis part : Basis.values()) {
      sums.put(part, new ListSum(confirmed));
    }
    for (SchoolCounts own : counts.values()) {
      if (criterion.judges(own, year)) {
        Optional<LowChance> chance = chances.ofTruth(own, year);
        OptionalLong pupils = OptionalLong.of(own.pupils(year));
        sums.forEach(
            (part, sum) ->
                sum.add(
                    holds(part, criterion, own),
                    chance
                        .map(told -> OptionalDouble.of(probability(part, criterion, told)))
                        .orElse(OptionalDouble.empty()),
                    pupils));
      }
    }
    double share = criterion.share().asDouble();
    List<PolicyOption> options = new ArrayList<>();
    sums.forEach(
        (part, sum) ->
            options.add(
                sum.option(
                    Label.LOW_RESULT, Optional.of(new Threshold(share, part)), Optional.empty())));
    return options;
  }

  private boolean holds(Basis part, LowCriterion criterion, SchoolCounts own) {
    return switch (part) {
      case BREADTH -> criterion.broad(own, year);
      case PERSISTENCE -> !criterion.persistent(own, year).isEmpty();
      case EITHER -> criterion.holds(own, year);
    };
  }

  private static double probability(Basis part, LowCriterion criterion, LowChance chance) {
    int procedures = criterion.settings().procedures();
    return switch (part) {
      case BREADTH -> chance.breadth(procedures);
      case PERSISTENCE -> chance.persistence();
      case EITHER -> chance.either(procedures);
    };
  }
}
