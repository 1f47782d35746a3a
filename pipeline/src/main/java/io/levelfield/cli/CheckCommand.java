package io.levelfield.cli;

import io.levelfield.model.text.Language;
import io.levelfield.report.DataGaps;
import io.levelfield.report.InputsSummary;
import io.levelfield.run.CheckOutcome;
import io.levelfield.run.InputCheck;
import io.levelfield.text.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code levelfield check}: the inputs only. */
@Command(
    name = "check",
    description =
        "Reads a study's inputs and tells what a run would reject, ask and warn of; makes no groups"
            + " and writes nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer>, Speaking {
  @Spec private CommandSpec spec;
  @Mixin private StudyArguments arguments;
  @Mixin private OutcomeOptions outcome;

  @Override
  public Optional<Language> language() {
    return arguments.language();
  }

  @Override
  public Integer call() {
    InputCheck.Checked checked =
        InputCheck.check(arguments.study(), arguments.overrides(), arguments.master());
    int code = checked.refusal().isEmpty() ? ExitCode.DONE : ExitCode.INPUTS_REFUSED;
    PrintWriter console = spec.commandLine().getOut();
    outcome.print(
        console,
        () ->
            InputsSummary.of(
                checked.data(),
                checked.questions(),
                checked.notes(),
                checked.refusal(),
                checked.language()));
    outcome.printTree(console, () -> CheckOutcome.of(code, checked));
    outcome.printWrong(
        spec.commandLine().getErr(),
        checked.refusal().map(List::of).orElseGet(() -> DataGaps.in(checked.notes())),
        Texts.in(checked.language()));
    return code;
  }
}
