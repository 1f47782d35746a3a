package io.levelfield.cli;

import io.levelfield.generate.DistrictGenerator;
import io.levelfield.generate.GenerationSummary;
import io.levelfield.generate.GeneratorOptions;
import io.levelfield.model.text.Message;
import io.levelfield.study.StudyProblem;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code levelfield generate}: a synthetic authority whose truth is known. */
@Command(
    name = "generate",
    description = "Writes a synthetic district, region or nation with its planted truth.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      descriptionKey = "directory",
      description = "Where to write; made if it is missing.")
  private Path directory;

  @Option(names = "--schools", defaultValue = "24", description = "Schools (default 24).")
  private int schools;

  @Option(names = "--years", defaultValue = "3", description = "Years (default 3).")
  private int years;

  @Option(
      names = "--pupils",
      defaultValue = "1800",
      description = "Pupils tested per year in all schools together (default 1800).")
  private long pupils;

  @Option(names = "--seed", defaultValue = "2018", description = "Random seed (default 2018).")
  private long seed;

  @Option(names = "--first-year", defaultValue = "2016", description = "First year (default 2016).")
  private int firstYear;

  @Option(
      names = "--dirt",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of rows to spoil, 0 to 0.5 (default 0); dirt.csv lists them.")
  private double dirt;

  @Option(names = "--overwrite", description = "Replace files of an earlier generation.")
  private boolean overwrite;

  @Override
  public Integer call() throws IOException {
    GenerationSummary summary = generate();
    PrintWriter console = spec.commandLine().getOut();
    console.println(
        Texts.in(Speaking.ofSystem())
            .say(
                "generate.done",
                summary.files().size(),
                directory.toString(),
                summary.resultRows(),
                summary.passportRows(),
                summary.spoiledRows(),
                directory.resolve("study.yaml").toString()));
    console.flush();
    return ExitCode.DONE;
  }

  private GenerationSummary generate() throws IOException {
    try {
      return DistrictGenerator.generate(options(), directory);
    } catch (FileAlreadyExistsException e) {
      throw new StudyProblem("DIR", Message.of("generate.exists", e.getMessage()));
    }
  }

  private GeneratorOptions options() {
    var options = GeneratorOptions.of(schools, years, pupils, seed).withFirstYear(firstYear);
    options = options.withDirt(dirt);
    return overwrite ? options.withOverwrite() : options;
  }
}
