package io.levelfield.cli;

/** What the process tells its caller. Documented in the README; schedulers rely on the numbers. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAULT = 1;
  static final int WRONG_ARGUMENTS = 2;
  static final int INPUTS_REFUSED = 3;
  static final int OUTPUT_HELD = 4;
  static final int NOT_HANDED_ON = 5;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
