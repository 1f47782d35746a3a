package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.outcome.ShareEstimate;
import io.levelfield.model.quality.Quality;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code results}: a row per school and measure. */
final class ResultsTable {
  private ResultsTable() {}

  private static List<Column<OutcomeEstimate>> columns(Quality quality, Set<TallyKey> assumed) {
    return List.of(
        text("school_id", "school_id", r -> r.tally().schoolId()),
        integer("year", "year", r -> r.tally().measure().year()),
        text("procedure", "procedure", r -> r.tally().measure().procedure()),
        text("subject", "subject", r -> r.tally().measure().subject()),
        text("grade", "grade", r -> r.tally().measure().grade()),
        integer("participants", "participants", r -> r.tally().participants()),
        integer("enrolled", "enrolled", r -> r.tally().enrolled()),
        number("participation", "participation", r -> r.tally().participation()),
        integer("below_minimum", "below_minimum", r -> r.tally().belowMinimum()),
        number("share_below", "share_below", r -> shareBelow(r.tally())),
        number("share_low", "share_low", r -> r.share().map(ShareEstimate::low)),
        number("share_high", "share_high", r -> r.share().map(ShareEstimate::high)),
        number("share_eb", "share_eb", r -> ofShare(r, ShareEstimate::shrunken)),
        number(
            "p_share_over_threshold",
            "p_share_over_threshold",
            r -> ofShare(r, ShareEstimate::overThreshold)),
        integer("top", "top", r -> r.tally().top()),
        number("mean", "mean", r -> r.tally().mean()),
        number("sd", "sd", r -> sd(r.tally(), !assumed.contains(r.tally().key()))),
        number("sd_assumed", "sd_assumed", r -> sd(r.tally(), assumed.contains(r.tally().key()))),
        number("z", "z", OutcomeEstimate::z),
        number("eb_mean", "eb_mean", r -> r.mean().map(MeanEstimate::shrunken)),
        number("eb_se", "eb_se", r -> r.mean().map(MeanEstimate::se)),
        number("reliability", "reliability", r -> r.mean().map(MeanEstimate::reliability)),
        text("suppressed", "suppressed", r -> suppressed(r.tally())),
        text("objectivity", "objectivity", r -> objectivity(r.tally().key(), quality)));
  }

  static Table of(Findings findings) {
    Outcomes outcomes = findings.outcomes();
    return Table.of(
        "results", 5, columns(findings.quality(), outcomes.assumedSpread()), outcomes.estimates());
  }

  private static OptionalDouble sd(ResultTally tally, boolean ofThisKind) {
    return ofThisKind ? tally.sd() : OptionalDouble.empty();
  }

  /** Columns of figures that the source suppressed and that are the middle of what they may be. */
  private static Optional<String> suppressed(ResultTally tally) {
    String columns =
        Stream.of(
                tally.belowSpan().map(span -> "below_minimum"),
                tally.meanSpan().map(span -> "mean"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
  }

  private static Optional<String> objectivity(TallyKey key, Quality quality) {
    if (!quality.screened().contains(key)) {
      return Optional.empty();
    }
    return Optional.of(quality.unconfirmed().contains(key) ? "unconfirmed" : "passed");
  }

  private static OptionalDouble ofShare(
      OutcomeEstimate result, Function<ShareEstimate, OptionalDouble> value) {
    return result.share().map(value).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble shareBelow(ResultTally tally) {
    return tally.belowMinimum().isPresent() && tally.participants().isPresent()
        ? OptionalDouble.of(
            (double) tally.belowMinimum().getAsLong() / tally.participants().getAsLong())
        : OptionalDouble.empty();
  }
}
