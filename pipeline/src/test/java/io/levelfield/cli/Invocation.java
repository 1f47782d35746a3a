package io.levelfield.cli;

import io.levelfield.testing.SharedSpark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command run in this JVM, on the suite's Spark.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it printed on standard error
 */
record Invocation(int code, String out, String err) {

  /** Runs a study, some of whose settings are others. */
  static Invocation run(String study, Path out, String... settings) {
    return set(List.of("run", study, "--out", out.toString()), settings);
  }

  /** Runs a command on a study, some of whose settings are others. */
  static Invocation set(List<String> command, String... settings) {
    List<String> arguments = new ArrayList<>(command);
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return of(arguments.toArray(String[]::new));
  }

  /** Runs a command line. */
  static Invocation of(String... arguments) {
    SharedSpark.context();
    PrintStream oldOut = System.out;
    PrintStream oldErr = System.err;
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int code = Main.run(arguments);
      return new Invocation(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
  }
}
