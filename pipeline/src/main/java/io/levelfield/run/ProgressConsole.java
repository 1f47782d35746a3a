package io.levelfield.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where progress is told.
 *
 * @param columns of the terminal on which a line can be rewritten; 0 where it is a file or a pipe
 */
public record ProgressConsole(PrintStream out, int columns) {
  /** JVM option by which the launcher tells that standard error is a terminal, and how wide. */
  private static final String TERMINAL = "levelfield.terminal";

  /** Standard error; a terminal only where the launcher said so, as Java cannot tell. */
  public static ProgressConsole standardError() {
    return new ProgressConsole(System.err, Math.max(0, Integer.getInteger(TERMINAL, 0)));
  }

  /** Nobody is told. */
  public static ProgressConsole nobody() {
    return new ProgressConsole(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), 0);
  }

  boolean isTerminal() {
    return columns > 0;
  }
}
