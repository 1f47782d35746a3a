package io.levelfield.model.support;

import io.levelfield.model.StageResult;
import io.levelfield.model.text.Message;
import java.util.List;

/**
 * What the authority does next, and whether it helped.
 *
 * @param segregation ordered by year and characteristic
 * @param teachers whom to train, in what, and who could help
 * @param growth of pupils' own results
 * @param partners of schools that need help
 * @param climate ordered by school, year and measure
 * @param expected blanks of the programme filled, ordered by school, year and blank
 * @param indicators of the programme, in its order and by year
 * @param effect ordered by programme, then as in {@link EffectAnalysis.Kind}
 * @param notes what could not be told, and for want of what
 */
public record Support(
    List<SegregationIndex> segregation,
    Dynamics dynamics,
    Teachers teachers,
    PupilGrowth growth,
    RiskProfiles risks,
    Partners partners,
    List<ClimateFigure> climate,
    List<EffectAnalysis> effect,
    List<ExpectedResult> expected,
    List<IndicatorValue> indicators,
    List<Message> notes)
    implements StageResult {

  public Support {
    segregation = List.copyOf(segregation);
    expected = List.copyOf(expected);
    climate = List.copyOf(climate);
    indicators = List.copyOf(indicators);
    effect = List.copyOf(effect);
    notes = List.copyOf(notes);
  }

  @Override
  public Message summary() {
    return Message.of(
        "support.summary",
        partners.paired(),
        partners.schools().size(),
        indicators.stream().filter(own -> own.figure().isPresent()).count(),
        indicators.size());
  }
}
