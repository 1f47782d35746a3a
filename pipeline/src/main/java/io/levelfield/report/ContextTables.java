package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.ContextModel;
import io.levelfield.model.ContextScore;
import io.levelfield.model.Findings;
import io.levelfield.model.IndicatorWeight;
import io.levelfield.model.RankInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code context}, {@code context_weights} and {@code context_models}. */
final class ContextTables {
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
          number("r_squared", "r_squared", ContextModel::rSquared),
          number("adjusted_r_squared", "adjusted_r_squared", ContextModel::adjustedRSquared),
          number("intercept", "intercept", ContextModel::intercept),
          number("residual_sd", "residual_sd", ContextModel::residualSd));

  static List<Table> of(Findings findings) {
    return List.of(
        context(findings),
        Table.of("context_weights", 2, WEIGHT_COLUMNS, findings.weights()),
        Table.of("context_models", 1, MODEL_COLUMNS, findings.contextModels()));
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

  private static Table context(Findings findings) {
    List<Column<ContextScore>> columns = new ArrayList<>();
    columns.add(text("school_id", "school_id", ContextScore::schoolId));
    columns.add(integer("year", "passport_year", ContextScore::year));
    columns.add(number("index", "context_index", ContextScore::index));
    columns.add(number("rank", "context_rank_of_year", ContextScore::rank));
    Map<String, RankInterval> ranks =
        findings.ranks().stream()
            .collect(Collectors.toMap(RankInterval::schoolId, Function.identity()));
    columns.add(ofRank("rank_median", "context_rank_median", ranks, RankInterval::median));
    columns.add(ofRank("rank_low", "context_rank_low", ranks, RankInterval::low));
    columns.add(ofRank("rank_high", "context_rank_high", ranks, RankInterval::high));
    columns.add(ofRank("p_lowest_quarter", "p_lowest_quarter", ranks, RankInterval::lowestQuarter));
    for (ContextModel model : findings.contextModels()) {
      String variant = model.variant();
      columns.add(
          Column.<ContextScore>number(
                  "index_" + variant, "index_variant", score -> score.variants().get(variant))
              .about(variant));
    }
    columns.add(integer("indicators_used", "indicators_used", ContextScore::indicatorsUsed));
    columns.add(integer("imputed", "imputed", ContextScore::imputed));
    findings.weights().stream()
        .map(IndicatorWeight::indicator)
        .distinct()
        .forEach(
            key ->
                columns.add(
                    Column.<ContextScore>number(
                            "contribution_" + key,
                            "contribution",
                            score -> Optional.ofNullable(score.contributions().get(key)))
                        .about(key)));
    return Table.of("context", 2, columns, findings.context());
  }
}
