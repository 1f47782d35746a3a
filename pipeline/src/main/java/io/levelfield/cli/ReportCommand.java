package io.levelfield.cli;

import io.levelfield.model.text.Language;
import io.levelfield.page.RunPages;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.ReportWorkbook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code levelfield report}: what people look at, made again from the tables of a run. */
@Command(
    name = "report",
    description =
        "Makes report.html, note.html, letters.html and report.xlsx again from the tables of a run;"
            + " nothing is computed.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      descriptionKey = "run",
      description = "A run, or an output directory: its newest run.")
  private Path run;

  private Language language;

  @Override
  public Optional<Language> language() {
    return Optional.ofNullable(language);
  }

  @Override
  public Integer call() {
    PublishedRun published = PublishedRun.at(run);
    language = published.language();
    PrintWriter console = spec.commandLine().getOut();
    RunPages.write(published, true, true).forEach(console::println);
    console.println(ReportWorkbook.again(published));
    console.flush();
    return ExitCode.DONE;
  }
}
