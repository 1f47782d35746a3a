package io.levelfield.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code levelfield completion}: what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description =
        "Prints a script that completes commands and options in bash and zsh: source <(levelfield"
            + " completion).",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine whole = spec.root().commandLine();
    PrintWriter console = spec.commandLine().getOut();
    console.print(AutoComplete.bash(whole.getCommandName(), whole));
    console.flush();
    return ExitCode.DONE;
  }
}
