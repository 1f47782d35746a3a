package io.levelfield.model;

import io.levelfield.model.text.Message;

/** Something that the user can mend: no fault of the program, and told without a stack trace. */
public abstract class UserProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Message told;

  /**
   * @param told where it is, what was expected and what to do
   */
  protected UserProblem(Message told, Throwable cause) {
    super(told.toString(), cause);
    this.told = told;
  }

  /** What the user is told. */
  public final Message told() {
    return told;
  }
}
