package io.levelfield.cli;

import io.levelfield.model.StudyData;
import io.levelfield.run.InputCheck;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code levelfield check}: the inputs only. */
@Command(
    name = "check",
    description = "Reads a study's inputs only and tells what would be rejected, and why.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StudyArguments arguments;

  @Override
  public Integer call() {
    InputCheck.Checked checked =
        InputCheck.check(arguments.study(), arguments.overrides(), arguments.master());
    StudyData data = checked.data();
    PrintWriter console = spec.commandLine().getOut();
    data.files()
        .forEach(
            file ->
                console.printf(
                    "%-9s %s: %d rows, %d rejected (%s)%n",
                    file.role(), file.path(), file.rows(), file.rejected(), file.dialect()));
    data.rejects()
        .forEach(
            reject ->
                console.printf(
                    "rejected  %s, line %d, column %s, value '%s': %s%n",
                    reject.file(),
                    reject.line(),
                    reject.column(),
                    reject.value(),
                    reject.reason()));
    data.notes().forEach(note -> console.println("note      " + note));
    console.printf(
        "%d schools, %d results, %d passports%n",
        data.schools().size(), data.tallies().size(), data.passports().size());
    if (!checked.acceptable()) {
      console.println("refused   a file has more rejects than max_rejects allows");
    }
    console.flush();
    return checked.acceptable() ? ExitCode.DONE : ExitCode.INPUTS_REFUSED;
  }
}
