package io.levelfield.cli;

import io.levelfield.load.RunLoad;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.remote.RunCopy;
import io.levelfield.report.ConsoleSummary;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.RunOutcome;
import io.levelfield.run.Pipeline;
import io.levelfield.run.RunOptions;
import io.levelfield.study.OutputSettings;
import io.levelfield.text.Texts;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code levelfield run}: the main job. */
@Command(
    name = "run",
    description = "Reads a study's inputs, groups and indexes its schools, publishes the tables.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;
  @Mixin private StudyArguments arguments;
  @Mixin private OutcomeOptions outcome;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Output directory (default: out/NAME-OF-STUDY here).")
  private Path out;

  @Override
  public Optional<Language> language() {
    return arguments.language();
  }

  @Override
  public Integer call() {
    var options =
        new RunOptions(
            arguments.study(), Optional.ofNullable(out), arguments.master(), arguments.overrides());
    Pipeline.Published run = Pipeline.run(options, outcome.progress());
    PrintWriter console = spec.commandLine().getOut();
    Language spoken = run.study().language();
    outcome.print(
        console,
        () ->
            String.format(
                "%s%s%n%s%n",
                ConsoleSummary.of(run.findings(), spoken), run.directory(), run.latest()));
    OutputSettings outputs = run.study().outputs();
    PrintStream told = outcome.progress().out();
    try {
      if (outputs.copyTo().isPresent()) {
        Message copied = RunCopy.copy(run.directory(), outputs.copyTo().get(), outputs.keep());
        told.println(Texts.in(spoken).of(copied));
      }
    } finally { // where one is not served the other still is
      if (outputs.jdbc().isPresent()) {
        Message loaded = RunLoad.load(PublishedRun.at(run.directory()), outputs, System.getenv());
        told.println(Texts.in(spoken).of(loaded));
      }
    }
    outcome.printTree(console, () -> RunOutcome.of(PublishedRun.at(run.directory()), run.latest()));
    return ExitCode.DONE;
  }
}
