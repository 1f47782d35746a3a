package io.levelfield.cli;

import io.levelfield.explain.ExplainProblem;
import io.levelfield.model.InputsRefused;
import io.levelfield.run.OutputProblem;
import io.levelfield.study.StudyProblem;
import java.io.PrintWriter;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells the user what went wrong in a message, never a stack trace unless {@code --debug}. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    if (isShuttingDown()) {
      return ExitCode.INTERRUPTED; // Spark stops under the run then, which is no fault to tell of
    }
    PrintWriter err = command.getErr();
    LoggerFactory.getLogger(Failures.class).error("failed", e);
    int code = code(e);
    if (code == ExitCode.FAULT) {
      err.println(
          "levelfield: a fault in the program: " + e + "; run with --debug for where it happened");
    } else {
      err.println("levelfield: " + cause(e).orElse(e).getMessage());
    }
    if (isDebug(command)) {
      e.printStackTrace(err);
    }
    err.flush();
    return code;
  }

  private static boolean isShuttingDown() {
    var probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      return !Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static int code(Exception e) {
    Throwable cause = cause(e).orElse(e);
    if (cause instanceof StudyProblem || cause instanceof ExplainProblem) {
      return ExitCode.WRONG_ARGUMENTS;
    }
    if (cause instanceof InputsRefused) {
      return ExitCode.INPUTS_REFUSED;
    }
    if (cause instanceof OutputProblem output) {
      return output.locked() ? ExitCode.OUTPUT_HELD : ExitCode.WRONG_ARGUMENTS;
    }
    return ExitCode.FAULT;
  }

  /** The cause meant for the user, which Spark wraps when it happens in a task. */
  private static Optional<Throwable> cause(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StudyProblem
          || cause instanceof InputsRefused
          || cause instanceof OutputProblem
          || cause instanceof ExplainProblem) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }

  private static boolean isDebug(CommandLine command) {
    CommandLine root = command;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return ((LevelfieldCommand) root.getCommand()).debug();
  }
}
