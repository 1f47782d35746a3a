package io.levelfield.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.NotHandedOn;
import io.levelfield.model.UserProblem;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.RunOutcome;
import io.levelfield.run.OutputProblem;
import io.levelfield.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
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
    var texts = Texts.in(Speaking.language(command));
    PrintWriter err = command.getErr();
    LoggerFactory.getLogger(Failures.class).error("failed", e);
    Optional<UserProblem> problem = problem(e);
    String told =
        problem
            .map(own -> texts.of(own.told()))
            .orElseGet(() -> texts.get("failure.fault", firstLine(e)));
    err.println("levelfield: " + told);
    if (isDebug(command)) {
      e.printStackTrace(err);
    }
    err.flush();
    int code = problem.map(Failures::code).orElse(ExitCode.FAULT);
    OutcomeOptions.of(command).printTree(command.getOut(), () -> outcome(problem, code, told));
    return code;
  }

  private static JsonNode outcome(Optional<UserProblem> problem, int code, String told) {
    return problem
        .filter(NotHandedOn.class::isInstance)
        .flatMap(e -> ((NotHandedOn) e).run())
        .map(run -> RunOutcome.ofNotHandedOn(code, told, PublishedRun.at(Path.of(run))))
        .orElseGet(() -> RunOutcome.ofFailure(code, told));
  }

  /** What is told where the standard output took no more. */
  static String unprinted(CommandLine command) {
    CommandLine spoken = command;
    while (spoken.getParseResult() != null && spoken.getParseResult().hasSubcommand()) {
      spoken = spoken.getParseResult().subcommand().commandSpec().commandLine();
    }
    return Texts.in(Speaking.language(spoken)).get("failure.unprinted");
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

  private static int code(UserProblem problem) {
    if (problem instanceof InputsRefused) {
      return ExitCode.INPUTS_REFUSED;
    }
    if (problem instanceof NotHandedOn) {
      return ExitCode.NOT_HANDED_ON;
    }
    return problem instanceof OutputProblem output && output.locked()
        ? ExitCode.OUTPUT_HELD
        : ExitCode.WRONG_ARGUMENTS;
  }

  /** What is meant for the user, which Spark wraps when it happens in a task. */
  private static Optional<UserProblem> problem(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserProblem problem) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }

  /** Spark puts stack traces into messages. */
  private static String firstLine(Throwable e) {
    return e.toString().lines().findFirst().orElse("");
  }

  private static boolean isDebug(CommandLine command) {
    CommandLine root = command;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return ((LevelfieldCommand) root.getCommand()).debug();
  }
}
