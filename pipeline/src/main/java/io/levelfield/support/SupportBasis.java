package io.levelfield.support;

import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.identify.Labels;
import io.levelfield.model.identify.YearList;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.study.Indicator;
import java.util.List;
import java.util.Map;

/**
 * What the stages before found, as far as support rests on it.
 *
 * @param lists of the judged year and of years before it, ordered by year and label
 * @param indicators of the index by key, ordered
 * @param confidence of intervals, 0 to 1
 * @param seed of random numbers
 */
public record SupportBasis(
    StudyData data,
    Map<String, Indicator> indicators,
    Outcomes outcomes,
    ContextFindings context,
    AdjustedOutcomes adjusted,
    Quality quality,
    Labels labels,
    List<YearList> lists,
    double confidence,
    long seed) {}
