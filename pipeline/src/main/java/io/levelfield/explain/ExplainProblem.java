package io.levelfield.explain;

/** What was asked for is not there: a run, a table of it or a school. */
public final class ExplainProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExplainProblem(String message) {
    super(message);
  }

  public ExplainProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
