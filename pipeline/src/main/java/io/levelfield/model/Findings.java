package io.levelfield.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a run found: what the report writes.
 *
 * @param data the inputs as read
 * @param year the year the tables of schools speak of: the newest with results
 * @param outcomes every school's result per measure, ordered by key
 * @param measureModels what the uncertainty of {@code outcomes} rests on, ordered by measure
 * @param results every school's pooled result, ordered by school
 * @param yearly every school's result in each year, ordered by school and year
 * @param context every school-year's index, ordered by school and year
 * @param currentContext the index that goes with {@code year}, at most one per school
 * @param index how the index came about, and how far it can be trusted
 * @param adjusted ordered by school
 * @param shrunken pooled and adjusted results with their uncertainty, ordered by school; empty
 *     where it is unknown
 * @param yearEstimates the results of {@code yearly} with their uncertainty, in the same order;
 *     empty where it is unknown
 * @param quality doubts about the inputs
 * @param neighbourhoods similar schools, ordered by school
 * @param identifications ordered by school and label
 * @param judged by label the schools its rule could be applied to; no entry where it could not be
 *     applied at all
 * @param policy what other thresholds of the rule for low results would come to
 * @param grouping absent where the inputs do not allow groups
 * @param history how groups and schools came to where they are
 * @param warnings what the reader of the tables must know, in the order of the stages
 */
public record Findings(
    StudyData data,
    int year,
    List<OutcomeEstimate> outcomes,
    List<MeasureModel> measureModels,
    List<SchoolResult> results,
    List<SchoolResult> yearly,
    List<ContextScore> context,
    List<ContextScore> currentContext,
    IndexFindings index,
    List<AdjustedResult> adjusted,
    List<ShrunkenResult> shrunken,
    List<YearEstimate> yearEstimates,
    Quality quality,
    List<Neighbourhood> neighbourhoods,
    List<Identification> identifications,
    Map<Label, Set<String>> judged,
    List<PolicyOption> policy,
    Optional<Grouping> grouping,
    GroupHistory history,
    List<String> warnings) {

  public Findings {
    outcomes = List.copyOf(outcomes);
    measureModels = List.copyOf(measureModels);
    results = List.copyOf(results);
    yearly = List.copyOf(yearly);
    context = List.copyOf(context);
    currentContext = List.copyOf(currentContext);
    adjusted = List.copyOf(adjusted);
    shrunken = List.copyOf(shrunken);
    yearEstimates = List.copyOf(yearEstimates);
    neighbourhoods = List.copyOf(neighbourhoods);
    identifications = List.copyOf(identifications);
    judged = Map.copyOf(judged);
    policy = List.copyOf(policy);
    warnings = List.copyOf(warnings);
  }
}
