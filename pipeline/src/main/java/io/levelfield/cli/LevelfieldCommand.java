package io.levelfield.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command without a verb: its help. */
@Command(
    name = "levelfield",
    description = "Shows an education authority which schools need which help, and why.",
    subcommands = {
      InitCommand.class,
      FormsCommand.class,
      RunCommand.class,
      CheckCommand.class,
      StudyCommand.class,
      ExplainCommand.class,
      CompareCommand.class,
      ReportCommand.class,
      LoadCommand.class,
      AssignCommand.class,
      GenerateCommand.class,
      CompletionCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Exit codes: 0 done; 1 a fault in the program; 2 wrong arguments or study;",
      "3 inputs refused; 4 another run holds the output; 5 not loaded into the",
      "database; 130 interrupted."
    })
final class LevelfieldCommand {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean debug;

  boolean debug() {
    return debug;
  }
}
