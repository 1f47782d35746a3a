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
      CopyCommand.class,
      AssignCommand.class,
      GenerateCommand.class,
      CompletionCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done.",
      "1:A fault in the program.",
      "2:Wrong arguments or study.",
      "3:Inputs refused.",
      "4:Another run holds the output.",
      "5:Published, but not loaded into the database or not copied.",
      "130:Interrupted; 143 if told to end."
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
