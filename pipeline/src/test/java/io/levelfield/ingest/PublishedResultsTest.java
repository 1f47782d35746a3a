package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.input.Reject;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.StudyProblem;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedResultsTest {
  private static final String COUNTS =
      """
      inputs:
        results:
          - path: results.csv
            shape: counts
            columns: {school_id: id, participants: n, below_minimum: below, top: top}
            constants: {year: 2018, procedure: ОГЭ, subject: maths}
      """;
  private static final String MEANS =
      """
      inputs:
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, mean: mean, participants: n, sd: sd}
            constants: {year: 2018}
            range: [0, 100]
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  @Test
  void readsCounts() {
    files.with("results.csv", "id,n,below,top", "1,20,3,5", "2,0,,", "3,,,");

    StudyData data = IngestStudy.read(files, COUNTS);

    assertThat(data.tallies()).as("nobody took it in schools 2 and 3").hasSize(1);
    ResultTally tally = IngestStudy.tally(data, "1");
    assertThat(tally.participants()).hasValue(20);
    assertThat(tally.belowMinimum()).hasValue(3);
    assertThat(tally.top()).hasValue(5);
    assertThat(tally.mean()).isEmpty();
  }

  @Test
  void readsHowManyShouldHaveTakenIt() {
    files.with("results.csv", "id,n,below,top,all", "1,15,3,5,20", "2,15,3,5,", "3,15,3,5,0");

    StudyData data = IngestStudy.read(files, COUNTS.replace("top: top", "top: top, enrolled: all"));

    assertThat(IngestStudy.tally(data, "1").enrolled()).hasValue(20);
    assertThat(IngestStudy.tally(data, "1").participation()).hasValue(0.75);
    assertThat(IngestStudy.tally(data, "2").participation()).as("not said").isEmpty();
    assertThat(IngestStudy.tally(data, "3").participation()).as("not known").isEmpty();
  }

  @Test
  void enrolmentOfPupilsRowsIsRefused() {
    assertThatThrownBy(
            () ->
                IngestStudy.read(
                    files,
                    """
                    inputs:
                      results:
                        - path: results.csv
                          shape: pupils
                          columns: {school_id: id, score: score, enrolled: all}
                          constants: {year: 2018}
                    """))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("columns.enrolled: enrolment belongs to tables of schools");
  }

  @Test
  void rejectsPerCentWhereACountIsExpected() {
    files.with("results.csv", "id,n,below,top", "1,50,24%,5", "2,50,24 %,5", "3,50,24,5");

    assertThat(IngestStudy.read(files, COUNTS).rejects())
        .extracting(Reject::line, Reject::value, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(
                2L,
                "24%",
                "per cent where a number of pupils is expected; map a column of counts, or turn"
                    + " the shares into counts"),
            tuple(
                3L,
                "24 %",
                "per cent where a number of pupils is expected; map a column of counts, or turn"
                    + " the shares into counts"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4,50001E+11", "1E+15", "05.дек", "12.май", "дек.45", "5-Dec", "May-12"})
  void rejectsCodesThatASpreadsheetHasSpoilt(String code) {
    files.with("results.csv", "id,n,below,top", "\"" + code + "\",50,24,5", "05-12,50,24,5");

    assertThat(IngestStudy.read(files, COUNTS).rejects())
        .extracting(Reject::value, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(
                code,
                "a spreadsheet has spoilt this code, whose digits are lost; export the column as"
                    + " text"));
  }

  @Test
  void readsTheSpreadOfAllPupils() {
    files.with("results.csv", "id,mean,n,sd,all", "1,50,20,,12.5", "2,60,30,,12.5");

    StudyData data = IngestStudy.read(files, MEANS.replace("sd: sd", "sd: sd, sd_overall: all"));

    assertThat(data.overallSds()).containsExactly(entry(data.tallies().get(0).measure(), 12.5));
    assertThat(IngestStudy.tally(data, "1").sd()).isEmpty();
  }

  @Test
  void rejectsCountsThatCannotBe() {
    files.with(
        "results.csv",
        "id,n,below,top",
        "1,20,21,0",
        "2,20,1.5,0",
        "3,-4,0,0",
        "4,9e12,0,0",
        "5,20,3,21",
        "6,20,3,5",
        "6,20,3,5");

    assertThat(IngestStudy.read(files, COUNTS).rejects())
        .extracting(Reject::line, Reject::column, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(2L, "below", "more than the 20 participants"),
            tuple(3L, "below", "a whole number from 0 to 1000000000000 is expected"),
            tuple(4L, "n", "a whole number from 0 to 1000000000000 is expected"),
            tuple(5L, "n", "a whole number from 0 to 1000000000000 is expected"),
            tuple(6L, "top", "more than the 20 participants"),
            tuple(8L, "id", "repeats the row at results.csv, line 7"));
  }

  @Test
  void aColumnOfCountsThatIsCalledPerCentIsNamed() {
    files.with("results.csv", "id,n,\"below, %\",top", "1,20,3,0", "2,20,4,1");

    assertThat(
            InEnglish.of(
                IngestStudy.read(
                        files, COUNTS.replace("below_minimum: below", "below_minimum: 'below, %'"))
                    .notes()))
        .anyMatch(note -> note.contains("column 'below, %' is called a share or per cent"));
  }

  @Test
  void readsMeansAndNotesWhatTheStudyDoesNotName() {
    files.with("results.csv", "id,mean,n,sd", "1,55.5,20,9", "2,60,,", "3,,20,9", "4,60,0,");

    StudyData data = IngestStudy.read(files, MEANS);

    assertThat(data.tallies()).extracting(ResultTally::schoolId).containsExactly("1", "2");
    assertThat(IngestStudy.tally(data, "1").sd()).hasValue(9);
    assertThat(IngestStudy.tally(data, "2").participants()).isEmpty();
    assertThat(InEnglish.of(data.notes()))
        .containsExactly(
            "inputs.results[0] names no procedure and subject; all its rows are taken for one");
  }

  @Test
  void rejectsMeansThatCannotBe() {
    files.with("results.csv", "id,mean,n,sd", "1,100.5,20,9", "2,60,5,-1", "3,NaN,5,1", "4,1,5,1");

    assertThat(IngestStudy.read(files, MEANS).rejects())
        .extracting(
            Reject::line, Reject::column, Reject::value, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(2L, "mean", "100.5", "outside the scale [0, 100]"),
            tuple(3L, "sd", "-1", "a standard deviation is not negative"),
            tuple(4L, "mean", "NaN", "not a number"));
  }
}
