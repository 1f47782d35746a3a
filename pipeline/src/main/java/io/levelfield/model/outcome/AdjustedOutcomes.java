package io.levelfield.model.outcome;

import io.levelfield.model.StageResult;
import io.levelfield.model.text.Message;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Schools' results beside what their context lets one expect, and how sure all of it is.
 *
 * @param results the pooled results adjusted for context, ordered by school; empty without context
 * @param byYear the results of each year, adjusted by the same fit for the context known then,
 *     ordered by school
 * @param shrunken pooled and adjusted results with their uncertainty, ordered by school; empty
 *     where it is unknown
 * @param yearly the results of each year with their uncertainty, in the order of {@link
 *     Outcomes#yearly}; empty where it is unknown
 * @param changes of pooled results to expect with no help at all, ordered by school; empty likewise
 */
public record AdjustedOutcomes(
    List<AdjustedResult> results,
    SortedMap<Integer, List<AdjustedResult>> byYear,
    List<ShrunkenResult> shrunken,
    List<YearEstimate> yearly,
    List<ExpectedChange> changes,
    List<Message> notes)
    implements StageResult {

  public AdjustedOutcomes {
    results = List.copyOf(results);
    byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
    shrunken = List.copyOf(shrunken);
    yearly = List.copyOf(yearly);
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  @Override
  public Message summary() {
    return Message.of("adjustment.summary", results.size(), shrunken.size());
  }
}
