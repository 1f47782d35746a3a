package io.levelfield.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.explain.CardText;
import io.levelfield.explain.SchoolCard;
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

/** {@code levelfield explain}: a school's card from the files of a run. */
@Command(
    name = "explain",
    description =
        "Tells why a school bears each label and what would change it, from a run's files.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SCHOOL",
      descriptionKey = "school",
      description = "The school's code, leading zeros included, or a part of its name.")
  private String school;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "A run, or an output directory (default: the newest run under out/ here).")
  private Path run;

  @Option(
      names = "--lang",
      description = "Language of the card: ru or en (default: that of the study).")
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
    PublishedRun published = run == null ? PublishedRun.newest(Path.of("")) : PublishedRun.at(run);
    language = language == null ? published.language() : language;
    ObjectNode card = SchoolCard.of(published, school, language);
    PrintWriter console = spec.commandLine().getOut();
    console.print(format == Format.JSON ? Json.text(card) : CardText.of(card, language));
    console.flush();
    return ExitCode.DONE;
  }
}
