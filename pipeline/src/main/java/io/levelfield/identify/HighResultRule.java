package io.levelfield.identify;

import io.levelfield.identify.YearlyResults.Year;
import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import io.levelfield.stats.NormalTail;
import io.levelfield.stats.PoissonBinomial;
import io.levelfield.study.IdentifySettings.HighResult;
import io.levelfield.study.IdentifySettings.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Stably high results: in most of the newest years the lower bound of the school's result lies
 * above a high percentile of schools.
 */
final class HighResultRule implements Rule {
  private static final int MOST_POOLED = 3;

  private final Basis basis;
  private final HighResult settings;
  private final ExactShare percentile;
  private final double points;
  private final Variant variant;
  private final double reach;
  private final Map<Integer, ReferenceSchools> references = new TreeMap<>();

  /**
   * What the rule is applied to.
   *
   * @param results year by year
   * @param sure whether their uncertainty is known
   * @param municipalities by school
   * @param reference whose percentiles
   * @param year the newest year
   */
  record Basis(
      YearlyResults results,
      boolean sure,
      Map<String, String> municipalities,
      Reference reference,
      int year) {}

  /**
   * A variant of the method.
   *
   * @param pooled years put together, 1 in the rule itself
   * @param raw whether results count as they stand, without their bound; not in the rule itself
   */
  record Variant(int pooled, boolean raw) {
    static final Variant RULE = new Variant(1, false);

    double value(Year year) {
      return raw ? year.result() : year.estimate();
    }
  }

  HighResultRule(
      Basis basis, HighResult settings, ExactShare percentile, double points, Variant variant) {
    this.basis = basis;
    this.settings = settings;
    this.percentile = percentile;
    this.points = points;
    this.variant = variant;
    this.reach = NormalTail.quantile(settings.confidence());
    for (int y = basis.year(); y > basis.year() - settings.of(); y--) {
      references.put(y, reference(y));
    }
  }

  private ReferenceSchools reference(int year) {
    Map<String, Double> values = new TreeMap<>();
    for (String school : basis.results().schools()) {
      basis
          .results()
          .pooled(school, year, variant.pooled())
          .ifPresent(own -> values.put(school, variant.value(own)));
    }
    return new ReferenceSchools(values, basis.municipalities(), basis.reference());
  }

  @Override
  public Label label() {
    return Label.HIGH_RESULT;
  }

  @Override
  public int confirmedYears() {
    return settings.of();
  }

  @Override
  public Optional<Message> lacking() {
    if (!basis.sure()) {
      return Optional.of(Message.of("label.no-uncertainty"));
    }
    int schools = basis.results().schools().size();
    if (!percentile.complement().isOneOf(schools)) {
      return Optional.of(Message.of("label.too-few-results", schools));
    }
    return basis.results().schools().stream().anyMatch(s -> formal(s).isPresent())
        ? Optional.empty()
        : Optional.of(Message.of("label.no-years", settings.years()));
  }

  @Override
  public Optional<Boolean> formal(String school) {
    return years(school).size() < settings.years()
        ? Optional.empty()
        : Optional.of(holds(school, percentile));
  }

  private boolean holds(String school, ExactShare above) {
    return years(school).entrySet().stream()
            .filter(y -> high(school, y.getKey(), y.getValue(), above))
            .count()
        >= settings.years();
  }

  private Map<Integer, Year> years(String school) {
    Map<Integer, Year> years = new TreeMap<>();
    basis
        .results()
        .of(school, basis.year(), settings.of())
        .keySet()
        .forEach(
            y -> years.put(y, basis.results().pooled(school, y, variant.pooled()).orElseThrow()));
    return years;
  }

  private boolean high(String school, int year, Year own, ExactShare above) {
    double reference = references.get(year).percentile(school, above.asDouble());
    return variant.raw() ? own.result() > reference : bound(own) > reference;
  }

  private double bound(Year own) {
    return own.estimate() - reach * own.se();
  }

  /** Years are taken to be independent. */
  @Override
  public OptionalDouble probability(String school) {
    return OptionalDouble.of(
        PoissonBinomial.atLeast(
            settings.years(),
            years(school).entrySet().stream()
                .mapToDouble(
                    y ->
                        NormalTail.above(
                            references.get(y.getKey()).percentile(school, percentile.asDouble()),
                            y.getValue().estimate(),
                            y.getValue().se()))
                .toArray()));
  }

  @Override
  public boolean borderline(String school) {
    boolean holds = holds(school, percentile);
    return holds(school, percentile.plus(points)) != holds
        || holds(school, percentile.plus(-points)) != holds;
  }

  private HighResultRule with(double by, Variant other) {
    return new HighResultRule(basis, settings, percentile.plus(by), points, other);
  }

  @Override
  public List<Message> reasons(String school) {
    List<Message> reasons = new ArrayList<>();
    years(school)
        .forEach(
            (year, own) ->
                reasons.add(
                    Message.of(
                        high(school, year, own, percentile) ? "high.year" : "high.not-year",
                        year,
                        own.result(),
                        bound(own),
                        references.get(year).percentile(school, percentile.asDouble()),
                        100 * percentile.asDouble())));
    return reasons;
  }

  @Override
  public List<Message> toExit(String school) {
    return List.of();
  }

  @Override
  public List<HighResultRule> variants() {
    List<HighResultRule> variants = new ArrayList<>();
    for (double move : new double[] {-points, 0, points}) {
      for (int pooled = 1; pooled <= MOST_POOLED; pooled++) {
        for (boolean raw : new boolean[] {false, true}) {
          variants.add(with(move, new Variant(pooled, raw)));
        }
      }
    }
    return List.copyOf(variants);
  }
}
