package io.levelfield.run;

import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Message;

/** The output directory cannot be used. */
public final class OutputProblem extends UserProblem {
  private static final long serialVersionUID = 1L;

  private final boolean locked;

  private OutputProblem(Message told, boolean locked, Throwable cause) {
    super(told, cause);
    this.locked = locked;
  }

  static OutputProblem unwritable(Message told, Throwable cause) {
    return new OutputProblem(told, false, cause);
  }

  static OutputProblem locked(Message told) {
    return new OutputProblem(told, true, null);
  }

  /** Whether another run holds the output. */
  public boolean locked() {
    return locked;
  }
}
