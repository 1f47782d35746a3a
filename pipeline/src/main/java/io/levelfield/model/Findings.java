package io.levelfield.model;

import io.levelfield.model.cluster.Groups;
import io.levelfield.model.cluster.Neighbourhoods;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.identify.Labels;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.support.Support;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything a run found, stage by stage: what the report writes.
 *
 * @param data the inputs as read
 */
public record Findings(
    StudyData data,
    Outcomes outcomes,
    ContextFindings context,
    AdjustedOutcomes adjusted,
    Groups groups,
    Neighbourhoods similar,
    Quality quality,
    Labels labels,
    Support support) {

  /** The year the tables of schools speak of. */
  public int year() {
    return outcomes.year();
  }

  /** What the reader of the tables must know, in the order of the stages. */
  public List<Message> warnings() {
    return Stream.of(data, outcomes, context, adjusted, groups, similar, quality, labels, support)
        .flatMap(stage -> stage.notes().stream())
        .toList();
  }
}
