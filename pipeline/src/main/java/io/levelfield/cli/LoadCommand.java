package io.levelfield.cli;

import io.levelfield.load.RunLoad;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.report.PublishedRun;
import io.levelfield.study.OutputSettings;
import io.levelfield.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code levelfield load}: the tables of a run into the database, without computing. */
@Command(
    name = "load",
    description =
        "Loads the tables of a run into the PostgreSQL database of its study (outputs.jdbc); nothing"
            + " is computed.",
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      descriptionKey = "run",
      description = "A run, or an output directory: its newest run.")
  private Path run;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Another database, without user and password: jdbc:postgresql://HOST/DATABASE.")
  private String url;

  @Option(names = "--schema", paramLabel = "NAME", description = "Another schema.")
  private String schema;

  private Language language;

  @Override
  public Optional<Language> language() {
    return Optional.ofNullable(language);
  }

  @Override
  public Integer call() {
    PublishedRun published = PublishedRun.at(run);
    language = published.language();
    OutputSettings outputs =
        RunLoad.settings(
            RunSettings.outputs(published), Optional.ofNullable(url), Optional.ofNullable(schema));
    Message loaded = RunLoad.load(published, outputs, System.getenv());
    PrintWriter console = spec.commandLine().getOut();
    console.println(Texts.in(language).of(loaded));
    console.flush();
    return ExitCode.DONE;
  }
}
