package io.levelfield.cli;

import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.remote.RunCopy;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.RunProblem;
import io.levelfield.study.OutputSettings;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code levelfield copy}: the files of a run to an address, without computing. */
@Command(
    name = "copy",
    description =
        "Copies a run to where its study wants it (outputs.copy_to); nothing is computed.",
    mixinStandardHelpOptions = true)
final class CopyCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      descriptionKey = "run",
      description = "A run, or an output directory: its newest run.")
  private Path run;

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      description = "Another address, such as hdfs://HOST/DIR or s3a://BUCKET/DIR.")
  private String to;

  private Language language;

  @Override
  public Optional<Language> language() {
    return Optional.ofNullable(language);
  }

  @Override
  public Integer call() throws IOException {
    PublishedRun published = PublishedRun.at(run);
    language = published.language();
    OutputSettings own = RunSettings.outputs(published);
    OutputSettings outputs = to == null ? own : own.withCopyTo(to);
    String address =
        outputs
            .copyTo()
            .orElseThrow(() -> new RunProblem(Message.of("copy.not-asked", published.id())));
    Path directory = published.directory().toRealPath();
    Message copied = RunCopy.copy(directory, published.isNewest(), address, outputs.keep());
    PrintWriter console = spec.commandLine().getOut();
    console.println(Texts.in(language).of(copied));
    console.flush();
    return ExitCode.DONE;
  }
}
