package io.levelfield.model.quality;

import io.levelfield.model.StageResult;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the checks of the inputs found.
 *
 * @param findings ordered by table, school, year, column and rule
 * @param screened results that were screened for objectivity
 * @param unconfirmed those of them that the screen does not confirm
 * @param offScale results that look like those of another scale than other schools'
 * @param poorlyAttended results that too few of the pupils took who should have, with the share
 *     that took it
 * @param notes what could not be checked
 */
public record Quality(
    List<QualityFinding> findings,
    Set<TallyKey> screened,
    Set<TallyKey> unconfirmed,
    Set<TallyKey> offScale,
    Map<TallyKey, Double> poorlyAttended,
    List<Message> notes)
    implements StageResult {

  public Quality {
    findings = List.copyOf(findings);
    screened = Set.copyOf(screened);
    unconfirmed = Set.copyOf(unconfirmed);
    offScale = Set.copyOf(offScale);
    poorlyAttended = Map.copyOf(poorlyAttended);
    notes = List.copyOf(notes);
  }

  @Override
  public Message summary() {
    return Message.of("quality.summary", findings.size(), unconfirmed.size());
  }
}
