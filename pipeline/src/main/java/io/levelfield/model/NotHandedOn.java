package io.levelfield.model;

import io.levelfield.model.text.Message;
import java.util.Optional;

/** A run is published, but did not come to where its study wants it too. */
public class NotHandedOn extends UserProblem {
  private static final long serialVersionUID = 1L;

  private final String run;

  /**
   * @param run directory of the run; null while it is not known
   */
  public NotHandedOn(Message told, String run, Throwable cause) {
    super(told, cause);
    this.run = run;
  }

  /** Directory of the run, where it is known. */
  public Optional<String> run() {
    return Optional.ofNullable(run);
  }
}
