package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.support.EffectAnalysis;
import io.levelfield.model.support.EffectAnalysis.Figures;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** {@code effect}: a row per programme and way of asking what it did. */
final class EffectTable {
  private EffectTable() {}

  static Table of(List<EffectAnalysis> analyses, Texts texts) {
    return Table.of("effect", 1, columns(texts), analyses);
  }

  private static List<Column<EffectAnalysis>> columns(Texts texts) {
    return List.of(
        text("analysis", "effect_analysis", EffectTable::key),
        text("programme", "effect_programme", EffectAnalysis::programme),
        text("kind", "effect_kind", analysis -> kind(analysis)),
        integer("start_year", "effect_start_year", EffectAnalysis::group),
        integer("year", "effect_year", EffectAnalysis::year),
        integer("event_year", "effect_event_year", EffectAnalysis::eventYear),
        number("estimate", "effect_estimate", figure(Figures::estimate)),
        number("low", "effect_low", figure(Figures::low)),
        number("high", "effect_high", figure(Figures::high)),
        number("permutation_p", "effect_permutation_p", maybe(Figures::permutationP)),
        number(
            "minimum_detectable", "effect_minimum_detectable", maybe(Figures::minimumDetectable)),
        number(
            "expected_regression",
            "effect_expected_regression",
            maybe(Figures::expectedRegression)),
        integer("treated", "effect_treated", EffectAnalysis::treated),
        integer("controls", "effect_controls", EffectAnalysis::controls),
        text("conclusion", "effect_conclusion", analysis -> texts.of(analysis.conclusion())));
  }

  private static String kind(EffectAnalysis analysis) {
    return analysis.kind().name().toLowerCase(Locale.ROOT);
  }

  /** Such as {@code 500+: group_time 2017 2018} or {@code 500+: event_year +1}. */
  private static String key(EffectAnalysis analysis) {
    var key = new StringBuilder(analysis.programme()).append(": ").append(kind(analysis));
    analysis.group().ifPresent(group -> key.append(' ').append(group));
    analysis.year().ifPresent(year -> key.append(' ').append(year));
    analysis
        .eventYear()
        .ifPresent(since -> key.append(' ').append(since < 0 ? "" : "+").append(since));
    return key.toString();
  }

  private static Function<EffectAnalysis, Object> figure(Function<Figures, Double> figure) {
    return analysis -> analysis.figures().map(figure);
  }

  private static Function<EffectAnalysis, Object> maybe(Function<Figures, OptionalDouble> figure) {
    return analysis ->
        analysis
            .figures()
            .map(figure)
            .flatMap(
                value -> value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty());
  }
}
