package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.context.AlteredValue;
import io.levelfield.model.context.ChoiceInfluence;
import io.levelfield.model.context.ContextModel;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.IndexChange;
import io.levelfield.model.context.IndexCheck;
import io.levelfield.model.context.IndicatorWeight;
import io.levelfield.model.context.RankInterval;
import io.levelfield.model.input.PupilSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of the index of social well-being. */
final class ContextTables {
  /** Stands for what a figure does not single out. */
  private static final String ALL = "*";

  private ContextTables() {}

  private static final List<Column<IndicatorWeight>> WEIGHT_COLUMNS =
      List.of(
          text("indicator", "indicator", IndicatorWeight::indicator),
          text("variant", "variant", IndicatorWeight::variant),
          number("weight", "weight", IndicatorWeight::weight),
          number("loading", "loading", IndicatorWeight::loading),
          number("coefficient", "coefficient", IndicatorWeight::coefficient),
          number("coefficient_se", "coefficient_se", IndicatorWeight::coefficientSe),
          number("influence", "influence", IndicatorWeight::influence),
          number("result_correlation", "result_correlation", IndicatorWeight::resultCorrelation),
          integer("treated", "treated_values", IndicatorWeight::treated),
          number("mean", "indicator_mean", IndicatorWeight::mean),
          number("sd", "indicator_sd", IndicatorWeight::sd),
          number("skewness", "skewness", IndicatorWeight::skewness),
          number("kurtosis", "kurtosis", IndicatorWeight::kurtosis),
          integer("known", "known", IndicatorWeight::known));

  private static final List<Column<ContextModel>> MODEL_COLUMNS =
      List.of(
          text("variant", "variant", ContextModel::variant),
          integer("schools", "model_schools", ContextModel::schools),
          number("eigenvalue", "eigenvalue", ContextModel::eigenvalue),
          number("explained", "explained", ContextModel::explained),
          number("penalty", "penalty", ContextModel::penalty),
          number("r_squared", "r_squared", ContextModel::rSquared),
          number("adjusted_r_squared", "adjusted_r_squared", ContextModel::adjustedRSquared),
          number("intercept", "intercept", ContextModel::intercept),
          number("residual_sd", "residual_sd", ContextModel::residualSd));

  private static final List<Column<AlteredValue>> VALUE_COLUMNS =
      List.of(
          text("school_id", "school_id", AlteredValue::schoolId),
          integer("year", "passport_year", AlteredValue::year),
          text("indicator", "indicator", AlteredValue::indicator),
          text("method", "value_method", value -> lower(value.method())),
          number("value", "value_in_passport", AlteredValue::value),
          number("used", "value_used", AlteredValue::used),
          number("sd", "value_sd", AlteredValue::sd));

  private static final List<Column<ChoiceInfluence>> SENSITIVITY_COLUMNS =
      List.of(
          text("choice", "index_choice", influence -> lower(influence.choice())),
          number("first", "sobol_first", ChoiceInfluence::first),
          number("first_low", "sobol_low", ChoiceInfluence::firstLow),
          number("first_high", "sobol_high", ChoiceInfluence::firstHigh),
          number("total", "sobol_total", ChoiceInfluence::total),
          number("total_low", "sobol_low", ChoiceInfluence::totalLow),
          number("total_high", "sobol_high", ChoiceInfluence::totalHigh));

  private static final List<Column<IndexCheck>> VALIDATION_COLUMNS =
      List.of(
          text("check", "index_check", check -> lower(check.check())),
          text("indicator", "check_indicator", check -> check.indicator().orElse(ALL)),
          text("other", "check_other", check -> check.other().orElse(ALL)),
          text("school_id", "check_school", check -> check.schoolId().orElse(ALL)),
          number("value", "check_value", IndexCheck::value),
          bool("doubtful", "check_doubtful", IndexCheck::doubtful));

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static List<Table> of(Findings findings) {
    return List.of(
        context(findings),
        Table.of("context_weights", 2, WEIGHT_COLUMNS, findings.context().index().weights()),
        Table.of("context_models", 1, MODEL_COLUMNS, findings.context().index().models()),
        Table.of("context_values", 3, VALUE_COLUMNS, findings.context().index().altered()),
        change(findings),
        Table.of(
            "context_sensitivity", 1, SENSITIVITY_COLUMNS, findings.context().index().influences()),
        Table.of("context_validation", 4, VALIDATION_COLUMNS, findings.context().index().checks()));
  }

