package io.levelfield.outcome;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.text.Message;
import io.levelfield.study.OutcomeSettings;
import java.util.ArrayList;
import java.util.List;

/** The stage: every school's results, by measure, by year and pooled, and how sure they are. */
public final class SchoolOutcomes {
  private static final int SCHOOLS_NAMED = 5;

  private SchoolOutcomes() {}

  /**
   * Puts results together.
   *
   * @param tallies ordered by key
   * @throws io.levelfield.model.InputsRefused if no measure tells schools apart
   */
  public static Outcomes of(List<ResultTally> tallies, OutcomeSettings settings) {
    var standardised = StandardisedResults.of(tallies);
    List<Message> notes = new ArrayList<>(standardised.notes());
    var estimates =
        MeasureEstimates.of(
            standardised.estimates(),
            settings.shareThreshold(),
            settings.confidence(),
            settings.shrinkage());
    var pooling = new PooledResults(estimates.estimates(), settings.year());
    if (!pooling.weighted()) {
      notes.add(Message.of("outcome.unweighted"));
    }
    List<String> newer = pooling.schoolsWithNewer();
    if (!newer.isEmpty()) {
      notes.add(
          Message.of(
              "outcome.newer-than-judged",
              newer.size(),
              Integer.toString(pooling.year()),
              String.join(", ", newer.subList(0, Math.min(newer.size(), SCHOOLS_NAMED)))));
    }
    return new Outcomes(
        pooling.year(),
        estimates.estimates(),
        estimates.models(),
        pooling.pooled(PoolingYears.of(settings)),
        pooling.yearly(),
        notes);
  }
}
