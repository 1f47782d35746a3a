package io.levelfield.cli;

import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line, in the language of its help, and how it is called. */
record Misuse(Language language) implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    Texts texts = Texts.in(language);
    PrintWriter err = command.getErr();
    err.println("levelfield: " + told(e, texts));
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      err.println(texts.get("misuse.meant", String.join(", ", unmatched.getSuggestions())));
    }
    if (lacksVerb(e)) {
      command.usage(err);
    } else {
      Help help = command.getHelp();
      err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
      err.println(texts.get("misuse.help", command.getCommandSpec().qualifiedName() + " --help"));
    }
    err.flush();
    return ExitCode.WRONG_ARGUMENTS;
  }

  private static String told(ParameterException e, Texts texts) {
    if (e instanceof MissingParameterException missing) {
      return texts.get("misuse.missing", labels(missing.getMissing()));
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      if (unmatched.isUnknownOption()) {
        return texts.get("misuse.unknown-option", first);
      }
      boolean verb = e.getCommandLine().getParent() == null;
      return texts.get(verb ? "misuse.unknown-command" : "misuse.unneeded", first);
    }
    if (e instanceof MutuallyExclusiveArgsException) {
      return texts.get("misuse.exclusive");
    }
    if (e instanceof OverwrittenOptionException twice) {
      return texts.get("misuse.twice", label(twice.getOverwritten()));
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      return texts.get("misuse.value", label(e.getArgSpec()), e.getValue())
          + choices(e.getArgSpec(), texts);
    }
    return lacksVerb(e) ? texts.get("misuse.no-command") : e.getMessage();
  }

  /** Only the command without a verb can be told nothing else. */
  private static boolean lacksVerb(ParameterException e) {
    return e.getCommandLine().getParent() == null && e.getClass() == ParameterException.class;
  }

  private static String labels(List<ArgSpec> arguments) {
    return arguments.stream().map(Misuse::label).collect(Collectors.joining(", "));
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : argument.paramLabel();
  }

  private static String choices(ArgSpec argument, Texts texts) {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates == null
        ? ""
        : texts.get(
            "misuse.choices",
            StreamSupport.stream(candidates.spliterator(), false)
                .map(own -> own.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }
}
