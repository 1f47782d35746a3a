package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.ShrunkenResult.Adjusted;
import io.levelfield.model.text.Message;
import io.levelfield.stats.NormalTail;
import io.levelfield.stats.PoissonBinomial;
import io.levelfield.stats.SharedError;
import io.levelfield.study.IdentifySettings.Resilient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Good results in spite of unfavourable conditions (резильентная школа): two methods must agree,
 * and a school that selects its pupils is none. For lists of such schools change with the method
 * and from year to year (IES, REL 2015-071).
 */
final class ResilientRule implements Rule {
  private final Basis basis;
  private final Resilient settings;
  private final double points;
  private final LowestIndex index;
  private final ExactShare lowest;
  private final boolean raw;

  /**
   * What the rule is applied to.
   *
   * @param results pooled results by school
   * @param adjusted by school, beside what the context lets one expect
   * @param sure pooled results with their uncertainty, by school
   * @param sureAdjusted adjusted results with their uncertainty, by school
   * @param yearly results year by year
   * @param reference whose percentiles the pooled result is compared with
   * @param like schools like a school
   * @param selective schools that select their pupils
   * @param year the newest year
   */
  record Basis(
      Map<String, Double> results,
      Map<String, AdjustedResult> adjusted,
      Map<String, MeanEstimate> sure,
      Map<String, Adjusted> sureAdjusted,
      YearlyResults yearly,
      ReferenceSchools reference,
      LikeSchools like,
      Set<String> selective,
      int year) {}

  ResilientRule(Basis basis, LowestIndex index, Resilient settings, double points) {
    this(basis, settings, points, index, ExactShare.of(settings.lowest()), false);
  }

  private ResilientRule(
      Basis basis,
      Resilient settings,
      double points,
      LowestIndex index,
      ExactShare lowest,
      boolean raw) {
    this.basis = basis;
    this.settings = settings;
    this.points = points;
    this.index = index;
    this.lowest = lowest;
    this.raw = raw;
  }

  @Override
  public Label label() {
    return Label.RESILIENT;
  }

  @Override
  public int confirmedYears() {
    return settings.of();
  }

  @Override
  public Optional<Message> lacking() {
    Optional<Message> lack = index.lacking(ExactShare.of(settings.lowest()));
    if (lack.isPresent()) {
      return lack;
    }
    if (basis.sureAdjusted().isEmpty()) {
      return Optional.of(Message.of("label.no-uncertainty"));
    }
    return basis.results().keySet().stream().anyMatch(s -> formal(s).isPresent())
        ? Optional.empty()
        : Optional.of(Message.of("label.no-years", settings.years()));
  }

  @Override
  public Optional<Boolean> formal(String school) {
    boolean known =
        index.of(school).isPresent()
            && basis.sureAdjusted().containsKey(school)
            && basis.yearly().of(school, basis.year(), settings.of()).size() >= settings.years();
    return known ? Optional.of(holds(school, lowest, settings.probability())) : Optional.empty();
  }

  private boolean holds(String school, ExactShare share, double probability) {
    return index.inLowest(school, share)
        && better(school, probability)
        && basis.results().get(school) >= median(school)
        && certain(school);
  }

  private boolean better(String school, double probability) {
    return raw ? basis.adjusted().get(school).residual() > 0 : aboveExpected(school) >= probability;
  }

  private double aboveExpected(String school) {
    Adjusted adjusted = basis.sureAdjusted().get(school);
    return NormalTail.above(0, adjusted.shrunken(), adjusted.se());
  }

  private double median(String school) {
    return basis.reference().percentile(school, settings.percentile());
  }

  /** What holds or does not, whatever the uncertainty. */
  private boolean certain(String school) {
    return !basis.selective().contains(school)
        && basis.like().difference(school).orElse(0.0) > 0
        && yearsAbove(school) >= settings.years();
  }

  private long yearsAbove(String school) {
    double expected = basis.adjusted().get(school).expected();
    return basis.yearly().of(school, basis.year(), settings.of()).values().stream()
        .filter(year -> year.result() > expected)
        .count();
  }

  /**
   * The probability that the school is among the lowest, times that of its result: above the
   * expected, at least the median, better than schools like it, and above the expected in most
   * years. These speak of the same result and share its error.
   */
  @Override
  public OptionalDouble probability(String school) {
    if (!certain(school)) {
      return OptionalDouble.of(0);
    }
    return OptionalDouble.of(
        index.probability(school, lowest) * SharedError.over(error -> good(school, error)));
  }

  /** The probability of all conditions on the result, given its error in standard deviations. */
  private double good(String school, double error) {
    MeanEstimate sure = basis.sure().get(school);
    Adjusted adjusted = basis.sureAdjusted().get(school);
    double shared = sure.se();
    double others =
        basis
            .like()
            .reference(school)
            .map(like -> SharedError.positive(sure.shrunken() - like, shared, shared, error))
            .orElse(1.0);
    double expected = basis.adjusted().get(school).expected();
    double[] years =
        basis.yearly().of(school, basis.year(), settings.of()).values().stream()
            .mapToDouble(
                year -> SharedError.positive(year.estimate() - expected, year.se(), shared, error))
            .toArray();
    return SharedError.positive(adjusted.shrunken(), adjusted.se(), shared, error)
        * SharedError.positive(sure.shrunken() - median(school), shared, shared, error)
        * others
        * PoissonBinomial.atLeast(settings.years(), years);
  }

  @Override
  public boolean borderline(String school) {
    boolean holds = holds(school, lowest, settings.probability());
    for (double move : new double[] {-points, points}) {
      if (holds(school, lowest.plus(move), settings.probability()) != holds
          || holds(school, lowest, settings.probability() + move) != holds) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Message> reasons(String school) {
    List<Message> reasons = new ArrayList<>();
    reasons.add(index.reason(school, lowest));
    AdjustedResult adjusted = basis.adjusted().get(school);
    reasons.add(
        Message.of(
            "resilient.adjusted",
            adjusted.residual(),
            aboveExpected(school),
            settings.probability()));
    reasons.add(Message.of("resilient.result", basis.results().get(school), median(school)));
    reasons.add(
        Message.of(
            "resilient.years",
            yearsAbove(school),
            basis.yearly().of(school, basis.year(), settings.of()).size(),
            settings.years()));
    reasons.add(
        basis
            .like()
            .difference(school)
            .map(
                difference ->
                    Message.of(
                        basis.like().sought() ? "resilient.similar" : "resilient.lowest",
                        difference))
            .orElse(Message.of("resilient.none-similar")));
    if (basis.selective().contains(school)) {
      reasons.add(Message.of("resilient.selective"));
    }
    return reasons;
  }

  @Override
  public List<Message> toExit(String school) {
    return List.of();
  }

  /** Thresholds by weightings of the index, by raw and shrunken results. */
  @Override
  public List<ResilientRule> variants() {
    List<ResilientRule> variants = new ArrayList<>();
    for (LowestIndex weighting : index.weightings()) {
      for (double move : new double[] {-points, 0, points}) {
        for (boolean asTheyStand : new boolean[] {false, true}) {
          variants.add(
              new ResilientRule(
                  basis, settings, points, weighting, lowest.plus(move), asTheyStand));
        }
      }
    }
    return List.copyOf(variants);
  }
}
