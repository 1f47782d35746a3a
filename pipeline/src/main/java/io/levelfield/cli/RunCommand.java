package io.levelfield.cli;

import io.levelfield.load.RunLoad;
import io.levelfield.model.text.Language;
import io.levelfield.remote.RunCopy;
import io.levelfield.report.ConsoleSummary;
import io.levelfield.report.DataGaps;
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
    Texts texts = Texts.in(spoken);
    outcome.printWrong(spec.commandLine().getErr(), DataGaps.in(run.findings().warnings()), texts);
    OutputSettings outputs = run.study().outputs();
    PrintStream told = outcome.progress().out();
    var handOver = new HandOver(done -> told.println(texts.of(done)));
    Path directory = run.directory();
    outputs
        .copyTo()
        .ifPresent(to -> handOver.serve(() -> RunCopy.copy(directory, true, to, outputs.keep())));
    if (outputs.jdbc().isPresent()) {
      handOver.serve(() -> RunLoad.load(PublishedRun.at(directory), outputs, System.getenv()));
    }
    handOver.end();
    outcome.printTree(console, () -> RunOutcome.of(PublishedRun.at(directory)));
    return ExitCode.DONE;
  }
}
