package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables with a column for each subject. */
class WideTablesTest {
  private static final String PUPILS =
      """
      inputs:
        results:
          - path: wide.csv
            shape: pupils
            columns:
              school_id: id
              pupil_id: pupil
              scores: {Русский язык: Рус. балл, Математика: Мат. балл}
            constants: {year: 2018, procedure: ЕГЭ}
            range: [0, 100]
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  @Test
  void aRowOfPupilsIsAResultForEachSubject() {
    files.with("wide.csv", "id,pupil,Рус. балл,Мат. балл", "1,a,60,", "1,b,70,50", "2,c,н/д,40");

    StudyData data = IngestStudy.read(files, PUPILS);

    assertThat(data.tallies())
        .extracting(
            ResultTally::schoolId,
            tally -> tally.measure().examination(),
            tally -> tally.participants().getAsLong())
        .containsExactly(
            tuple("1", "ЕГЭ Математика", 1L),
            tuple("1", "ЕГЭ Русский язык", 2L),
            tuple("2", "ЕГЭ Математика", 1L));
    assertThat(data.notes()).isEmpty();
  }

  @Test
  void aBadCellLosesItsOwnResultAndNamesItsColumn() {
    files.with(
        "wide.csv", "id,pupil,Рус. балл,Мат. балл", "1,a,60,abc", "1,b,101,50", ",c,1,1", "1,d");

    StudyData data = IngestStudy.read(files, PUPILS);

    assertThat(data.tallies())
        .extracting(tally -> tally.participants().getAsLong())
        .containsExactly(1L, 1L);
    assertThat(data.rejects())
        .extracting(
            Reject::line, Reject::column, Reject::value, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(2L, "Мат. балл", "abc", "not a number"),
            tuple(3L, "Рус. балл", "101", "outside the scale [0, 100]"),
            tuple(4L, "id", "", "empty; a value is expected"),
            tuple(5L, "", "", "2 fields where the header has 4 columns"));
    assertThat(data.files().get(0).rows()).isEqualTo(4);
    assertThat(data.files().get(0).rejected()).as("rows of which nothing is left").isEqualTo(2);
    assertThat(data.files().get(0).counted()).isEqualTo(2);
    assertThat(data.files().get(0).incomplete()).isEqualTo(2);
  }

  @Test
  void repeatsAreFoundBySubject() {
    files.with(
        "wide.csv", "id,pupil,Рус. балл,Мат. балл", "1,a,60,50", "1,a,60,55", "1,b,70,", "1,b,,40");

    StudyData data = IngestStudy.read(files, PUPILS);

    assertThat(data.tallies())
        .extracting(tally -> tally.measure().subject(), tally -> tally.participants().getAsLong())
        .containsExactly(tuple("Математика", 1L), tuple("Русский язык", 2L));
    assertThat(data.rejects())
        .extracting(Reject::line, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(2L, "contradicts the row at wide.csv, line 3; keep the right one"),
            tuple(3L, "contradicts the row at wide.csv, line 2; keep the right one"),
            tuple(3L, "repeats the row at wide.csv, line 2"));
  }

  @Test
  void readsMeansAndCountsByAPattern() {
    files.with(
        "wide.csv",
        "id,Средний балл рус,Средний балл мат,Писали рус,Писали мат",
        "1,60.5,40,20,10",
        "2,70,,30,");

    StudyData means =
        IngestStudy.read(
            files,
            """
            inputs:
              results:
                - path: wide.csv
                  shape: means
                  columns:
                    school_id: id
                    means: {pattern: "Средний балл *"}
                    participants: {pattern: Писали *}
                  constants: {year: 2018, procedure: ЕГЭ}
            """);

    assertThat(means.tallies())
        .extracting(
            ResultTally::schoolId,
            tally -> tally.measure().subject(),
            tally -> tally.mean().getAsDouble(),
            tally -> tally.participants().getAsLong())
        .containsExactly(
            tuple("1", "мат", 40.0, 10L),
            tuple("1", "рус", 60.5, 20L),
            tuple("2", "рус", 70.0, 30L));
  }

  @Test
  void readsCountsOfEachSubject() {
    files.with("wide.csv", "id,n,below_rus,below_math", "1,20,3,5", "2,30,40,6");

    StudyData data =
        IngestStudy.read(
            files,
            """
            inputs:
              results:
                - path: wide.csv
                  shape: counts
                  columns:
                    school_id: id
                    participants: n
                    below_minimum: {rus: below_rus, math: below_math}
                  constants: {year: 2018, procedure: ВПР}
            """);

    assertThat(data.tallies())
        .extracting(
            ResultTally::schoolId,
            tally -> tally.measure().subject(),
            tally -> tally.belowMinimum().getAsLong())
        .containsExactly(tuple("1", "math", 5L), tuple("1", "rus", 3L), tuple("2", "math", 6L));
    assertThat(data.rejects())
        .extracting(Reject::column, reject -> InEnglish.of(reject.reason()))
        .containsExactly(tuple("below_rus", "more than the 30 participants"));
  }

  @Test
  void refusesAPatternThatNoColumnFits() {
    files.with("wide.csv", "id,pupil,Рус. балл,Мат. балл", "1,a,60,50");
    String study =
        PUPILS.replace(
            "scores: {Русский язык: Рус. балл, Математика: Мат. балл}",
            "scores: {pattern: \"Балл *\"}");

    assertThatThrownBy(() -> IngestStudy.read(files, study))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .isEqualTo(
            "inputs.results[0]: wide.csv: no column fits the pattern 'Балл *'; it has: id, pupil,"
                + " Рус. балл, Мат. балл");
  }

  /**
   * Wide or long, the same cells give the same results, rejects of each cell included; a long table
   * lists who was to sit an examination, of a wide one the study says so.
   */
  @RepeatedTest(20)
  void wideWrittenLongIsTheSame() {
    var random = new Random();
    List<String> wide = new ArrayList<>(List.of("id,pupil,Рус. балл,Мат. балл"));
    List<String> longer = new ArrayList<>(List.of("id,pupil,subject,score"));
    for (int pupil = 0; pupil < 60; pupil++) {
      String who = "s" + random.nextInt(4) + ",p" + random.nextInt(55);
      String rus = score(random);
      String math = score(random);
      wide.add(who + "," + rus + "," + math);
      longer.add(who + ",Русский язык," + rus);
      longer.add(who + ",Математика," + math);
    }
    files.with("wide.csv", wide.toArray(String[]::new));
    files.with("long.csv", longer.toArray(String[]::new));
    String longStudy =
        PUPILS
            .replace("wide.csv", "long.csv")
            .replace(
                "scores: {Русский язык: Рус. балл, Математика: Мат. балл}",
                "subject: subject\n        score: score");

    StudyData ofWide =
        IngestStudy.read(
            files,
            PUPILS
                + "outcome: {compulsory: [{procedure: ЕГЭ}]}\nquality: {participation: {seen_elsewhere: false}}\n");
    StudyData ofLong = IngestStudy.read(files, longStudy);

    assertThat(ofWide.tallies()).as(wide.toString()).isEqualTo(ofLong.tallies());
    assertThat(ofWide.rejects().stream().map(Reject::line).distinct().toList())
        .as("line 2 and 3 of the long file are line 2 of the wide one")
        .isEqualTo(
            ofLong.rejects().stream().map(reject -> reject.line() / 2 + 1).distinct().toList());
  }

  private static String score(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> "н/д";
      case 2 -> "101";
      default -> Integer.toString(random.nextInt(101));
    };
  }
}
