package io.levelfield.identify;

import io.levelfield.model.identify.PolicyOption;
import io.levelfield.model.identify.PolicyOption.Basis;
import io.levelfield.study.IdentifySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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
    var sheet = new PolicySheet(basis, settings.strength().confirmed());
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
    List<Sum> sums = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      sums.add(new Sum(basis, criterion));
    }
    for (SchoolCounts own : counts.values()) {
      if (criterion.judges(own, year)) {
        Optional<LowChance> chance = chances.ofTruth(own, year);
        sums.forEach(sum -> sum.add(own, chance));
      }
    }
    return sums.stream().map(Sum::option).toList();
  }

  /** Sums over schools under one part of the rule. */
  private final class Sum {
    private final Basis basis;
    private final LowCriterion criterion;
    private int judged;
    private int flagged;
    private int sure;
    private long pupils;
    private double falseAlarms;
    private double misses;
    private boolean unknown;

    Sum(Basis basis, LowCriterion criterion) {
      this.basis = basis;
      this.criterion = criterion;
    }

    void add(SchoolCounts own, Optional<LowChance> chance) {
      judged++;
      boolean holds = holds(own);
      if (holds) {
        flagged++;
        pupils += own.pupils(year);
      }
      if (chance.isEmpty()) {
        unknown = true;
        return;
      }
      double probability = probability(chance.get());
      if (holds) {
        sure += probability >= confirmed ? 1 : 0;
        falseAlarms += 1 - probability;
      } else {
        misses += probability;
      }
    }

    private boolean holds(SchoolCounts own) {
      return switch (basis) {
        case BREADTH -> criterion.broad(own, year);
        case PERSISTENCE -> !criterion.persistent(own, year).isEmpty();
        case EITHER -> criterion.holds(own, year);
      };
    }

    private double probability(LowChance chance) {
      int procedures = criterion.settings().procedures();
      return switch (basis) {
        case BREADTH -> chance.breadth(procedures);
        case PERSISTENCE -> chance.persistence();
        case EITHER -> chance.either(procedures);
      };
    }

    PolicyOption option() {
      return new PolicyOption(
          criterion.share().asDouble(),
          basis,
          judged,
          flagged,
          pupils,
          sure,
          unknown ? OptionalDouble.empty() : OptionalDouble.of(falseAlarms),
          unknown ? OptionalDouble.empty() : OptionalDouble.of(misses));
    }
  }
}
