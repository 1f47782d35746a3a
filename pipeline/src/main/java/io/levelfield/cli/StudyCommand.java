package io.levelfield.cli;

import io.levelfield.model.text.Language;
import io.levelfield.model.variation.Variations;
import io.levelfield.report.VariationTables;
import io.levelfield.report.VariationText;
import io.levelfield.run.StudyVariations;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code levelfield study}: what hangs on a setting. */
@Command(
    name = "study",
    description =
        "Runs a study under other values of settings and tells how lists, groups and ranks change;"
            + " publishes nothing.",
    mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;
  @Mixin private StudyArguments arguments;

  @Option(
      names = "--vary",
      required = true,
      paramLabel = "KEY=A,B,C",
      description =
          "Values of a setting, e.g. --vary identify.low_result.share_below=0.25,0.30; several"
              + " settings are combined, up to 50 combinations.")
  private List<String> varied;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write variation_lists.csv and variation_schools.csv there.")
  private Path out;

  @Override
  public Optional<Language> language() {
    return arguments.language();
  }

  @Override
  public Integer call() throws IOException {
    Variations variations =
        StudyVariations.of(arguments.study(), arguments.overrides(), varied, arguments.master());
    if (out != null) {
      VariationTables.write(variations, out);
    }
    Language language = language().orElseGet(Speaking::ofSystem);
    PrintWriter console = spec.commandLine().getOut();
    console.print(VariationText.of(variations, language));
    console.flush();
    return ExitCode.DONE;
  }
}
