package io.levelfield.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies that would do harm, or something else than they show. */
class HostileStudyTest {
  private static final String STUDY =
      """
      study: tiny
      inputs:
        results:
          - path: results.csv
            shape: pupils
            columns: {school_id: school, score: score}
            constants: {year: 2018}
      """;

  @TempDir private Path directory;

  private String refused(String yaml) {
    Path file = new StudyFiles(directory).with("s.yaml", yaml).path("s.yaml");
    StudyProblem refused =
        catchThrowableOfType(StudyProblem.class, () -> StudyLoader.load(file, List.of()));
    assertThat(refused).as(yaml.substring(0, Math.min(100, yaml.length()))).isNotNull();
    return InEnglish.told(refused).replace(file.toString(), "s.yaml");
  }

  @Test
  void aliasesThatUnpackToVeryMuchAreRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(refused(bomb.append(STUDY).toString()))
        .startsWith("the study is not read (s.yaml, line 2, column 10): '*a0' refers to another");
    assertThat(refused("x: &x {score: b}\n" + STUDY + "outcome:\n  <<: *x\n"))
        .contains("(s.yaml, line 10, column 7): '*x' refers");
  }

  @ParameterizedTest
  @CsvSource({
    "!!javax.script.ScriptEngineManager [], javax.script",
    "!own x, own",
    "!!str 2018, str",
    "!!binary aGk=, binary",
    "!<tag:levelfield.example:x> {a: 1}, levelfield.example"
  })
  void tagsAreRefused(String value, String tag) {
    assertThat(refused(STUDY + "random_seed: " + value + "\n"))
        .startsWith("the study is not read (s.yaml, line 8, column ")
        .contains("the tag '!")
        .contains(tag);
  }

  @Test
  void keysThatStandTwiceAreRefused() {
    assertThat(refused(STUDY + "outcome: {pool_years: 2,\n  pool_years: 3}\n"))
        .contains("(s.yaml, line 9, column ")
        .contains("the key 'pool_years' stands there twice");
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 1_000, 400_000})
  void whatLiesVeryDeepIsRefused(int deep) {
    assertThat(refused(STUDY + "outcome: " + "[".repeat(deep) + "]".repeat(deep)))
        .startsWith("the study is not read (s.yaml, line 8, column 41)")
        .contains("more than 32 deep");
  }

  @Test
  void hugeFilesAreRefusedBeforeTheyAreRead() {
    assertThat(refused(STUDY + "# " + "x".repeat(PlainYaml.MOST_BYTES)))
        .isEqualTo(
            "the study s.yaml is larger than 1,048,576 bytes, which no study is; check that it is"
                + " the right file");
    assertThatCode(() -> StudyLoader.language(Path.of("/dev/zero"), List.of()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"random_seed=*a", "random_seed=!!int 7"})
  void settingsOfTheCommandLineAreReadSoToo(String setting) {
    StudyProblem refused =
        catchThrowableOfType(StudyProblem.class, () -> StudyLoader.parse(STUDY, List.of(setting)));

    assertThat(InEnglish.told(refused)).startsWith("--set " + setting + ": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../up", "a/b", "a\\\\b", "..", ".hidden", "-rf", "/etc/passwd", "a\\0b", "a\\nb"})
  void namesThatLeadOutOfTheirDirectoryAreRefused(String name) {
    assertThat(refused(STUDY.replace("study: tiny", "study: \"" + name + "\"")))
        .startsWith("study: a name of up to 100 letters");
  }

  @Test
  void namesLongerThanThoseOfFilesAreRefused() {
    assertThat(refused(STUDY.replace("tiny", "я".repeat(101)))).startsWith("study: a name of up");
    assertThat(StudyLoader.parse(STUDY.replace("tiny", "я".repeat(100)), List.of()).study())
        .hasSize(100);
  }

  @Test
  void theEnvironmentIsNotRead() {
    String asked = "${HOME} $HOME %PATH% ${env:HOME}";
    Study study =
        StudyLoader.parse(
            STUDY
                + "        dialect: {missing_values: ['%s']}\n"
                    .formatted(asked)
                    .replace("        ", "      "),
            List.of("inputs.results[0].constants.procedure=${HOME}"));

    ResultsInput results = study.inputs().results().get(0);
    assertThat(results.dialect().missingValues()).contains(asked);
    assertThat(results.constants().procedure()).contains("${HOME}");
  }
}
