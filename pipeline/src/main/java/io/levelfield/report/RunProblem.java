package io.levelfield.report;

import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Message;

/** What was asked of published runs is not there: a run, a table of it, a school, its groups. */
public final class RunProblem extends UserProblem {
  private static final long serialVersionUID = 1L;

  public RunProblem(Message told) {
    this(told, null);
  }

  public RunProblem(Message told, Throwable cause) {
    super(told, cause);
  }
}
