package io.levelfield.cli;

import io.levelfield.assign.NewSchools;
import io.levelfield.model.text.Language;
import io.levelfield.report.AssignmentsCsv;
import io.levelfield.report.PublishedRun;
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

/** {@code levelfield assign}: the groups of new schools by the saved model of a run. */
@Command(
    name = "assign",
    description =
        "Tells which of a run's groups each school of a file belongs to, as CSV; the groups stay as"
            + " they are.",
    mixinStandardHelpOptions = true)
final class AssignCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE.csv",
      descriptionKey = "file",
      description =
          "A row per school: school_id and the groups' features in their own units, as"
              + " model/features.json of the run names them. Other columns are passed over.")
  private Path file;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "A run, or an output directory (default: the newest run under out/ here).")
  private Path run;

  private Language language;

  @Override
  public Optional<Language> language() {
    return Optional.ofNullable(language);
  }

  @Override
  public Integer call() {
    PublishedRun published = run == null ? PublishedRun.newest(Path.of("")) : PublishedRun.at(run);
    language = published.language();
    NewSchools.Result result = NewSchools.assign(published.groups(), file);
    PrintWriter console = spec.commandLine().getOut();
    console.print(AssignmentsCsv.of(result.assignments()));
    console.flush();
    if (!result.without().isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "levelfield: "
              + Texts.in(language)
                  .say(
                      "assign.without",
                      result.without().size(),
                      String.join(", ", result.without())));
      err.flush();
    }
    return ExitCode.DONE;
  }
}
