package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.InputsRefused;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputPathsTest {
  @TempDir private Path directory;

  @BeforeEach
  void writeFiles() {
    new StudyFiles(directory)
        .with("данные и прочее/results-2017.csv", "a")
        .with("данные и прочее/results-2016.csv", "a")
        .with("данные и прочее/старое/results-2015.csv", "a")
        .with("results[1].csv", "a")
        .with("empty/.keep", "");
  }

  @Test
  void globsMatchInTheOrderOfNames() {
    assertThat(InputPaths.expand(directory, "данные и прочее/results-*.csv"))
        .extracting(InputPaths.Named::name)
        .containsExactly("данные и прочее/results-2016.csv", "данные и прочее/results-2017.csv");
  }

  @Test
  void twoStarsGoDown() {
    assertThat(InputPaths.expand(directory, "данные и прочее/**.csv")).hasSize(3);
  }

  @Test
  void alternativesMatch() {
    assertThat(InputPaths.expand(directory, "данные и прочее/results-201{5,6}.csv")).hasSize(1);
  }

  @Test
  void filesThatOnlyAccompanyOthersAreLeftAside() {
    new StudyFiles(directory)
        .with("sent/a.csv", "a")
        .with("sent/~$a.csv", "a")
        .with("sent/._a.csv", "a");

    assertThat(InputPaths.expand(directory, "sent/*"))
        .extracting(InputPaths.Named::name)
        .containsExactly("sent/a.csv");
  }

  @Test
  void aFileOfThatVeryNameIsNoGlob() {
    assertThat(InputPaths.expand(directory, "results[1].csv"))
        .containsExactly(
            new InputPaths.Named(directory.resolve("results[1].csv"), "results[1].csv"));
  }

  @Test
  void refusesGlobsThatMatchNothing() {
    assertThatThrownBy(() -> InputPaths.expand(directory, "empty/*.csv"))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("empty/*.csv: no file matches it in ");
    assertThatThrownBy(() -> InputPaths.expand(directory, "absent/*.csv"))
        .extracting(InEnglish::told)
        .asString()
        .startsWith("absent/*.csv: there is no directory ");
  }

  @Test
  void refusesWhatIsNoPattern() {
    assertThatThrownBy(() -> InputPaths.expand(directory, "results-{a,b.csv"))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("results-{a,b.csv is not a pattern of file names");
  }

  @Test
  void linksThatLeadInACircleAreNotFollowed() throws IOException {
    Path sent = Files.createDirectories(directory.resolve("sent"));
    Files.writeString(sent.resolve("a.csv"), "a");
    Files.createSymbolicLink(sent.resolve("again"), sent);
    Files.createSymbolicLink(sent.resolve("itself.csv"), sent.resolve("itself.csv"));
    Files.createSymbolicLink(sent.resolve("there.csv"), sent.resolve("back.csv"));
    Files.createSymbolicLink(sent.resolve("back.csv"), sent.resolve("there.csv"));

    assertThat(InputPaths.expand(directory, "sent/**.csv"))
        .extracting(InputPaths.Named::name)
        .containsExactly("sent/a.csv");
    Path circle = InputPaths.expand(directory, "sent/there.csv").get(0).path();
    assertThat(ReadFile.refused(circle, "")).startsWith("there.csv: there is no such file");
  }
}
