package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.input.Passport;
import io.levelfield.model.text.LocalText;
import io.levelfield.model.text.Message;
import io.levelfield.study.IdentifySettings.ByIndicator;
import io.levelfield.study.Indicator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A type that shows in one indicator of the context: its value is among the highest of schools. */
final class IndicatorRule implements Rule {
  private final Label label;
  private final ByIndicator settings;
  private final LocalText name;
  private final Map<String, Double> values;
  private final Standing standing;
  private final ExactShare highest;
  private final double points;

  IndicatorRule(
      Label label,
      Map<String, Indicator> indicators,
      List<Passport> passports,
      ByIndicator settings,
      double points) {
    this(
        label,
        settings,
        name(indicators, settings),
        values(passports, settings),
        ExactShare.of(settings.percentile()).complement(),
        points);
  }

  private IndicatorRule(
      Label label,
      ByIndicator settings,
      LocalText name,
      Map<String, Double> values,
      ExactShare highest,
      double points) {
    this.label = label;
    this.settings = settings;
    this.name = name;
    this.values = values;
    this.highest = highest;
    this.points = points;
    standing = new Standing(values.values().stream().map(value -> -value).toList());
  }

  private static LocalText name(Map<String, Indicator> indicators, ByIndicator settings) {
    String key = settings.indicator().orElse("");
    return Optional.ofNullable(indicators.get(key))
        .map(indicator -> indicator.name(key))
        .orElse(new LocalText(key, key));
  }

  private static Map<String, Double> values(List<Passport> passports, ByIndicator settings) {
    Map<String, Double> values = new TreeMap<>();
    settings
        .indicator()
        .ifPresent(
            key ->
                passports.forEach(
                    p -> p.value(key).ifPresent(value -> values.put(p.schoolId(), value))));
    return values;
  }

  @Override
  public Label label() {
    return label;
  }

  @Override
  public Optional<Message> lacking() {
    if (settings.indicator().isEmpty()) {
      return Optional.of(Message.of("label.name-indicator", label.column()));
    }
    return standing.has(highest)
        ? Optional.empty()
        : Optional.of(Message.of("label.too-few-with-indicator", values.size()));
  }

  @Override
  public Optional<Boolean> formal(String school) {
    return Optional.ofNullable(values.get(school)).map(value -> holds(value, highest));
  }

  private boolean holds(double value, ExactShare share) {
    return standing.inLowest(-value, share);
  }

  @Override
  public OptionalDouble probability(String school) {
    return OptionalDouble.empty();
  }

  @Override
  public boolean borderline(String school) {
    double value = values.get(school);
    boolean holds = holds(value, highest);
    return holds(value, highest.plus(points)) != holds
        || holds(value, highest.plus(-points)) != holds;
  }

  @Override
  public List<Message> reasons(String school) {
    double value = values.get(school);
    return List.of(
        Message.of(
            holds(value, highest) ? "indicator.high" : "indicator.not-high",
            name,
            value,
            standing.below(-value) + 1,
            standing.schools(),
            highest.asDouble()));
  }

  @Override
  public List<Message> toExit(String school) {
    return List.of();
  }

  @Override
  public List<IndicatorRule> variants() {
    return List.of(moved(-points), this, moved(points));
  }

  private IndicatorRule moved(double by) {
    return new IndicatorRule(label, settings, name, values, highest.plus(by), points);
  }
}
