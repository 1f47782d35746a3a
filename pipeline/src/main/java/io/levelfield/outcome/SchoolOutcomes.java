package io.levelfield.outcome;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.text.Message;
import io.levelfield.study.OutcomeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The stage: every school's results, by measure, by year and pooled, and how sure they are. */
public final class SchoolOutcomes {
  private static final int SCHOOLS_NAMED = 5;

  private SchoolOutcomes() {}

  /**
   * Puts results together.
   *
   * @throws io.levelfield.model.InputsRefused if no measure tells schools apart, or the study names
   *     compulsory examinations that are not among them
   */
  public static Outcomes of(StudyData data, OutcomeSettings settings) {
    var spread = new AssumedSpread(data.tallies(), data.overallSds(), settings.withinSd());
    var standardised = StandardisedResults.of(spread.tallies());
    List<Message> notes = new ArrayList<>(spread.notes());
    notes.addAll(standardised.notes());
    List<OutcomeEstimate> estimates = standardised.estimates();
    Weighing.requireSpelt(estimates, settings);
    PoolingYears years = PoolingYears.of(settings);
    var pooling = new PooledResults(Weighing.of(estimates, settings), settings.year());
    notes.addAll(Weighing.notes(estimates, settings));
    notes.addAll(Electives.notes(pooling, years));
    notes.addAll(levels(pooling));
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
        estimates,
        spread.assumed(),
        List.of(),
        pooling.pooled(years),
        pooling.yearly(),
        notes);
  }

  /**
   * The same results with how sure each of them is, by what schools in like circumstances show.
   *
   * @param standing results before anything is known of their uncertainty
   */
  public static Outcomes estimated(
      Outcomes standing, Circumstances circumstances, OutcomeSettings settings) {
    var estimates =
        MeasureEstimates.of(
            standing.estimates(),
            circumstances,
            settings.shareThreshold(),
            settings.confidence(),
            settings.shrinkage());
    return new Outcomes(
        standing.year(),
        estimates.estimates(),
        standing.assumedSpread(),
        estimates.models(),
        standing.results(),
        standing.yearly(),
        standing.notes());
  }

  /** The results by measure up to another year, pooled as if that year were judged. */
  public static Outcomes asOf(int year, Outcomes outcomes, OutcomeSettings settings) {
    List<OutcomeEstimate> known =
        outcomes.estimates().stream()
            .filter(estimate -> estimate.tally().measure().year() <= year)
            .toList();
    var pooling = new PooledResults(Weighing.of(known, settings), OptionalInt.of(year));
    return new Outcomes(
        year,
        known,
        outcomes.assumedSpread(),
        outcomes.models(),
        pooling.pooled(PoolingYears.of(settings)),
        pooling.yearly(),
        List.of());
  }

  /**
   * Results of the same schools in the same year whose single measures are not estimated: for
   * simulated districts, of which only pooled and yearly results and the counts are asked for.
   *
   * @param tallies ordered by key, their spread within schools known
   * @param year that is judged
   */
  public static Outcomes ofSimulated(
      List<ResultTally> tallies, OutcomeSettings settings, int year) {
    List<OutcomeEstimate> estimates = StandardisedResults.of(tallies).estimates();
    var pooling = new PooledResults(Weighing.of(estimates, settings), OptionalInt.of(year));
    return new Outcomes(
        year,
        estimates,
        Set.of(),
        List.of(),
        pooling.pooled(PoolingYears.of(settings)),
        pooling.yearly(),
        List.of());
  }

  private static List<Message> levels(PooledResults pooling) {
    List<Message> notes = new ArrayList<>();
    String judged = Integer.toString(pooling.year());
    SortedMap<Integer, Double> papers = pooling.papers();
    if (!papers.isEmpty()) {
      notes.add(
          Message.of(
              "outcome.level-of-year",
              judged,
              papers.entrySet().stream()
                  .map(p -> Message.of("outcome.paper", p.getKey().toString(), p.getValue()))
                  .reduce((a, b) -> Message.of("outcome.papers", a, b))
                  .orElseThrow()));
    }
    if (!pooling.levels().unlinked().isEmpty()) {
      notes.add(
          Message.of(
              "outcome.years-unlinked",
              pooling.levels().unlinked().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", ")),
              judged));
    }
    return notes;
  }
}
