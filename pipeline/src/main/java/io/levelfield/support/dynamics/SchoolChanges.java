package io.levelfield.support.dynamics;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.YearEstimate;
import io.levelfield.model.support.SchoolChange;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What each year changed for each school, beside what would have changed by itself. */
final class SchoolChanges {
  private final Map<SchoolYear, Double> adjusted = new HashMap<>();
  private final Map<SchoolYear, Double> index = new HashMap<>();
  private final Map<SchoolYear, Double> shrunken = new HashMap<>();

  private final ResultSlopes slopes;

  private SchoolChanges(SupportBasis basis) {
    slopes = new ResultSlopes(basis.outcomes(), basis.adjusted().yearly());
    basis
        .adjusted()
        .byYear()
        .forEach(
            (year, results) ->
                results.forEach(
                    (AdjustedResult r) ->
                        adjusted.put(new SchoolYear(r.schoolId(), year), r.residual())));
    basis.context().scores().forEach((ContextScore s) -> index.put(s.key(), s.index()));
    basis
        .adjusted()
        .yearly()
        .forEach(
            (YearEstimate e) ->
                shrunken.put(new SchoolYear(e.schoolId(), e.year()), e.result().shrunken()));
  }

  /** By school and year, in the order of the yearly results. */
  static List<SchoolChange> of(SupportBasis basis, ListsByYear lists) {
    var changes = new SchoolChanges(basis);
    List<SchoolChange> found = new ArrayList<>();
    Optional<SchoolResult> before = Optional.empty();
    for (SchoolResult result : basis.outcomes().yearly()) {
      Optional<SchoolResult> own =
          before.filter(earlier -> earlier.schoolId().equals(result.schoolId()));
      found.add(changes.of(result, own, lists));
      before = Optional.of(result);
    }
    return found;
  }

  private SchoolChange of(SchoolResult result, Optional<SchoolResult> before, ListsByYear lists) {
    var key = new SchoolYear(result.schoolId(), result.lastYear());
    return new SchoolChange(
        result.schoolId(),
        result.lastYear(),
        known(adjusted, key),
        known(index, key),
        before.map(earlier -> difference(result, earlier)).orElse(OptionalDouble.empty()),
        before.map(this::expected).orElse(OptionalDouble.empty()),
        slopes.of(result.schoolId(), result.lastYear()),
        lists.borne(result.schoolId(), result.lastYear()),
        lists.turned(result.schoolId(), result.lastYear(), true),
        lists.turned(result.schoolId(), result.lastYear(), false));
  }

  private static OptionalDouble difference(SchoolResult result, SchoolResult earlier) {
    return result.result().isPresent() && earlier.result().isPresent()
        ? OptionalDouble.of(result.result().getAsDouble() - earlier.result().getAsDouble())
        : OptionalDouble.empty();
  }

  /** (1-λ)(reference - result) of the earlier year. */
  private OptionalDouble expected(SchoolResult earlier) {
    OptionalDouble drawn = known(shrunken, new SchoolYear(earlier.schoolId(), earlier.lastYear()));
    return drawn.isPresent() && earlier.result().isPresent()
        ? OptionalDouble.of(drawn.getAsDouble() - earlier.result().getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble known(Map<SchoolYear, Double> values, SchoolYear key) {
    Double value = values.get(key);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
