package io.levelfield.run;

import io.levelfield.cluster.SchoolFeatures;
import io.levelfield.cluster.SimilarSchools;
import io.levelfield.identify.Evidence;
import io.levelfield.identify.Identifications;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.identify.YearList;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.text.Message;
import io.levelfield.outcome.Adjustment;
import io.levelfield.outcome.SchoolOutcomes;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.Indicator;
import io.levelfield.study.Study;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lists of years before the judged one, by today's rules. Results of a measure, and the index
 * of a year, are the same as in the judged year; what is pooled, adjusted and compared is what was
 * known then.
 */
record EarlierLists(
    Study study, StudyData data, Outcomes outcomes, ContextFindings context, Quality quality) {

  /**
   * What earlier years come to.
   *
   * @param lists ordered by year, then label
   * @param notes of years of which no list can be made
   */
  record Made(List<YearList> lists, List<Message> notes) {}

  /** Makes the lists, each year's for itself. */
  Made make() {
    int last = outcomes.year();
    int first = last - study.support().dynamics().earlierYears();
    List<Made> years =
        outcomes.yearly().stream()
            .map(result -> result.lastYear())
            .distinct()
            .filter(year -> year >= first && year < last)
            .sorted()
            .toList()
            .parallelStream()
            .map(this::made)
            .toList();
    return new Made(
        years.stream().flatMap(year -> year.lists().stream()).toList(),
        years.stream().flatMap(year -> year.notes().stream()).toList());
  }

  private Made made(int year) {
    try {
      return new Made(ofYear(year), List.of());
    } catch (InputsRefused e) {
      return new Made(
          List.of(), List.of(Message.of("dynamics.no-lists", Integer.toString(year), e.told())));
    }
  }

  private List<YearList> ofYear(int year) {
    Map<String, Indicator> indicators = ContextIndexSettings.indicatorsOf(study.contextIndex());
    Outcomes then = SchoolOutcomes.asOf(year, outcomes, study.outcome());
    ContextFindings known = context.asOf(year, data.passports());
    AdjustedOutcomes adjusted =
        Adjustment.of(
            then, known, data.passports(), List.copyOf(indicators.keySet()), study.outcome());
    var similar =
        SimilarSchools.of(
            data,
            then,
            adjusted,
            SchoolFeatures.of(then, known, adjusted, indicators),
            study.similarSchools(),
            study.outcome().confidence());
    return YearList.of(
        year,
        Identifications.ofEarlierYear(
            new Evidence(
                data.schools(),
                then,
                known,
                adjusted,
                similar,
                quality,
                data.support().staff(),
                Optional.empty(),
                indicators),
            study.identify()));
  }
}
