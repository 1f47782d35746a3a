package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When a school bears a label: a pure function of the evidence and the settings it was made with.
 * Schools are named by id; only what {@link #formal} can tell of is asked for the rest.
 */
interface Rule {
  Label label();

  /** What the rule lacks, and what would give it; empty where it can be applied. */
  Optional<Message> lacking();

  /** Whether the rule holds on the numbers as they stand; empty where the school lacks some. */
  Optional<Boolean> formal(String school);

  /** The probability that it holds of the true values; empty where that cannot be told. */
  OptionalDouble probability(String school);

  /** Whether one pupil more or less, or thresholds moved a little, turn the verdict. */
  boolean borderline(String school);

  /** What the verdict rests on; first what tells most. */
  List<Message> reasons(String school);

  /** What would end a label that is borne; empty where no change of counts would. */
  List<Message> toExit(String school);

  /** The same rule under other variants of the method, itself among them. */
  List<? extends Rule> variants();

  /**
   * Years, the newest included, in which a result that the screen of objectivity does not confirm
   * keeps the school off the list; 0 where none does.
   */
  default int confirmedYears() {
    return 0;
  }
}
