package io.levelfield.identify;

import io.levelfield.model.AdjustedResult;
import io.levelfield.model.ContextScore;
import io.levelfield.model.MeasureModel;
import io.levelfield.model.Neighbourhood;
import io.levelfield.model.OutcomeEstimate;
import io.levelfield.model.Passport;
import io.levelfield.model.RankInterval;
import io.levelfield.model.School;
import io.levelfield.model.SchoolResult;
import io.levelfield.model.ShrunkenResult;
import io.levelfield.model.TallyKey;
import io.levelfield.model.YearEstimate;
import io.levelfield.study.Indicator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the stages before found of the schools: all that labels rest on.
 *
 * @param schools ordered by id
 * @param year the newest year with results
 * @param outcomes every school's result per measure, ordered by key
 * @param models the spread of schools in each measure
 * @param results pooled results, ordered by school
 * @param yearly results of each year, ordered by school and year
 * @param yearEstimates the same with their uncertainty; empty where it is unknown
 * @param adjusted results beside those expected from the context
 * @param shrunken pooled results with their uncertainty; empty where it is unknown
 * @param context the index that goes with {@code year}, at most one per school
 * @param ranks how far ranks of {@code context} depend on the choices made for the index; empty
 *     where that is not told
 * @param indicators of the index by key
 * @param passports that go with {@code year}, at most one per school
 * @param neighbourhoods similar schools; empty where they were not sought
 * @param unconfirmed results that the screen of objectivity does not confirm
 */
public record Evidence(
    List<School> schools,
    int year,
    List<OutcomeEstimate> outcomes,
    List<MeasureModel> models,
    List<SchoolResult> results,
    List<SchoolResult> yearly,
    List<YearEstimate> yearEstimates,
    List<AdjustedResult> adjusted,
    List<ShrunkenResult> shrunken,
    List<ContextScore> context,
    List<RankInterval> ranks,
    Map<String, Indicator> indicators,
    List<Passport> passports,
    List<Neighbourhood> neighbourhoods,
    Set<TallyKey> unconfirmed) {

  public Evidence {
    schools = List.copyOf(schools);
    outcomes = List.copyOf(outcomes);
    models = List.copyOf(models);
    results = List.copyOf(results);
    yearly = List.copyOf(yearly);
    yearEstimates = List.copyOf(yearEstimates);
    adjusted = List.copyOf(adjusted);
    shrunken = List.copyOf(shrunken);
    context = List.copyOf(context);
    ranks = List.copyOf(ranks);
    indicators = Map.copyOf(indicators);
    passports = List.copyOf(passports);
    neighbourhoods = List.copyOf(neighbourhoods);
    unconfirmed = Set.copyOf(unconfirmed);
  }
}
