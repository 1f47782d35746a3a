package io.levelfield.identify;

import io.levelfield.identify.LowExit.Step;
import io.levelfield.identify.SchoolCounts.Count;
import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Low results (ШНОР) in the newest year: the share below the minimum reaches the threshold in
 * several examinations, or in one examination year after year.
 */
final class LowResultRule implements Rule {
  private final LowBasis basis;
  private final Map<String, SchoolCounts> counts;
  private final int year;
  private final LowCriterion criterion;
  private final double points;
  private final LowChances chances;

  /**
   * @param points by which the threshold is moved to see whether the verdict stands
   */
  LowResultRule(LowBasis basis, LowCriterion criterion, double points) {
    this.basis = basis;
    this.counts = basis.counts();
    this.year = basis.year();
    this.criterion = criterion;
    this.points = points;
    this.chances = new LowChances(criterion, basis);
  }

  @Override
  public Label label() {
    return Label.LOW_RESULT;
  }

  @Override
  public Optional<Message> lacking() {
    return counts.isEmpty() ? Optional.of(Message.of("label.no-counts")) : Optional.empty();
  }

  @Override
  public Optional<Boolean> formal(String school) {
    return Optional.ofNullable(counts.get(school))
        .filter(own -> criterion.judges(own, year))
        .map(own -> criterion.holds(own, year));
  }

  @Override
  public OptionalDouble probability(String school) {
    return chances
        .ofTruth(counts.get(school), year)
        .map(chance -> OptionalDouble.of(chance.either(criterion.settings().procedures())))
        .orElse(OptionalDouble.empty());
  }

  @Override
  public boolean borderline(String school) {
    SchoolCounts own = counts.get(school);
    boolean holds = criterion.holds(own, year);
    return LowExit.pupils(LowExit.steps(criterion, own, year)) == 1
        || LowExit.onePupilAway(criterion, own, year)
        || criterion.withShare(criterion.share().plus(points)).holds(own, year) != holds
        || criterion.withShare(criterion.share().plus(-points)).holds(own, year) != holds;
  }

  @Override
  public List<Message> reasons(String school) {
    SchoolCounts own = counts.get(school);
    List<Message> reasons = new ArrayList<>();
    List<Examination> persistent = criterion.persistent(own, year);
    Map<Examination, Count> low = criterion.low(own, year);
    List<Examination> ordered = new ArrayList<>(low.keySet());
    if (!criterion.broad(own, year)) {
      // What decides comes first, as lists show the first reason only.
      ordered.sort(Comparator.comparing(examination -> !persistent.contains(examination)));
    }
    for (Examination examination : ordered) {
      Count count = low.get(examination);
      reasons.add(
          Message.of(
              persistent.contains(examination) ? "low.procedure-again" : "low.procedure",
              examination.name(),
              count.below(),
              count.participants(),
              count.share(),
              criterion.share().asDouble(),
              criterion.settings().years()));
    }
    if (!criterion.holds(own, year)) {
      reasons.add(Message.of("low.not-enough", low.size(), criterion.settings().procedures()));
      if (LowExit.onePupilAway(criterion, own, year)) {
        reasons.add(Message.of("low.one-pupil-away"));
      }
    }
    chances
        .ofFalseAlarm(own, year)
        .ifPresent(
            chance ->
                reasons.add(
                    Message.of(
                        "low.false-alarm", chance.either(criterion.settings().procedures()))));
    return reasons;
  }

  @Override
  public List<Message> toExit(String school) {
    return exit(LowExit.steps(criterion, counts.get(school), year));
  }

  /** In words: how many pupils in all, and in which examinations. */
  static List<Message> exit(List<Step> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    List<Message> reasons = new ArrayList<>();
    reasons.add(Message.of("low.exit", LowExit.pupils(steps)));
    steps.forEach(
        step -> reasons.add(Message.of("low.exit-step", step.examination().name(), step.pupils())));
    return reasons;
  }

  @Override
  public List<LowResultRule> variants() {
    return LowVariants.of(criterion, points).stream()
        .map(variant -> new LowResultRule(basis, variant, points))
        .toList();
  }
}
