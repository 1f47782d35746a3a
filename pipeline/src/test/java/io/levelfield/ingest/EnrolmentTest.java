package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.StudyProblem;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentTest {
  private static final String STUDY =
      """
      inputs:
        results:
          - path: results.csv
            shape: counts
            columns: {school_id: school, year: year, subject: subject, participants: n, below_minimum: below, enrolled: all}
            constants: {procedure: EX, grade: "9"}
        context:
          - path: passports.csv
            columns: {school_id: school, year: year}
            enrolled:
              - {grade: "9", subject: maths, column: ninth}
      context_index:
        indicators:
          poor: {direction: unfavourable}
      """;
  private static final String COMPULSORY =
      "outcome: {compulsory: [{subject: maths}, {subject: language}]}\n";

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  @Test
  void thePassportOfTheYearTellsHowManyShouldHaveSatWhatItsColumnSpeaksOf() {
    files
        .with(
            "results.csv",
            "school,year,subject,n,below,all",
            "1,2024,maths,30,3,",
            "1,2024,physics,10,1,",
            "1,2023,maths,30,3,",
            "2,2024,maths,20,2,",
            "3,2024,maths,20,2,25",
            "4,2024,maths,20,2,22")
        .with(
            "passports.csv",
            "school,year,poor,ninth",
            "1,2024,5,40",
            "2,2024,5,",
            "3,2024,5,24",
            "4,2024,5,24");

    StudyData data = IngestStudy.read(files, STUDY);

    assertThat(enrolled(data, "1", "maths", 2024)).hasValue(40);
    assertThat(enrolled(data, "1", "physics", 2024)).as("not named").isEmpty();
    assertThat(enrolled(data, "1", "maths", 2023)).as("another year").isEmpty();
    assertThat(enrolled(data, "2", "maths", 2024)).as("an empty cell").isEmpty();
    assertThat(enrolled(data, "3", "maths", 2024)).as("the larger number").hasValue(25);
    assertThat(enrolled(data, "4", "maths", 2024)).as("the larger number").hasValue(24);
    assertThat(data.passports()).allMatch(passport -> passport.values().size() == 1);
  }

  @Test
  void anEnrolmentThatIsNoCountIsLostAndTheRestOfThePassportIsNot() {
    files
        .with("results.csv", "school,year,subject,n,below,all", "1,2024,maths,30,3,")
        .with("passports.csv", "school,year,poor,ninth", "1,2024,5,many");

    StudyData data = IngestStudy.read(files, STUDY);

    assertThat(data.rejects())
        .extracting(Reject::column, Reject::value)
        .containsExactly(tuple("ninth", "many"));
    assertThat(data.passports()).hasSize(1);
    assertThat(enrolled(data, "1", "maths", 2024)).isEmpty();
  }

  @Test
  void whoSatOneCompulsoryExaminationShouldHaveSatTheOther() {
    elsewhere("1,2024,maths,30,3,", "1,2024,language,40,3,", "1,2024,physics,10,1,");

    StudyData unsaid = IngestStudy.read(files, STUDY);
    StudyData said = IngestStudy.read(files, STUDY + COMPULSORY);
    StudyData off =
        IngestStudy.read(
            files, STUDY + COMPULSORY + "quality: {participation: {seen_elsewhere: false}}\n");

    assertThat(enrolled(unsaid, "1", "maths", 2024)).isEmpty();
    assertThat(off.tallies()).isEqualTo(unsaid.tallies());
    assertThat(enrolled(said, "1", "maths", 2024)).hasValue(40);
    assertThat(enrolled(said, "1", "language", 2024)).as("how many more is not known").isEmpty();
    assertThat(enrolled(said, "1", "physics", 2024)).as("an elective").isEmpty();
    assertThat(enrolled(said, "2", "maths", 2024)).isEmpty();
  }

  /** As of mathematics at two levels: over all schools 170 of 210 took it. */
  @Test
  void anExaminationThatManyDoNotTakeIsNotOneThatAllShouldHaveSat() {
    elsewhere("1,2024,maths,20,3,", "1,2024,language,60,3,", "1,2024,physics,10,1,");

    assertThat(enrolled(IngestStudy.read(files, STUDY + COMPULSORY), "1", "maths", 2024)).isEmpty();
  }

  @Test
  void rowsOfPupilsHoldNoEnrolment() {
    assertThatThrownBy(
            () ->
                IngestStudy.read(
                    files,
                    STUDY.replace(
                        "- path: passports.csv", "- path: passports.csv\n      shape: pupils")))
        .isInstanceOf(StudyProblem.class)
        .extracting(e -> ((StudyProblem) e).told().toString())
        .asString()
        .contains("inputs.context[0].enrolled");
  }

  /** Rows of school 1 beside a school of 150 pupils, all of whom took both examinations. */
  private void elsewhere(String... rows) {
    String[] lines = new String[rows.length + 3];
    lines[0] = "school,year,subject,n,below,all";
    lines[1] = "2,2024,maths,150,9,";
    lines[2] = "2,2024,language,150,9,";
    System.arraycopy(rows, 0, lines, 3, rows.length);
    files
        .with("results.csv", lines)
        .with("passports.csv", "school,year,poor,ninth", "1,2024,5,", "2,2024,5,");
  }

  private static OptionalLong enrolled(StudyData data, String school, String subject, int year) {
    return IngestStudy.tally(data, school, new Measure(year, "EX", subject, "9")).enrolled();
  }
}
