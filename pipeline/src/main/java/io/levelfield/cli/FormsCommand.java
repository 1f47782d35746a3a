package io.levelfield.cli;

import io.levelfield.forms.Forms;
import io.levelfield.model.text.Language;
import io.levelfield.run.InputCheck;
import io.levelfield.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code levelfield forms}: what schools are asked, as workbooks to send. */
@Command(
    name = "forms",
    description =
        "Writes a form (.xlsx) for each school, with last year's values beside; the study reads the"
            + " returned ones as inputs.forms.",
    mixinStandardHelpOptions = true)
final class FormsCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;
  @Mixin private StudyArguments arguments;

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      descriptionKey = "directory",
      description = "Where to write; made if it is missing.")
  private Path directory;

  @Option(
      names = "--year",
      description =
          "Year asked for (default: that after the newest of which most schools have a social"
              + " passport).")
  private Integer year;

  @Option(
      names = "--unanswered",
      description = "Only for schools that have answered nothing for that year.")
  private boolean unanswered;

  @Option(
      names = "--overwrite",
      description = "Replace forms that are there, with what schools may have filled in.")
  private boolean overwrite;

  @Override
  public Optional<Language> language() {
    return arguments.language();
  }

  @Override
  public Integer call() {
    var wanted =
        new Forms.Wanted(
            year == null ? OptionalInt.empty() : OptionalInt.of(year),
            directory,
            unanswered,
            overwrite);
    InputCheck.Inputs inputs =
        InputCheck.read(arguments.study(), arguments.overrides(), arguments.master());
    Forms.Written written = Forms.write(inputs.study(), inputs.data(), wanted);
    PrintWriter console = spec.commandLine().getOut();
    Texts texts = Texts.in(inputs.study().language());
    console.println(
        texts.say(
            "forms.written",
            written.forms(),
            Integer.toString(written.year()),
            directory.toString(),
            String.join(", ", written.sheets())));
    written.advice().forEach(own -> console.println(texts.of(own)));
    console.flush();
    return ExitCode.DONE;
  }
}
