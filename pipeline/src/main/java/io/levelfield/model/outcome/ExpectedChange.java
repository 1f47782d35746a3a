package io.levelfield.model.outcome;

/**
 * How a school's pooled result will change by itself, with no help at all, since a school is
 * noticed in the years in which it is also unlucky: regression to the mean. In the result's unit.
 *
 * @param schoolId the school
 * @param nextYear by the next year, when the oldest pooled year leaves and a new one, of as many
 *     pupils as the years have on average, comes in its place; all other years stay
 * @param allYears by the time when all pooled years are new: (1-λ)(reference - result)
 */
public record ExpectedChange(String schoolId, double nextYear, double allYears) {}
