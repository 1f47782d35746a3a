package io.levelfield.run;

import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Message;

/** Settings cannot be varied as asked. */
public final class VariationProblem extends UserProblem {
  private static final long serialVersionUID = 1L;

  VariationProblem(Message told) {
    super(told, null);
  }
}
