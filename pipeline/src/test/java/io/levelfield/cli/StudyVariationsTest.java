package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve schools of 100 pupils, of whom 5, 10, 15 … 60 stay below the minimum in two subjects. */
class StudyVariationsTest {
  private static final int SCHOOLS = 12;
  private static final int STEP = 5;

  @TempDir private Path directory;

  private Path study(String language) throws IOException {
    StringBuilder results = new StringBuilder("school,subject,participants,below\n");
    for (int school = 1; school <= SCHOOLS; school++) {
      for (String subject : List.of("a", "b")) {
        results.append("s%02d,%s,100,%d\n".formatted(school, subject, school * STEP));
      }
    }
    var files = new StudyFiles(directory);
    files.with("results.csv", results.toString());
    files.with(
        "study.yaml",
        """
        study: varied
        language: %s
        inputs:
          results:
            - path: results.csv
              shape: counts
              columns: {school_id: school, subject: subject, participants: participants, below_minimum: below}
              constants: {year: 2020, procedure: test}
        """
            .formatted(language));
    return files.path("study.yaml");
  }

  @Test
  void tellsWhoEntersAndLeavesAList() throws IOException {
    // The study's own list, at 0.30, has the schools from the sixth on.
    Path out = directory.resolve("out");
    Invocation varied =
        Invocation.of(
            "study",
            study("en").toString(),
            "--vary",
            "identify.low_result.share_below=0.30,0.40,0.20",
            "--out",
            out.toString());

    assertThat(varied.code()).as(varied.err()).isZero();
    String[] told = varied.out().split("identify\\.low_result\\.share_below=", -1);
    assertThat(told[1]).startsWith("0.30\n").contains(": 7, the same").doesNotContain("left:");
    assertThat(told[2]).startsWith("0.40\n").contains(": 5 instead of 7; left: s06, s07\n");
    assertThat(told[3]).startsWith("0.20\n").contains(": 9 instead of 7; entered: s04, s05\n");
    assertThat(Files.readAllLines(out.resolve("variation_lists.csv")))
        .contains(
            "1,low-result,identify.low_result.share_below=0.30,7,7,0,0,0,,0",
            "2,low-result,identify.low_result.share_below=0.40,7,5,0,2,0,,0",
            "3,low-result,identify.low_result.share_below=0.20,7,9,2,0,0,,0");
    assertThat(Files.readAllLines(out.resolve("variation_schools.csv")))
        .contains(
            "2,low-result,s06,,identify.low_result.share_below=0.40,left,",
            "3,low-result,s05,,identify.low_result.share_below=0.20,entered,");
  }

  @Test
  void combinesSettingsAndSpeaksTheStudysLanguage() throws IOException {
    Invocation varied =
        Invocation.of(
            "study",
            study("ru").toString(),
            "--vary=identify.low_result.share_below=0.20,0.40",
            "--vary=identify.low_result.procedures=1,2");

    assertThat(varied.code()).as(varied.err()).isZero();
    assertThat(varied.out())
        .contains("share_below=0.20 identify.low_result.procedures=1")
        .contains("share_below=0.40 identify.low_result.procedures=2")
        .contains("вышли: s06, s07");
  }

  @Test
  void tellsHowGroupsAndRanksChange() {
    Invocation varied =
        Invocation.of(
            "study",
            "../data-samples/safonovo/study.yaml",
            "--set=identify.simulation.districts=0",
            "--vary=context_index.weights=equal,pca");

    assertThat(varied.code()).as(varied.err()).isZero();
    String[] told = varied.out().split("context_index\\.weights=", -1);
    assertThat(told[1]).contains("(скорректированный индекс Рэнда): 1,00").doesNotContain("→");
    assertThat(told[2]).contains("место в индексе изменилось").contains("→");
  }

  @Test
  void refusesTooManyCombinationsAndSettingsThatAreNone() throws IOException {
    String study = study("en").toString();
    String ten = "1,2,3,4,5,6,7,8,9,10";

    Invocation tooMany =
        Invocation.of("study", study, "--vary=random_seed=" + ten, "--vary=clusters.k=" + ten);
    assertThat(tooMany.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(tooMany.err()).contains("more than 50 combinations");
    Invocation noValue = Invocation.of("study", study, "--vary=random_seed");
    assertThat(noValue.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(noValue.err()).contains("--vary random_seed");
    Invocation unknown = Invocation.of("study", study, "--vary=identify.low_resul=1,2");
    assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(unknown.err()).contains("low_result");
  }
}