  private static Table change(Findings findings) {
    List<Column<IndexChange>> columns = new ArrayList<>();
    columns.add(text("school_id", "school_id", IndexChange::schoolId));
    columns.add(integer("year", "passport_year", IndexChange::year));
    columns.add(integer("from_year", "change_from_year", IndexChange::fromYear));
    columns.add(number("change", "index_change", IndexChange::change));
    for (String key : indicators(findings)) {
      columns.add(
          Column.<IndexChange>number(
                  "due_" + key, "change_due", c -> Optional.ofNullable(c.due().get(key)))
              .about(key));
    }
    for (String key : indicators(findings)) {
      columns.add(
          Column.<IndexChange>number(
                  "share_" + key, "change_share", c -> Optional.ofNullable(c.shares().get(key)))
              .about(key));
    }
    return Table.of("context_change", 2, columns, findings.context().index().changes());
  }

  private static List<String> indicators(Findings findings) {
    return findings.context().index().weights().stream()
        .map(IndicatorWeight::indicator)
        .distinct()
        .toList();
  }

  /** A column that only the year of the ranks fills. */
  private static Column<ContextScore> ofRank(
      String name,
      String meaning,
      Map<String, RankInterval> ranks,
      Function<RankInterval, Double> value) {
    return number(
        name,
        meaning,
        score ->
            Optional.ofNullable(ranks.get(score.schoolId()))
                .filter(rank -> rank.year() == score.year())
                .map(value));
  }

  private static Optional<PupilSpread> of(Map<String, PupilSpread> spreads, ContextScore score) {
    return Optional.ofNullable(spreads.get(score.schoolId() + ' ' + score.year()));
  }

  private static Table context(Findings findings) {
    List<Column<ContextScore>> columns = new ArrayList<>();
    columns.add(text("school_id", "school_id", ContextScore::schoolId));
    columns.add(integer("year", "passport_year", ContextScore::year));
    columns.add(number("index", "context_index", ContextScore::index));
    columns.add(number("rank", "context_rank_of_year", ContextScore::rank));
    Map<String, RankInterval> ranks =
        findings.context().index().ranks().stream()
            .collect(Collectors.toMap(RankInterval::schoolId, Function.identity()));
    columns.add(ofRank("rank_median", "context_rank_median", ranks, RankInterval::median));
    columns.add(ofRank("rank_low", "context_rank_low", ranks, RankInterval::low));
    columns.add(ofRank("rank_high", "context_rank_high", ranks, RankInterval::high));
    columns.add(ofRank("p_lowest_quarter", "p_lowest_quarter", ranks, RankInterval::lowestQuarter));
    for (ContextModel model : findings.context().index().models()) {
      String variant = model.variant();
      columns.add(
          Column.<ContextScore>number(
                  "index_" + variant, "index_variant", score -> score.variants().get(variant))
              .about(variant));
    }
    Map<String, PupilSpread> spreads =
        findings.data().spreads().stream()
            .collect(Collectors.toMap(s -> s.schoolId() + ' ' + s.year(), Function.identity()));
    columns.add(
        integer("pupils", "spread_pupils", score -> of(spreads, score).map(PupilSpread::pupils)));
    columns.add(
        number(
            "pupils_sd",
            "spread_sd",
            score -> of(spreads, score).map(PupilSpread::sd).orElse(OptionalDouble.empty())));
    columns.add(
        number(
            "pupils_lowest_quarter",
            "spread_lowest_quarter",
            score -> of(spreads, score).map(PupilSpread::lowestQuarter)));
    columns.add(integer("indicators_used", "indicators_used", ContextScore::indicatorsUsed));
    columns.add(integer("imputed", "imputed", ContextScore::imputed));
    indicators(findings)
        .forEach(
            key ->
                columns.add(
                    Column.<ContextScore>number(
                            "contribution_" + key,
                            "contribution",
                            score -> Optional.ofNullable(score.contributions().get(key)))
                        .about(key)));
    return Table.of("context", 2, columns, findings.context().scores());
  }
}
