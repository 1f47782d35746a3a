package io.levelfield.identify;

import io.levelfield.model.outcome.ExpectedChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How schools' pooled results will change with no help at all: regression to the mean. */
final class ExpectedRegression {
  private final Map<String, ExpectedChange> bySchool = new HashMap<>();

  private ExpectedRegression() {}

  static ExpectedRegression of(Evidence evidence) {
    var regression = new ExpectedRegression();
    evidence
        .adjusted()
        .changes()
        .forEach(change -> regression.bySchool.put(change.schoolId(), change));
    return regression;
  }

  /** Empty where reliability is unknown. */
  Optional<ExpectedChange> of(String school) {
    return Optional.ofNullable(bySchool.get(school));
  }
}
