package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import io.levelfield.stats.HierarchicalNormal.Belief;
import io.levelfield.study.IdentifySettings.Crisis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A school in crisis: low results in unfavourable conditions, and a fall that matters. The want of
 * teachers, which the programme names beside falling results, is not told by any input yet; it
 * would stand beside {@link #falling} with a probability of its own.
 */
final class CrisisRule implements Rule {
  private final LowResultRule low;
  private final UnfavourableContextRule unfavourable;
  private final Trends trends;
  private final Crisis settings;
  private final double points;

  CrisisRule(
      LowResultRule low,
      UnfavourableContextRule unfavourable,
      Trends trends,
      Crisis settings,
      double points) {
    this.low = low;
    this.unfavourable = unfavourable;
    this.trends = trends;
    this.settings = settings;
    this.points = points;
  }

  @Override
  public Label label() {
    return Label.CRISIS;
  }

  @Override
  public Optional<Message> lacking() {
    Optional<Message> lack = low.lacking().or(unfavourable::lacking);
    if (lack.isPresent()) {
      return lack;
    }
    return trends.isEmpty()
        ? Optional.of(Message.of("label.no-trends", settings.slopeYears()))
        : Optional.empty();
  }

  @Override
  public Optional<Boolean> formal(String school) {
    Optional<Boolean> isLow = low.formal(school);
    Optional<Boolean> isUnfavourable = unfavourable.formal(school);
    Optional<Belief> trend = trends.of(school);
    return isLow.isEmpty() || isUnfavourable.isEmpty() || trend.isEmpty()
        ? Optional.empty()
        : Optional.of(
            isLow.get() && isUnfavourable.get() && trend.get().mean() <= -settings.fall());
  }

  private Belief trend(String school) {
    return trends.of(school).orElseThrow();
  }

  /** The probability of a fall that matters. */
  private double falling(String school) {
    return trend(school).notAbove(-settings.fall());
  }

  /**
   * The product of the three. Who falls is more often low in the newest year, so it is rather too
   * small.
   */
  @Override
  public OptionalDouble probability(String school) {
    OptionalDouble isLow = low.probability(school);
    return isLow.isPresent()
        ? OptionalDouble.of(
            isLow.getAsDouble() * unfavourable.probability(school).orElseThrow() * falling(school))
        : OptionalDouble.empty();
  }

  @Override
  public boolean borderline(String school) {
    boolean isLow = low.formal(school).orElseThrow();
    boolean isUnfavourable = unfavourable.formal(school).orElseThrow();
    boolean near = Math.abs(trend(school).mean() + settings.fall()) <= points;
    return (trend(school).mean() <= -settings.fall() || near)
        && (isLow || low.borderline(school))
        && (isUnfavourable || unfavourable.borderline(school))
        && (near || low.borderline(school) || unfavourable.borderline(school));
  }

  @Override
  public List<Message> reasons(String school) {
    List<Message> reasons = new ArrayList<>();
    double change = trend(school).mean();
    reasons.add(
        Message.of(
            change <= -settings.fall()
                ? "crisis.falling"
                : change < 0 ? "crisis.falling-little" : "crisis.not-falling",
            Math.abs(change),
            settings.slopeYears(),
            falling(school),
            settings.fall()));
    reasons.addAll(low.reasons(school));
    reasons.addAll(unfavourable.reasons(school));
    reasons.add(Message.of("crisis.no-staff"));
    return reasons;
  }

  @Override
  public List<Message> toExit(String school) {
    return low.toExit(school);
  }

  /** Those of low results, then those of conditions. */
  @Override
  public List<CrisisRule> variants() {
    List<CrisisRule> variants = new ArrayList<>();
    low.variants()
        .forEach(v -> variants.add(new CrisisRule(v, unfavourable, trends, settings, points)));
    unfavourable
        .variants()
        .forEach(v -> variants.add(new CrisisRule(low, v, trends, settings, points)));
    return List.copyOf(variants);
  }
}
