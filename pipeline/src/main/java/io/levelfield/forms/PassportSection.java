package io.levelfield.forms;

import io.levelfield.forms.FormField.Unit;
import io.levelfield.model.input.FormPart;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Language;
import io.levelfield.study.ContextInput;
import io.levelfield.study.Indicator;
import io.levelfield.study.Study;
import java.util.Map;
import java.util.Optional;

/**
 * The social passport: what the indicators of the index are read from. Where they count, counts and
 * totals are asked and no shares, so that nobody divides by hand.
 */
final class PassportSection {
  private PassportSection() {}

  static FormSection of(ContextInput input, Study study, StudyData data, int year) {
    Map<String, Indicator> indicators = study.contextIndex().orElseThrow().indicatorsOf(input);
    var section = new FormSection.Builder(FormPart.CONTEXT, year);
    ask(section, input, indicators, study.language());
    indicators.forEach((key, indicator) -> known(section, key, indicator, data));
    return section.built();
  }

  private static void ask(
      FormSection.Builder section,
      ContextInput input,
      Map<String, Indicator> indicators,
      Language language) {
    indicators.forEach(
        (key, indicator) -> {
          if (indicator.count().isPresent()) {
            String total = indicator.denominator().orElseThrow();
            String count = indicator.count().get();
            section.ask(FormField.count(total, total, Optional.empty()));
            section.ask(FormField.count(count, count, Optional.of(total)));
          } else {
            String column = column(key, indicator);
            String label = indicator.label().isEmpty() ? column : indicator.name(key).in(language);
            section.ask(FormField.number(column, label, unit(indicator), indicator.range()));
          }
        });
    indicators.values().stream()
        .flatMap(indicator -> indicator.unknown().whenEmpty().stream())
        .map(column -> FormField.number(column, column, Unit.NUMBER, Optional.empty()))
        .forEach(section::ask);
    input.enrolled().stream()
        .map(own -> FormField.count(own.column(), own.column(), Optional.empty()))
        .forEach(section::ask);
  }

  private static String column(String key, Indicator indicator) {
    return indicator.column().orElse(key);
  }

  private static Unit unit(Indicator indicator) {
    if (indicator.whole().isEmpty()) {
      return Unit.NUMBER;
    }
    return indicator.whole().getAsDouble() == 1 ? Unit.SHARE : Unit.PER_CENT;
  }

  private static void known(
      FormSection.Builder section, String key, Indicator indicator, StudyData data) {
    if (indicator.count().isEmpty()) {
      data.passports()
          .forEach(
              own ->
                  own.value(key)
                      .ifPresent(
                          value ->
                              section.known(
                                  own.schoolId(), own.year(), column(key, indicator), value)));
      return;
    }
    for (PassportCount own : data.counts()) {
      if (own.indicator().equals(key)) {
        section.known(own.schoolId(), own.year(), indicator.count().get(), own.count());
        section.known(
            own.schoolId(), own.year(), indicator.denominator().orElseThrow(), own.total());
      }
    }
  }
}
