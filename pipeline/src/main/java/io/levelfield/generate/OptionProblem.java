package io.levelfield.generate;

import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Message;

/** An authority of this kind cannot be made. */
public final class OptionProblem extends UserProblem {
  private static final long serialVersionUID = 1L;

  OptionProblem(Message told) {
    super(told, null);
  }
}
