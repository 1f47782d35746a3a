package io.levelfield.identify;

import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How a school's pooled result will change with no help at all, since a school is noticed in the
 * years in which it is also unlucky: (1-λ)(reference - result), where λ is the result's reliability
 * and the reference what the school's context lets one expect.
 */
final class ExpectedRegression {
  private final Map<String, Double> bySchool;

  private ExpectedRegression(Map<String, Double> bySchool) {
    this.bySchool = bySchool;
  }

  static ExpectedRegression of(Evidence evidence) {
    Map<String, Double> results = new HashMap<>();
    for (SchoolResult result : evidence.outcomes().results()) {
      result.result().ifPresent(value -> results.put(result.schoolId(), value));
    }
    Map<String, Double> bySchool = new HashMap<>();
    for (ShrunkenResult shrunken : evidence.adjusted().shrunken()) {
      Double result = results.get(shrunken.schoolId());
      if (result != null) {
        // The shrunken result is λ·result + (1-λ)·reference.
        bySchool.put(shrunken.schoolId(), shrunken.result().shrunken() - result);
      }
    }
    return new ExpectedRegression(bySchool);
  }

  /** In the result's unit; empty where reliability is unknown. */
  OptionalDouble of(String school) {
    return bySchool.containsKey(school)
        ? OptionalDouble.of(bySchool.get(school))
        : OptionalDouble.empty();
  }
}
