package io.levelfield.model.identify;

import io.levelfield.model.outcome.ExpectedChange;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a study says of one school and one label.
 *
 * @param schoolId the school
 * @param label the label
 * @param formal whether the published rule holds on the counts as they stand
 * @param flag whether the school is listed: {@code formal}, and for a positive list no unconfirmed
 *     result
 * @param probability that the rule holds of the true values; absent where it cannot be told
 * @param strength of the evidence, in words; absent with {@code probability}
 * @param borderline whether a small change would turn the verdict
 * @param reasons what the verdict rests on, with counts and thresholds
 * @param toExit what would change it; empty where nothing would
 * @param robustness share of method variants in which the formal verdict stands
 * @param expectedRegression change of the pooled result to expect with no help at all; absent
 *     unless the school is flagged
 */
public record Identification(
    String schoolId,
    Label label,
    boolean formal,
    boolean flag,
    OptionalDouble probability,
    Optional<Strength> strength,
    boolean borderline,
    List<Message> reasons,
    List<Message> toExit,
    OptionalDouble robustness,
    Optional<ExpectedChange> expectedRegression) {

  /** How much stands behind a label. */
  public enum Strength {
    WEAK,
    LIKELY,
    CONFIRMED
  }

  public Identification {
    reasons = List.copyOf(reasons);
    toExit = List.copyOf(toExit);
  }
}
