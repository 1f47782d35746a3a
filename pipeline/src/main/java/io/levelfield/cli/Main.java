package io.levelfield.cli;

import io.levelfield.model.text.Language;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command line's entry point. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Only what a person reads depends on where the program runs: in Turkish, i is no lower-case I.
    Locale ofUser = Locale.getDefault(Locale.Category.DISPLAY);
    Locale.setDefault(Locale.ROOT);
    Locale.setDefault(Locale.Category.DISPLAY, ofUser);
    System.exit(run(args));
  }

  /** Runs a command and returns the process's exit code. */
  static int run(String... args) {
    List<String> said = Arrays.asList(args);
    boolean inFile = said.stream().anyMatch(argument -> argument.startsWith("@"));
    Predicate<String> isMeant = verb -> inFile || said.contains(verb);
    CommandLine command = commandLine(Speaking.ofSystem(), isMeant);
    int code = command.execute(args);
    // A stream that prints keeps to itself that the disk is full.
    if (code == ExitCode.DONE && System.out.checkError()) {
      command.getErr().println("levelfield: " + Failures.unprinted(command));
      return ExitCode.WRONG_ARGUMENTS;
    }
    return code;
  }

  /** The command with its help in a language. */
  static CommandLine commandLine(Language language) {
    return commandLine(language, verb -> true);
  }

  /**
   * The same where not all verbs are looked into, which takes most of the time of a help: of others
   * than those that are meant there is no more than the line that a list of verbs has.
   */
  private static CommandLine commandLine(Language language, Predicate<String> isMeant) {
    CommandLine command = new CommandLine(new LevelfieldCommand());
    for (Class<?> verb : LevelfieldCommand.VERBS) {
      Command told = verb.getAnnotation(Command.class);
      boolean whole = isMeant.test(told.name()) || isMeant.test("completion");
      command.addSubcommand(told.name(), whole ? verb : line(told));
    }
    command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true))
        .setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true))
        .setExecutionExceptionHandler(new Failures());
    if (language == Language.RU) {
      command.setResourceBundle(
          ResourceBundle.getBundle("io.levelfield.cli.help", language.locale()));
    }
    return command;
  }

  private static CommandSpec line(Command verb) {
    CommandSpec line = CommandSpec.create().name(verb.name());
    line.usageMessage().description(verb.description());
    return line;
  }
}
