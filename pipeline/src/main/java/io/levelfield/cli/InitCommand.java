package io.levelfield.cli;

import io.levelfield.draft.Draft;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code levelfield init}: a study to start from. */
@Command(
    name = "init",
    description =
        "Looks at your files and writes a study to start from, with a question on each line that"
            + " only you can answer.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      descriptionKey = "files",
      description = "Tables: CSV, packed or not, or workbooks (.xlsx).")
  private List<Path> files;

  @Option(
      names = "--out",
      paramLabel = "STUDY.yaml",
      defaultValue = "study.yaml",
      description = "The study to write (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = {"--language", "--lang"},
      description = "Language: ru or en (default: that of the system).")
  private Language language;

  @Option(names = "--overwrite", description = "Replace the study if it is there already.")
  private boolean overwrite;

  @Override
  public Optional<Language> language() {
    return Optional.ofNullable(language);
  }

  @Override
  public Integer call() {
    Language spoken = language().orElseGet(Speaking::ofSystem);
    Draft.Proposed proposed = Draft.of(files, out, spoken);
    Draft.write(proposed, out, overwrite);
    tell(proposed, Texts.in(spoken), spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private void tell(Draft.Proposed proposed, Texts texts, PrintWriter console) {
    proposed.taken().forEach(own -> console.println(own.file() + ": " + texts.of(own.as())));
    console.println();
    console.println(texts.say("draft.written", out.toString(), proposed.questions().size()));
    for (Draft.Asked asked : proposed.questions()) {
      console.println(
          texts.say(
              asked.yaml().isEmpty() ? "draft.asked-of-all" : "draft.asked",
              asked.line(),
              asked.yaml(),
              texts.of(asked.question().asks()),
              texts.of(asked.question().otherwise())));
    }
    console.println();
    console.println(texts.get("draft.next", out.toString()));
    console.flush();
  }
}
