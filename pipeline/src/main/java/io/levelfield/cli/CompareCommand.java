package io.levelfield.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.compare.ComparisonText;
import io.levelfield.compare.RunComparison;
import io.levelfield.model.text.Language;
import io.levelfield.report.Json;
import io.levelfield.report.PublishedRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code levelfield compare}: what changed from one published run to another. */
@Command(
    name = "compare",
    description =
        "Tells what changed from one run to another, and what may be the cause: inputs, settings,"
            + " version.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      descriptionKey = "before",
      description = "A run, or an output directory whose newest run is meant.")
  private Path before;

  @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "after", description = "Another.")
  private Path after;

  @Option(
      names = "--lang",
      description = "Language: ru or en (default: that of the later run's study).")
  private Language language;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Override
  public Optional<Language> language() {
    return Optional.ofNullable(language);
  }

  @Override
  public Integer call() {
    PublishedRun earlier = PublishedRun.at(before);
    PublishedRun later = PublishedRun.at(after);
    language = language == null ? later.language() : language;
    ObjectNode tree = RunComparison.of(earlier, later, language);
    PrintWriter console = spec.commandLine().getOut();
    console.print(format == Format.JSON ? Json.text(tree) : ComparisonText.of(tree, language));
    console.flush();
    return ExitCode.DONE;
  }
}
