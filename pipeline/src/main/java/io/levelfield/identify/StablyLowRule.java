package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import io.levelfield.study.IdentifySettings.LowResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Stably low results: the rule for low results holds in most of the newest years. */
final class StablyLowRule implements Rule {
  private final LowBasis basis;
  private final Map<String, SchoolCounts> counts;
  private final int year;
  private final LowCriterion criterion;
  private final double points;
  private final LowChances chances;

  /** See {@link LowResultRule}. */
  StablyLowRule(LowBasis basis, LowCriterion criterion, double points) {
    this.basis = basis;
    this.counts = basis.counts();
    this.year = basis.year();
    this.criterion = criterion;
    this.points = points;
    this.chances = new LowChances(criterion, basis);
  }

  private LowResult settings() {
    return criterion.settings();
  }

  @Override
  public Label label() {
    return Label.STABLY_LOW_RESULT;
  }

  @Override
  public Optional<Message> lacking() {
    if (counts.isEmpty()) {
      return new LowResultRule(basis, criterion, points).lacking();
    }
    return counts.keySet().stream().anyMatch(school -> formal(school).isPresent())
        ? Optional.empty()
        : Optional.of(Message.of("label.no-years", settings().stableYears()));
  }

  @Override
  public Optional<Boolean> formal(String school) {
    return Optional.ofNullable(counts.get(school))
        .filter(own -> years(own).count() >= settings().stableYears())
        .map(own -> lowYears(own).size() >= settings().stableYears());
  }

  /** The years that can be judged, the newest first. */
  private IntStream years(SchoolCounts own) {
    return IntStream.range(0, settings().stableOf())
        .map(back -> year - back)
        .filter(y -> criterion.judges(own, y));
  }

  private List<Integer> lowYears(SchoolCounts own) {
    return years(own).filter(y -> criterion.holds(own, y)).boxed().sorted().toList();
  }

  @Override
  public OptionalDouble probability(String school) {
    SchoolCounts own = counts.get(school);
    List<Integer> judged = years(own).boxed().toList();
    return chances.ofTruth(own, year, judged, settings().stableYears());
  }

  @Override
  public boolean borderline(String school) {
    SchoolCounts own = counts.get(school);
    boolean holds = formal(school).orElseThrow();
    int low = lowYears(own).size();
    if (holds) {
      return (low == settings().stableYears()
              && criterion.holds(own, year)
              && LowExit.pupils(LowExit.steps(criterion, own, year)) == 1)
          || !moved(points, school);
    }
    return (low + 1 == settings().stableYears() && LowExit.onePupilAway(criterion, own, year))
        || moved(-points, school);
  }

  private boolean moved(double by, String school) {
    var other = new StablyLowRule(basis, criterion.withShare(criterion.share().plus(by)), points);
    return other.formal(school).orElseThrow();
  }

  @Override
  public List<Message> reasons(String school) {
    SchoolCounts own = counts.get(school);
    List<Message> reasons = new ArrayList<>();
    List<Integer> low = lowYears(own);
    reasons.add(
        Message.of("stably-low.years", low.size(), years(own).count(), settings().stableYears()));
    low.forEach(
        y ->
            reasons.add(
                Message.of(
                    "stably-low.year",
                    y,
                    criterion.low(own, y).size(),
                    criterion.counted(own, y).size())));
    return reasons;
  }

  /** Only where this year's results decide: the years before cannot be changed. */
  @Override
  public List<Message> toExit(String school) {
    SchoolCounts own = counts.get(school);
    return lowYears(own).size() == settings().stableYears()
        ? LowResultRule.exit(LowExit.steps(criterion, own, year))
        : List.of();
  }

  @Override
  public List<StablyLowRule> variants() {
    return LowVariants.of(criterion, points).stream()
        .map(variant -> new StablyLowRule(basis, variant, points))
        .toList();
  }
}
