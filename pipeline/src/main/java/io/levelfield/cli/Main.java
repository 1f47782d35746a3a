package io.levelfield.cli;

import io.levelfield.model.text.Language;
import io.levelfield.text.TextFile;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;

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
    CommandLine command = commandLine(Speaking.ofSystem());
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
    CommandLine command =
        new CommandLine(new LevelfieldCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true))
            .setErr(
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true))
            .setParameterExceptionHandler(new Misuse(language))
            .setExecutionExceptionHandler(new Failures());
    if (language == Language.RU) {
      command.setResourceBundle(TextFile.read(Main.class, "help_ru.properties"));
    }
    return command;
  }
}
