package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompletionTest {
  @TempDir private Path directory;

  @Test
  void completesEveryCommandInBash() throws Exception {
    Invocation completion = Invocation.of("completion");
    assertThat(completion.code()).isZero();
    Path script = Files.writeString(directory.resolve("completion.sh"), completion.out());

    String completed = completed(script, "");
    assertThat(completed.lines().toList())
        .containsAll(new CommandLine(new LevelfieldCommand()).getSubcommands().keySet());
    assertThat(completed(script, "co").lines().toList())
        .containsExactlyInAnyOrder("compare", "completion", "copy");
  }

  /** What bash proposes for the word behind the program's name. */
  private static String completed(Path script, String word)
      throws IOException, InterruptedException {
    String lines =
        "source \"$1\"; COMP_WORDS=(levelfield \"$2\"); COMP_CWORD=1; _complete_levelfield;"
            + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    Process bash =
        new ProcessBuilder("bash", "-c", lines, "bash", script.toString(), word)
            .redirectErrorStream(true)
            .start();
    String told = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(told).isZero();
    return told;
  }
}
