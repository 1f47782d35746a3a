package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.MeasureModel.Means;
import io.levelfield.model.outcome.MeasureModel.Shares;
import java.util.List;
import java.util.OptionalDouble;

/** {@code outcome_models}: a row per measure. */
final class OutcomeModelsTable {
  private OutcomeModelsTable() {}

  private static final List<Column<MeasureModel>> COLUMNS =
      List.of(
          integer("year", "year", m -> m.measure().year()),
          text("procedure", "procedure", m -> m.measure().procedure()),
          text("subject", "subject", m -> m.measure().subject()),
          text("grade", "grade", m -> m.measure().grade()),
          integer("share_schools", "share_schools", m -> m.shares().map(Shares::schools)),
          text("share_prior", "share_prior", m -> m.shares().map(Shares::prior)),
          number("share_mean", "share_mean", m -> m.shares().map(Shares::mean)),
          number("share_mean_low", "share_mean_low", m -> m.shares().map(Shares::meanLow)),
          number("share_mean_high", "share_mean_high", m -> m.shares().map(Shares::meanHigh)),
          number("concentration", "concentration", m -> m.shares().map(Shares::concentration)),
          number(
              "concentration_low",
              "concentration_low",
              m -> m.shares().map(Shares::concentrationLow)),
          number(
              "concentration_high",
              "concentration_high",
              m -> m.shares().map(Shares::concentrationHigh)),
          integer("mean_schools", "mean_schools", m -> m.means().map(Means::schools)),
          number("mean", "mean_of_schools", m -> m.means().map(Means::mean)),
          number("mean_se", "mean_of_schools_se", m -> m.means().map(Means::meanSe)),
          text(
              "mean_alike_by",
              "mean_alike_by",
              m -> m.means().map(Means::alikeBy).filter(n -> !n.isEmpty())),
          number("variance_between", "variance_between", m -> m.means().map(Means::between)),
          number("variance_within", "variance_within", m -> m.means().map(Means::within)),
          number("icc", "icc", m -> m.means().map(Means::icc)),
          number(
              "deviance",
              "deviance",
              m -> m.means().map(Means::deviance).orElse(OptionalDouble.empty())));

  static Table of(Findings findings) {
    return Table.of("outcome_models", 4, COLUMNS, findings.outcomes().models());
  }
}
