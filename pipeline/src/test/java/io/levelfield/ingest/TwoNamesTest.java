package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One subject or procedure under two names. */
class TwoNamesTest {
  private static final int SCHOOLS = 24;

  @TempDir private Path directory;
  private final List<ResultTally> tallies = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "Рус. язык, Русский язык, true",
    "Матем., Математика, true",
    "лит-ра, Литература, true",
    "ВПР, Всероссийские проверочные работы, true",
    "Химия, Физика, false",
    "Биология, География, false",
    "Английский язык, Немецкий язык, false"
  })
  void tellsShortNames(String name, String of, boolean isShort) {
    assertThat(TwoNames.isShort(name, of)).isEqualTo(isShort);
  }

  /** 2 of 5 and 2 of 5: C(3, 2) / C(5, 2) = 3 / 10. */
  @Test
  void reckonsTheChanceOfSetsApart() {
    assertThat(TwoNames.apartByChance(2, 2, 5)).isCloseTo(0.3, within(1e-12));
    assertThat(TwoNames.apartByChance(3, 3, 5)).isZero();
  }

  @Test
  void namesASubjectThatSomeSchoolsShorten() {
    everyoneTakes("Физика");
    for (int school = 0; school < SCHOOLS; school++) {
      take(school, school < 3 ? "Матем." : "Математика");
    }

    assertThat(notes())
        .singleElement()
        .asString()
        .contains("'Математика' (21 schools) and 'Матем.' (3 schools)")
        .contains("inputs.results[…].rename.subject: {\"Матем.\": \"Математика\"}");
    Collections.reverse(tallies);
    assertThat(notes()).hasSize(1);
  }

  @Test
  void namesTwoWordsThatTogetherAllSchoolsHave() {
    for (int school = 0; school < SCHOOLS; school++) {
      take(school, school % 2 == 0 ? "Информатика" : "ИКТ");
    }

    assertThat(notes()).hasSize(1);
  }

  /** Three of 24 take the one, two the other: apart with the chance .76. */
  @Test
  void electivesOfFewSchoolsAreNotOne() {
    everyoneTakes("Русский язык");
    for (int school = 0; school < 5; school++) {
      take(school, school < 3 ? "Французский язык" : "Немецкий язык");
    }

    assertThat(notes()).isEmpty();
  }

  /** Districts where schools offer electives, also such whose names begin alike. */
  @Test
  void soundElectivesAreNextToNeverTakenForOne() {
    List<Message> found = new ArrayList<>();
    for (int district = 0; district < 200; district++) {
      var random = new Random(district);
      tallies.clear();
      everyoneTakes("Математика");
      for (String elective : List.of("Химия", "Физика", "Физическая культура", "История")) {
        double share = random.nextDouble();
        for (int school = 0; school < SCHOOLS; school++) {
          if (random.nextDouble() < share) {
            take(school, elective);
          }
        }
      }
      found.addAll(TwoNames.notes(MeasureTakers.of(tallies)));
    }

    assertThat(found).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void renamedSubjectsAreOneExamination() {
    StudyFiles files =
        new StudyFiles(directory)
            .with("results.csv", "id,subject,score", "001,МАТЕМ.,40", "001,Математика,50")
            .with("minimums.csv", "subject,minimum", "Математика,45");
    StudyData data =
        IngestStudy.read(
            files,
            """
            inputs:
              results:
                - path: results.csv
                  shape: pupils
                  columns: {school_id: id, subject: subject, score: score}
                  constants: {year: 2018, procedure: exam}
                  rename: {subject: {Матем.: Математика}}
              minimums: [{path: minimums.csv, columns: {subject: subject, minimum: minimum}}]
            """);

    assertThat(data.tallies()).hasSize(1);
    assertThat(data.tallies().get(0).participants()).hasValue(2);
    assertThat(data.tallies().get(0).belowMinimum()).hasValue(1);
  }

  private void everyoneTakes(String subject) {
    for (int school = 0; school < SCHOOLS; school++) {
      take(school, subject);
    }
  }

  private void take(int school, String subject) {
    var scores = new ScoreHistogram();
    scores.add(50, 10);
    tallies.add(
        ResultTally.ofPupils(
            new TallyKey("s" + school, new Measure(2018, "exam", subject, "9")),
            scores,
            OptionalLong.empty(),
            OptionalLong.empty()));
  }

  private List<String> notes() {
    return InEnglish.of(TwoNames.notes(MeasureTakers.of(tallies)));
  }
}
