package io.levelfield.model;

import io.levelfield.model.text.Message;

/** The inputs cannot be used as they are. */
public final class InputsRefused extends UserProblem {
  private static final long serialVersionUID = 1L;

  public InputsRefused(Message told) {
    this(told, null);
  }

  public InputsRefused(Message told, Throwable cause) {
    super(told, cause);
  }
}
