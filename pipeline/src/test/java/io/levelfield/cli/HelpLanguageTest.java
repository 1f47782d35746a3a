package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Everything that help says is said in the language of its reader. */
class HelpLanguageTest {
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

  private record Said(String where, String text) {}

  @Test
  void saysAllInRussian() {
    assertThat(said(Language.RU))
        .allSatisfy(
            said -> assertThat(said.text()).as(said.where()).containsPattern(CYRILLIC.pattern()));
  }

  @Test
  void saysNothingInRussianToOthers() {
    assertThat(said(Language.EN))
        .hasSameSizeAs(said(Language.RU))
        .allSatisfy(
            said ->
                assertThat(said.text())
                    .as(said.where())
                    .isNotBlank()
                    .doesNotContainPattern(CYRILLIC.pattern()));
  }

  private static List<Said> said(Language language) {
    List<Said> said = new ArrayList<>();
    collect(Main.commandLine(language), said);
    return said;
  }

  private static void collect(CommandLine command, List<Said> said) {
    var spec = command.getCommandSpec();
    String name = spec.qualifiedName();
    said.add(new Said(name, String.join("\n", spec.usageMessage().description())));
    said.add(new Said(name + ", synopsis", spec.usageMessage().synopsisHeading()));
    for (ArgSpec argument : spec.args()) {
      said.add(
          new Said(name + " " + argument.paramLabel(), String.join("\n", argument.description())));
    }
    if (command.getParent() == null) {
      said.add(new Said(name + ", exit codes", spec.usageMessage().exitCodeListHeading()));
      spec.usageMessage()
          .exitCodeList()
          .forEach((code, meaning) -> said.add(new Said(name + ", exit code " + code, meaning)));
    }
    command.getSubcommands().values().forEach(own -> collect(own, said));
  }
}
