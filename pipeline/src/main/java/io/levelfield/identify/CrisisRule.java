package io.levelfield.identify;

import io.levelfield.identify.YearlyResults.Year;
import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import io.levelfield.stats.NormalTail;
import io.levelfield.study.IdentifySettings.Crisis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A school in crisis: low results in unfavourable conditions, and falling. The want of teachers,
 * which the programme names beside falling results, is not told by any input yet.
 */
final class CrisisRule implements Rule {
  private final LowResultRule low;
  private final UnfavourableContextRule unfavourable;
  private final YearlyResults results;
  private final int year;
  private final Crisis settings;

  CrisisRule(
      LowResultRule low,
      UnfavourableContextRule unfavourable,
      YearlyResults results,
      int year,
      Crisis settings) {
    this.low = low;
    this.unfavourable = unfavourable;
    this.results = results;
    this.year = year;
    this.settings = settings;
  }

  /** Change of the result per year, by least squares. */
  private record Slope(double value, double se) {}

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
    return results.schools().stream().anyMatch(school -> formal(school).isPresent())
        ? Optional.empty()
        : Optional.of(Message.of("label.no-years", settings.slopeYears()));
  }

  @Override
  public Optional<Boolean> formal(String school) {
    Optional<Boolean> isLow = low.formal(school);
    Optional<Boolean> isUnfavourable = unfavourable.formal(school);
    Optional<Slope> slope = slope(school);
    return isLow.isEmpty() || isUnfavourable.isEmpty() || slope.isEmpty()
        ? Optional.empty()
        : Optional.of(isLow.get() && isUnfavourable.get() && slope.get().value() < 0);
  }

  private Optional<Slope> slope(String school) {
    NavigableMap<Integer, Year> years = results.of(school, year, settings.slopeYears());
    if (years.size() < settings.slopeYears()) {
      return Optional.empty();
    }
    double mean = years.keySet().stream().mapToInt(y -> y).average().orElseThrow();
    double squares = 0;
    double products = 0;
    double variance = 0;
    for (Map.Entry<Integer, Year> year : years.entrySet()) {
      double x = year.getKey() - mean;
      squares += x * x;
      products += x * year.getValue().estimate();
      variance += x * x * year.getValue().variance();
    }
    return Optional.of(new Slope(products / squares, Math.sqrt(variance) / squares));
  }

  /** The product of the three: results of a year, circumstances and change are told apart. */
  @Override
  public OptionalDouble probability(String school) {
    OptionalDouble isLow = low.probability(school);
    Slope slope = slope(school).orElseThrow();
    return isLow.isPresent()
        ? OptionalDouble.of(
            isLow.getAsDouble()
                * unfavourable.probability(school).orElseThrow()
                * (1 - NormalTail.above(0, slope.value(), slope.se())))
        : OptionalDouble.empty();
  }

  @Override
  public boolean borderline(String school) {
    boolean isLow = low.formal(school).orElseThrow();
    boolean isUnfavourable = unfavourable.formal(school).orElseThrow();
    return slope(school).orElseThrow().value() < 0
        && (isLow || low.borderline(school))
        && (isUnfavourable || unfavourable.borderline(school))
        && (low.borderline(school) || unfavourable.borderline(school));
  }

  @Override
  public List<Message> reasons(String school) {
    List<Message> reasons = new ArrayList<>();
    Slope slope = slope(school).orElseThrow();
    reasons.addAll(low.reasons(school));
    reasons.addAll(unfavourable.reasons(school));
    reasons.add(
        Message.of(
            slope.value() < 0 ? "crisis.falling" : "crisis.not-falling",
            Math.abs(slope.value()),
            settings.slopeYears(),
            1 - NormalTail.above(0, slope.value(), slope.se())));
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
        .forEach(v -> variants.add(new CrisisRule(v, unfavourable, results, year, settings)));
    unfavourable
        .variants()
        .forEach(v -> variants.add(new CrisisRule(low, v, results, year, settings)));
    return List.copyOf(variants);
  }
}
