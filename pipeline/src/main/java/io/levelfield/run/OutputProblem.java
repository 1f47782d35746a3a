package io.levelfield.run;

/** The output directory cannot be used; the message says which and what to do. */
public final class OutputProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean locked;

  private OutputProblem(String message, boolean locked, Throwable cause) {
    super(message, cause);
    this.locked = locked;
  }

  static OutputProblem unwritable(String message, Throwable cause) {
    return new OutputProblem(message, false, cause);
  }

  static OutputProblem locked(String message) {
    return new OutputProblem(message, true, null);
  }

  /** Whether another run holds the output. */
  public boolean locked() {
    return locked;
  }
}
