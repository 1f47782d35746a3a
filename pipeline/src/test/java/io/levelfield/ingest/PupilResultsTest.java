package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PupilResultsTest {
  private static final String PUPILS =
      """
      inputs:
        results:
          - path: "*results*.csv"
            shape: pupils
            columns: {school_id: school, year: year, subject: subject, score: score}
            constants: {procedure: ЕГЭ}
            range: [0, 100]
      """;
  private static final String HEADER = "school,year,subject,score";
  private static final Measure MATHS = new Measure(2018, "ЕГЭ", "maths", "");

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  @Test
  void foldsPupilsIntoTheTallyOfTheirSchool() {
    files.with(
        "results.csv", HEADER, "001,2018,maths,40", "001,2018,maths,60", "001,2018,maths,\"50,0\"");

    ResultTally tally =
        IngestStudy.tally(
            IngestStudy.read(files, PUPILS.replace("range: [0, 100]", "dialect: {decimal: \",\"}")),
            "001");

    assertThat(tally.participants()).hasValue(3);
    assertThat(tally.mean()).hasValue(50);
    assertThat(tally.sd()).hasValue(10);
    assertThat(tally.belowMinimum()).as("no minimum is known").isEmpty();
  }

  @Test
  void aMissingScoreIsAPupilWhoDidNotTakeIt() {
    files.with("results.csv", HEADER, "001,2018,maths,40", "001,2018,maths,", "001,2018,maths,н/д");

    StudyData data = IngestStudy.read(files, PUPILS);

    assertThat(IngestStudy.tally(data, "001").participants()).hasValue(1);
    assertThat(data.rejects()).isEmpty();
    assertThat(data.files().get(0).rows()).isEqualTo(3);
  }

  @Test
  void aMarkOfNoScaleTellsThatColumnsAreSwapped() {
    files.with("results.csv", "school,score,mark", "001,3,40", "001,5,92", "001,62,4", "001,7,10");
    String marked =
        PUPILS
            .replace("year: year, subject: subject, score: score", "score: score, mark: mark")
            .replace("procedure: ЕГЭ", "procedure: ЕГЭ, year: 2018, subject: maths");

    StudyData swapped = IngestStudy.read(files, marked);
    StudyData otherScale =
        IngestStudy.read(
            files, marked.replace("range: [0, 100]", "failing_mark: 49\n      top_mark: 80"));

    assertThat(swapped.rejects()).extracting(Reject::line).containsExactly(2L, 3L);
    assertThat(InEnglish.of(swapped.rejects().get(0).reason()))
        .contains("more than twice top_mark (5)", "swapped");
    assertThat(IngestStudy.tally(swapped, "001").top()).hasValue(1);
    assertThat(otherScale.rejects()).isEmpty();
    assertThat(IngestStudy.tally(otherScale, "001").top()).hasValue(1);
  }

  @Test
  void keepsLeadingZerosAlsoAsExcelWritesThem() {
    files.with(
        "results.csv", HEADER, "=\"007\",2018,maths,1", "007,2018,maths,2", "7,2018,maths,3");

    StudyData data = IngestStudy.read(files, PUPILS);

    assertThat(IngestStudy.tally(data, "007", MATHS).participants()).hasValue(2);
    assertThat(IngestStudy.tally(data, "7", MATHS).participants()).hasValue(1);
  }

  @Test
  void rejectsRowsWithFileLineColumnValueAndReason() {
    files.with("schools.csv", "id", "001");
    files.with(
        "results.csv",
        HEADER,
        "001,2018,maths,abc",
        "001,2018,maths,101",
        "001,18th,maths,50",
        "001,2018,,50",
        ",2018,maths,50",
        "999,2018,maths,50",
        "001,2018",
        "001,2018,maths,50,,,",
        "001,2018,maths,50,extra",
        "x".repeat(1001) + ",2018,maths,50");

    StudyData data =
        IngestStudy.read(
            files, PUPILS + "  schools:\n    - {path: schools.csv, columns: {school_id: id}}\n");

    assertThat(data.rejects()).allMatch(reject -> reject.file().equals("results.csv"));
    assertThat(data.rejects())
        .extracting(
            Reject::line, Reject::column, Reject::value, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(2L, "score", "abc", "not a number"),
            tuple(3L, "score", "101", "outside the scale [0, 100]"),
            tuple(
                4L,
                "year",
                "18th",
                "a year is expected, e.g. 2018, or a school year, e.g. 2017/18"),
            tuple(5L, "subject", "", "empty; a value is expected"),
            tuple(6L, "school", "", "empty; a value is expected"),
            tuple(7L, "school", "999", "no such school in the register"),
            tuple(8L, "", "", "2 fields where the header has 4 columns"),
            tuple(10L, "", "", "5 fields where the header has 4 columns"),
            tuple(
                11L,
                "school",
                "x".repeat(300) + "…",
                "longer than 1000 characters; is a quote amiss?"));
    assertThat(data.rejects().get(0).raw()).isEqualTo("001;2018;maths;abc");
    assertThat(IngestStudy.tally(data, "001").participants()).hasValue(1);
  }

  @Test
  void refusesMoreRejectsThanTheStudyTolerates() {
    files.with("results.csv", HEADER, "001,2018,maths,abc", "001,2018,maths,1", "001,2018,maths,2");

    assertThatThrownBy(() -> IngestStudy.read(files, PUPILS + "max_rejects: 0.33"))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith(
            "inputs.results[0]: 1 of 3 rows rejected, more than max_rejects 0.33 allows:\n"
                + "  1 × results.csv, line 2, column score, value 'abc': not a number");
    assertThat(IngestStudy.read(files, PUPILS + "max_rejects: 0.34").rejects()).hasSize(1);
  }

  @Test
  void countsByTheMostSpecificMinimum() {
    files.with(
        "results.csv",
        HEADER,
        "001,2018,maths,26",
        "001,2018,maths,27",
        "001,2018,maths,90",
        "001,2018,physics,35",
        "001,2017,maths,26");
    files.with(
        "minimums.csv", "subject,year,minimum,top", ",,36,80", "maths,,25,", "maths,2018,27,90");

    StudyData data =
        IngestStudy.read(
            files,
            PUPILS
                + """
                    minimums:
                      - path: minimums.csv
                        columns: {subject: subject, year: year, minimum: minimum, top: top}
                  """);

    ResultTally maths = IngestStudy.tally(data, "001", MATHS);
    assertThat(maths.belowMinimum()).as("27 in 2018 is a pass").hasValue(1);
    assertThat(maths.top()).hasValue(1);
    ResultTally earlier = IngestStudy.tally(data, "001", new Measure(2017, "ЕГЭ", "maths", ""));
    assertThat(earlier.belowMinimum()).hasValue(0);
    assertThat(earlier.top()).as("the row of maths names no top score").isEmpty();
    assertThat(
            IngestStudy.tally(data, "001", new Measure(2018, "ЕГЭ", "physics", "")).belowMinimum())
        .hasValue(1);
  }

  @Test
  void marksPrevailOverMinimumsWhereEveryPupilHasOne() {
    files.with(
        "results.csv",
        "school,year,subject,score,mark",
        "001,2018,maths,30,2",
        "001,2018,maths,40,5",
        "002,2018,maths,30,2",
        "002,2018,maths,40,");
    files.with("minimums.csv", "minimum", "50");

    StudyData data =
        IngestStudy.read(
            files,
            PUPILS.replace("score: score", "score: score, mark: mark")
                + "  minimums:\n    - {path: minimums.csv, columns: {minimum: minimum}}\n");

    assertThat(IngestStudy.tally(data, "001").belowMinimum()).hasValue(1);
    assertThat(IngestStudy.tally(data, "001").top()).hasValue(1);
    assertThat(IngestStudy.tally(data, "002").belowMinimum()).as("by the minimum").hasValue(2);
  }

  @Test
  void ofMinimumsThatFitAlikeTheOrderOfRowsDoesNotDecide() {
    files.with("results.csv", HEADER, "001,2018,maths,26");
    String minimums =
        PUPILS
            + """
                minimums:
                  - path: minimums.csv
                    columns: {subject: subject, year: year, minimum: minimum}
              """;

    files.with("minimums.csv", "subject,year,minimum", "maths,,20", ",2018,30");
    assertThat(IngestStudy.tally(IngestStudy.read(files, minimums), "001").belowMinimum())
        .hasValue(0);
    files.with("minimums.csv", "subject,year,minimum", ",2018,30", "maths,,20");
    assertThat(IngestStudy.tally(IngestStudy.read(files, minimums), "001").belowMinimum())
        .hasValue(0);
  }

  @Test
  void aPupilOfTwoInputsCountsOnce() {
    files.with("2018.csv", "school,subject,score,pupil", "001,maths,30,a", "001,maths,40,b");
    files.with(
        "all.csv",
        "school,year,subject,score,pupil",
        "001,2018,maths,30,a",
        "001,2018,maths,50,b",
        "001,2017,maths,30,a",
        "002,2018,maths,60,a");
    String both =
        """
        inputs:
          results:
            - path: 2018.csv
              shape: pupils
              columns: {school_id: school, subject: subject, score: score, pupil_id: pupil}
              constants: {procedure: ЕГЭ, year: 2018}
            - path: all.csv
              shape: pupils
              columns: {school_id: school, year: year, subject: subject, score: score, pupil_id: pupil}
              constants: {procedure: ЕГЭ}
        """;

    StudyData data = IngestStudy.read(files, both);

    assertThat(data.rejects())
        .extracting(Reject::file, Reject::line, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple("2018.csv", 3L, "contradicts the row at all.csv, line 3; keep the right one"),
            tuple("all.csv", 2L, "repeats the row at 2018.csv, line 2"),
            tuple("all.csv", 3L, "contradicts the row at 2018.csv, line 3; keep the right one"));
    assertThat(IngestStudy.tally(data, "001", MATHS).participants()).hasValue(1);
  }

  @Test
  void rejectsCopiesOfAPupilsRow() {
    files.with(
        "results.csv",
        "school,year,subject,score,pupil",
        "001,2018,maths,30,a",
        "001,2018,maths,30,a",
        "001,2018,maths,40,b",
        "001,2018,maths,50,b",
        "002,2018,maths,30,a");

    StudyData data =
        IngestStudy.read(files, PUPILS.replace("score: score", "score: score, pupil_id: pupil"));

    assertThat(data.rejects())
        .extracting(Reject::line, Reject::value, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(3L, "***", "repeats the row at results.csv, line 2"),
            tuple(4L, "***", "contradicts the row at results.csv, line 5; keep the right one"),
            tuple(5L, "***", "contradicts the row at results.csv, line 4; keep the right one"));
    assertThat(IngestStudy.tally(data, "001").participants()).hasValue(1);
  }

  @Test
  void aFileCountsOnceHoweverManyInputsReadIt() {
    files.with("results.csv", "school,year,subject,score,oral", "001,2018,maths,40,3");
    String again =
        PUPILS
            + """
                  - path: ./results.csv
                    shape: pupils
                    columns: {school_id: school, year: year, subject: subject, score: oral}
                    constants: {procedure: PROCEDURE}
              """;

    assertThat(IngestStudy.read(files, again.replace("PROCEDURE", "oral")).tallies()).hasSize(2);
    assertThatThrownBy(() -> IngestStudy.read(files, again.replace("PROCEDURE", "ЕГЭ")))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(
            "inputs.results[1]: ./results.csv gives pupils of school 001 for 2018 ЕГЭ maths, as it"
                + " did for an input before; keep one");
  }

  @Test
  void talliesAreTheSameHoweverRowsAreOrderedAndFilesCut() {
    var random = new Random(1);
    List<String> rows = new ArrayList<>();
    Map<String, Integer> pupils = new TreeMap<>();
    for (int pupil = 0; pupil < 200; pupil++) {
      String school = "00" + random.nextInt(5);
      pupils.merge(school, 1, Integer::sum);
      String score = random.nextInt(4) == 0 ? "" : String.valueOf(random.nextInt(1000) / 10.0);
      rows.add(school + ",2018,maths," + score);
    }
    files.with("results.csv", csv(rows));
    StudyData whole = IngestStudy.read(files, PUPILS);

    Collections.shuffle(rows, random);
    for (int third = 0; third < 3; third++) {
      files.with(
          "cut/results-" + third + ".csv",
          csv(rows.subList(67 * third, Math.min(200, 67 * third + 67))));
    }
    StudyData cut = IngestStudy.read(files, PUPILS.replace("*results*", "cut/*"));

    assertThat(cut.tallies()).isEqualTo(whole.tallies()).hasSize(5);
    assertThat(whole.tallies())
        .allMatch(t -> t.participants().orElseThrow() <= pupils.get(t.schoolId()));
  }

  private static String[] csv(List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    lines.addAll(rows);
    return lines.toArray(String[]::new);
  }
}
