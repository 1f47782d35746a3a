package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.DiagnosticAnswers;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of diagnostics, counted by school and topic. */
class DiagnosticsInputTest {
  private static final String BASE =
      """
      inputs:
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, mean: m}
            constants: {year: 2018, procedure: ВПР, subject: Математика}
        diagnostics:
      """;

  @TempDir private Path directory;

  private StudyData read(String input, String... rows) {
    StudyFiles files = new StudyFiles(directory).with("results.csv", "id,m", "001,5", "002,6");
    files.with("answers.csv", rows);
    return IngestStudy.read(files, BASE + input);
  }

  @Test
  void scoresBelowTheCutAreDifficulties() {
    StudyData data =
        read(
            """
                - path: answers.csv
                  cut: 50
                  columns: {school_id: id, teacher_id: t, year: y, subject: s, topic: topic, score: p}
            """,
            "id,t,y,s,topic,p",
            "001,a,2017/18,математика,Геометрия,\"49,9\"",
            "001,b,2017/18,математика,геометрия,50",
            "001,c,2017/18,математика,Геометрия,",
            "001,d,2017/18,математика,Геометрия,0",
            "002,a,2018,,Геометрия,70",
            "009,secret,2018,,Геометрия,70");

    assertThat(data.support().diagnostics())
        .containsExactly(
            new DiagnosticAnswers("002", 2018, "", "Геометрия", 1, 0),
            new DiagnosticAnswers("001", 2018, "Математика", "Геометрия", 3, 2));
    assertThat(data.rejects()).hasSize(1);
    assertThat(data.toString()).doesNotContain("secret");
  }

  @Test
  void topicsSpeltAlikeAndSubjectsOfNoExaminationAreNamed() {
    StudyData data =
        read(
            """
                - path: answers.csv
                  columns: {school_id: id, subject: s, topic: topic, difficulty: hard}
                  constants: {year: 2018}
            """,
            "id,s,topic,hard",
            "001,Математика,геометрия,да",
            "002,Математика,гeометрия.,да",
            "001,Матем.,дроби,да");

    assertThat(InEnglish.of(data.notes()))
        .anyMatch(note -> note.contains("\"гeометрия.\", \"геометрия\""))
        .anyMatch(note -> note.contains("no examination has: Матем."));
  }

  @Test
  void aSchoolThatSaysYesAndNoSaysNothing() {
    StudyData data =
        read(
            """
                - path: answers.csv
                  columns: {school_id: id, topic: topic, difficulty: hard}
                  constants: {year: 2018, subject: физика}
            """,
            "id,topic,hard",
            "001,оптика,да",
            "001,оптика,да",
            "001,механика,да",
            "001,механика,нет",
            "002,оптика,нет");

    assertThat(data.support().diagnostics())
        .containsExactly(
            new DiagnosticAnswers("001", 2018, "физика", "оптика", 1, 1),
            new DiagnosticAnswers("002", 2018, "физика", "оптика", 1, 0));
    assertThat(data.rejects()).hasSize(3);
  }
}
