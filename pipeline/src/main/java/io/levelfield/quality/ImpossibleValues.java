package io.levelfield.quality;

import io.levelfield.model.input.ImpossibleValue;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.LocalText;
import io.levelfield.study.Indicator;
import java.util.List;
import java.util.Map;

/** Values of passports that were rejected on reading, put to the school as questions. */
final class ImpossibleValues {
  private ImpossibleValues() {}

  static List<QualityFinding> findings(
      List<ImpossibleValue> values, Map<String, Indicator> indicators) {
    return values.stream().map(value -> finding(value, indicators)).toList();
  }

  private static QualityFinding finding(ImpossibleValue value, Map<String, Indicator> indicators) {
    LocalText name = indicators.get(value.indicator()).name(value.indicator());
    return new QualityFinding(
        "context",
        value.schoolId(),
        value.year(),
        value.indicator(),
        value.aboveTotal() ? "count-above-total" : "outside-range",
        value.value(),
        Severity.IMPOSSIBLE,
        List.of(name, Integer.toString(value.year()), value.value(), value.bound()));
  }
}
