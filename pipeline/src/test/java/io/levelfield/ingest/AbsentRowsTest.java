package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsentRowsTest {
  private static final String LONG =
      """
      inputs:
        results:
          - path: results.csv
            shape: pupils
            columns: {school_id: school, subject: subject, score: score}
            constants: {procedure: EX, year: 2024}
      """;
  private static final String WIDE =
      """
      inputs:
        results:
          - path: results.csv
            shape: pupils
            columns: {school_id: school, scores: {maths: maths, physics: physics}}
            constants: {procedure: EX, year: 2024}
      """;
  private static final String COMPULSORY_MATHS = "outcome: {compulsory: [{subject: maths}]}\n";
  private static final Measure MATHS = new Measure(2024, "EX", "maths", "");
  private static final Measure PHYSICS = new Measure(2024, "EX", "physics", "");

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  @Test
  void aPupilListedWithoutAScoreShouldHaveSatTheExamination() {
    listed();

    StudyData data = IngestStudy.read(files, LONG);

    assertThat(tally(data, "1", MATHS).participants()).hasValue(2);
    assertThat(tally(data, "1", MATHS).enrolled()).hasValue(3);
    assertThat(tally(data, "2", MATHS).enrolled()).as("all took it").hasValue(1);
    assertThat(tally(data, "1", PHYSICS).enrolled()).as("takers only are listed").isEmpty();
  }

  @Test
  void theStudyMaySayThatEmptyScoresTellNothingOrOnlyInCompulsoryExaminations() {
    listed();

    String setting = "quality: {participation: {empty_scores: %s}}\n";
    StudyData none = IngestStudy.read(files, LONG + String.format(setting, "none"));
    StudyData compulsory = IngestStudy.read(files, LONG + String.format(setting, "compulsory"));
    StudyData maths =
        IngestStudy.read(files, LONG + String.format(setting, "compulsory") + COMPULSORY_MATHS);

    assertThat(none.tallies()).allMatch(tally -> tally.enrolled().isEmpty());
    assertThat(compulsory.tallies()).isEqualTo(none.tallies());
    assertThat(tally(maths, "1", MATHS).enrolled()).hasValue(3);
  }

  @Test
  void inAWideTableOnlyWhoLacksACompulsoryExaminationIsAbsent() {
    files.with("results.csv", "school,maths,physics", "1,5,3", "1,,4", "1,4,", "1,4,");

    StudyData unsaid = IngestStudy.read(files, WIDE);
    StudyData said = IngestStudy.read(files, WIDE + COMPULSORY_MATHS);

    assertThat(unsaid.tallies()).allMatch(tally -> tally.enrolled().isEmpty());
    assertThat(tally(said, "1", MATHS).enrolled()).hasValue(4);
    assertThat(tally(said, "1", PHYSICS).enrolled()).isEmpty();
  }

  /** Absent on the day, then there on a later one; or listed twice and never there. */
  @Test
  void aPupilIsAbsentOnceAndNotWhereAnotherRowHasTheScore() {
    files.with(
        "results.csv",
        "school,subject,score,pupil",
        "1,maths,,a",
        "1,maths,5,a",
        "1,maths,,b",
        "1,maths,,b",
        "1,maths,4,c");

    StudyData data =
        IngestStudy.read(files, LONG.replace("score: score", "score: score, pupil_id: pupil"));

    assertThat(tally(data, "1", MATHS).participants()).hasValue(2);
    assertThat(tally(data, "1", MATHS).enrolled()).hasValue(3);
    assertThat(data.rejects()).isEmpty();
  }

  @Test
  void aMarkSaysThatThePupilSatIt() {
    files.with(
        "results.csv", "school,subject,score,mark", "1,maths,5,4", "1,maths,,3", "1,maths,,");

    StudyData data =
        IngestStudy.read(files, LONG.replace("score: score", "score: score, mark: mark"));

    assertThat(tally(data, "1", MATHS).enrolled()).hasValue(2);
  }

  @Test
  void whereNobodyTookItThereIsNoResult() {
    files.with("results.csv", "school,subject,score", "1,maths,5", "2,maths,", "2,maths,");

    assertThat(IngestStudy.read(files, LONG).tallies())
        .extracting(ResultTally::schoolId)
        .containsExactly("1");
  }

  private void listed() {
    files.with(
        "results.csv",
        "school,subject,score",
        "1,maths,5",
        "1,maths,",
        "1,maths,4",
        "2,maths,3",
        "1,physics,3");
  }

  private static ResultTally tally(StudyData data, String school, Measure measure) {
    return IngestStudy.tally(data, school, measure);
  }
}
