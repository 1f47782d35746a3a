package io.levelfield.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import io.levelfield.report.Json;
import io.levelfield.run.ProgressConsole;
import io.levelfield.text.Texts;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How much a command says of what it came to, and to whom: a person, a program or nobody. */
final class OutcomeOptions {
  @ArgGroup private Choice choice = new Choice();

  private static final class Choice {
    @Option(
        names = "--quiet",
        description = "Say nothing unless something is wrong; the exit code tells.")
    private boolean quiet;

    @Option(
        names = "--json",
        description = "Print the outcome as one JSON object; progress stays on standard error.")
    private boolean json;
  }

  /** Where progress is told. */
  ProgressConsole progress() {
    return choice.quiet ? ProgressConsole.nobody() : ProgressConsole.standardError();
  }

  /** Tells a person what came of it. */
  void print(PrintWriter console, Supplier<String> words) {
    if (!choice.json && !choice.quiet) {
      console.print(words.get());
      console.flush();
    }
  }

  /** Tells a program what came of it: one tree, when all is done. */
  void printTree(PrintWriter console, Supplier<JsonNode> tree) {
    if (choice.json) {
      console.print(Json.text(tree.get()));
      console.flush();
    }
  }

  /** Tells what is wrong where nothing else was said. */
  void printWrong(PrintWriter err, Collection<Message> wrong, Texts texts) {
    if (choice.quiet) {
      wrong.forEach(own -> err.println("levelfield: " + texts.of(own)));
      err.flush();
    }
  }

  /** How a command is to tell; a command without these options tells a person. */
  static OutcomeOptions of(CommandLine command) {
    return command.getMixins().values().stream()
        .filter(OutcomeOptions.class::isInstance)
        .map(OutcomeOptions.class::cast)
        .findFirst()
        .orElseGet(OutcomeOptions::new);
  }
}
