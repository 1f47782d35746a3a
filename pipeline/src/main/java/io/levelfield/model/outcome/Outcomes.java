package io.levelfield.model.outcome;

import io.levelfield.model.StageResult;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Set;

/**
 * Schools' results before anything is known of their context.
 *
 * @param year the year that is judged; results after it stand in {@code estimates} and {@code
 *     yearly} alone
 * @param estimates every school's result per measure, ordered by key
 * @param assumedSpread those of them whose spread within the school the study assumes
 * @param models what the uncertainty of {@code estimates} rests on, ordered by measure
 * @param results every school's pooled result, ordered by school
 * @param yearly every school's result in each year, ordered by school and year
 */
public record Outcomes(
    int year,
    List<OutcomeEstimate> estimates,
    Set<TallyKey> assumedSpread,
    List<MeasureModel> models,
    List<SchoolResult> results,
    List<SchoolResult> yearly,
    List<Message> notes)
    implements StageResult {

  public Outcomes {
    estimates = List.copyOf(estimates);
    assumedSpread = Set.copyOf(assumedSpread);
    models = List.copyOf(models);
    results = List.copyOf(results);
    yearly = List.copyOf(yearly);
    notes = List.copyOf(notes);
  }

  /** Whether results are told as z-scores, not on the scale of an examination. */
  public boolean inStandardDeviations() {
    return yearly.stream().allMatch(own -> own.result().equals(own.z()));
  }

  @Override
  public Message summary() {
    return Message.of("outcome.summary", results.size(), Integer.toString(year));
  }
}
