package io.levelfield.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample is what the generator makes: whoever changes one changes the other. */
class CommittedSampleTest {
  /** Tests run in the module's directory. */
  private static final Path REPOSITORY = Path.of("..");

  private static final Path SAMPLE = REPOSITORY.resolve("data-samples/safonovo");

  @TempDir private Path directory;

  @Test
  void sampleIsWhatTheGeneratorMakesNow() throws IOException {
    DistrictGenerator.generate(GeneratorOptions.of(24, 3, 1800, 2018), directory);

    Map<String, String> made = GeneratedFiles.contents(directory);
    Map<String, String> committed = GeneratedFiles.contents(SAMPLE);
    assertThat(committed.keySet()).isEqualTo(made.keySet());
    made.forEach(
        (file, content) ->
            assertThat(committed.get(file).equals(content)).as("%s is up to date", file).isTrue());
  }

  @Test
  void configuredStudyIsTheSamplesOwnUnderItsNameAndPath() throws IOException {
    String own = Files.readString(SAMPLE.resolve("study.yaml"));

    assertThat(Files.readString(REPOSITORY.resolve("configs/safonovo-sample.yaml")))
        .isEqualTo(
            own.replace("study: synthetic-24-schools", "study: safonovo-sample")
                .replace("- path: ", "- path: ../data-samples/safonovo/")
                .replace("\nprogramme: ", "\nprogramme: ../data-samples/safonovo/"));
  }
}
