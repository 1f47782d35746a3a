package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statistics of marks, results by class, and figures suppressed. */
class MarksAndClassesTest {
  private static final String MARKS =
      """
      inputs:
        results:
          - path: marks.csv
            shape: marks
            columns:
              school_id: id
              participants: n
              marks: {2: m2, 3: m3, 4: m4, 5: m5}
            constants: {year: 2018, procedure: ВПР, subject: maths, grade: 5}
      """;
  private static final String COUNTS =
      """
      inputs:
        results:
          - path: results.csv
            shape: counts
            columns: {school_id: id, grade: grade, participants: n, below_minimum: below}
            constants: {year: 2018, procedure: ВПР, subject: maths}
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  @Test
  void readsCountsAndPerCentOfMarks() {
    files.with(
        "marks.csv",
        "id,n,m2,m3,m4,m5",
        "1,20,2,8,6,4",
        "2,20,10,40,30,20",
        "4,20,10%,40%,30%,20%",
        "5,7,14.3,28.6,28.6,28.6",
        "6,20,,10,10,",
        "7,0,,,,",
        "8,20,,,,");

    StudyData data = IngestStudy.read(files, MARKS);

    assertThat(data.rejects()).isEmpty();
    assertThat(data.tallies()).extracting(ResultTally::schoolId).doesNotContain("7", "8");
    List.of("1", "2", "4").forEach(school -> requireTwoOfTwenty(data, school));
    assertThat(IngestStudy.tally(data, "5").belowMinimum()).hasValue(1);
    assertThat(IngestStudy.tally(data, "5").top()).hasValue(2);
    assertThat(IngestStudy.tally(data, "6").belowMinimum()).hasValue(0);
  }

  /** Totals of a grade are its whole, those of several grades or subjects are nothing. */
  @Test
  void totalsOfClassesAreTheWholeGrade() {
    String byClass =
        MARKS
            .replace("participants: n", "participants: n\n        grade: class\n        subject: s")
            .replace(", subject: maths, grade: 5", "");
    files.with(
        "marks.csv",
        "id,class,s,n,m2,m3,m4,m5",
        "1,4А,maths,10,1,4,3,2",
        "1,4Б,maths,10,3,4,3,0",
        "1,Итого 4 кл.,maths,20,4,8,6,2",
        "1,5А,maths,10,2,4,3,1",
        "1,Всего по 5 классам,maths,10,2,4,3,1",
        "1,6А,maths,10,5,4,1,0",
        "1,Итого,maths,40,11,16,10,3",
        "1,5А,Итого,40,11,16,10,3",
        "2,4А,maths,10,1,4,3,2",
        "2,4 кл. — всего,maths,10,1,4,3,2",
        "2,Итого по школе,maths,10,1,4,3,2",
        "2,Всего по 4-6 классам,maths,10,1,4,3,2",
        "3,4А – всего,maths,10,1,4,3,2",
        "3,Итого 4Б,maths,10,2,4,3,1",
        "3,Итого по 5-х классам,maths,10,2,4,3,1");

    StudyData data = IngestStudy.read(files, byClass);

    assertThat(data.tallies())
        .extracting(
            ResultTally::schoolId,
            tally -> tally.measure().examination(),
            tally -> tally.belowMinimum().orElseThrow())
        .containsExactly(
            tuple("1", "ВПР maths 4", 4L),
            tuple("1", "ВПР maths 5", 2L),
            tuple("1", "ВПР maths 6", 5L),
            tuple("2", "ВПР maths 4", 1L),
            tuple("3", "ВПР maths 4", 3L),
            tuple("3", "ВПР maths 5", 2L));
    assertThat(data.rejects())
        .extracting(Reject::line, reject -> reject.reason().code(), Reject::account)
        .containsExactly(
            tuple(8L, "reject.total-of-several", RowAccount.TOTAL),
            tuple(9L, "reject.total-of-several", RowAccount.TOTAL),
            tuple(12L, "reject.total-of-several", RowAccount.TOTAL),
            tuple(13L, "reject.total-of-several", RowAccount.TOTAL));
    assertThat(InEnglish.of(data.notes()))
        .anySatisfy(note -> assertThat(note).contains("3 results came both as a whole"));
  }

  /** Where the study asks for totals, or names a subject that is called so, they are taken. */
  @Test
  void totalsThatAreAskedForCount() {
    files.with("marks.csv", "id,s,n,m2,m3,m4,m5", "1,Total,10,1,4,3,2", "2,Total,10,1,4,3,2");
    String bySubject =
        MARKS
            .replace("participants: n", "participants: n\n        subject: s")
            .replace(", subject: maths, grade: 5", "");

    assertThat(IngestStudy.read(files, bySubject + "      where: {s: Total}\n").tallies())
        .hasSize(2);
    assertThat(
            IngestStudy.read(files, bySubject + "      rename: {subject: {Total: all}}\n")
                .tallies())
        .extracting(tally -> tally.measure().subject())
        .containsOnly("all");
    assertThatThrownBy(() -> IngestStudy.read(files, bySubject)).isInstanceOf(InputsRefused.class);
  }

  @Test
  void aTotalIsNoPupil() {
    files.with(
        "pupils.csv", "id,class,s", "1,9А,50", "1,9А,60", "1,Итого 9А,55", "1,Всего,55", "2,9А,40");
    String study =
        """
        inputs:
          results:
            - path: pupils.csv
              shape: pupils
              columns: {school_id: id, class: class, score: s}
              constants: {year: 2018, procedure: ОГЭ, subject: maths}
        """;

    StudyData data = IngestStudy.read(files, study);

    assertThat(IngestStudy.tally(data, "1").participants()).hasValue(2);
    assertThat(data.tallies()).hasSize(2);
    assertThat(data.rejects())
        .extracting(Reject::account)
        .containsExactly(RowAccount.TOTAL, RowAccount.TOTAL);
  }

  @Test
  void readsSharesOfMarksAndPerCentBesideThem() {
    files.with("marks.csv", "id,n,m2,m3,m4,m5", "3,20,0.1,0.4,0.3,0.2", "4,20,10%,40%,30%,20%");

    StudyData data = IngestStudy.read(files, MARKS);

    assertThat(data.rejects()).isEmpty();
    List.of("3", "4").forEach(school -> requireTwoOfTwenty(data, school));
  }

  private static void requireTwoOfTwenty(StudyData data, String school) {
    ResultTally tally = IngestStudy.tally(data, school);
    assertThat(tally.participants()).hasValue(20);
    assertThat(tally.belowMinimum()).hasValue(2);
    assertThat(tally.top()).hasValue(4);
    assertThat(tally.mean().getAsDouble()).isEqualTo(3.6, within(1e-12));
    // 2·1.6² + 8·0.6² + 6·0.4² + 4·1.4² = 16.8, over 19
    assertThat(tally.sd().getAsDouble()).isEqualTo(Math.sqrt(16.8 / 19), within(1e-12));
  }

  @Test
  void rejectsMarksThatContradictTheirSum() {
    files.with(
        "marks.csv",
        "id,n,m2,m3,m4,m5",
        "1,20,2,8,6,5",
        "2,20,10,40,30,10",
        "3,20,-1,8,8,5",
        "4,20,2,8,6,4");

    assertThat(IngestStudy.read(files, MARKS).rejects())
        .extracting(Reject::line, Reject::column, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(
                2L,
                "m2",
                "the marks sum to 21: neither to the 20 participants nor to 100% nor to 1"),
            tuple(
                3L,
                "m2",
                "the marks sum to 90: neither to the 20 participants nor to 100% nor to 1"),
            tuple(4L, "m2", "a count is not negative"));
  }

  @Test
  void countsOfMarksNeedNoParticipantsButSharesDo() {
    files.with("marks.csv", "id,2,3,4,5", "1,2,8,6,4", "2,0.1,0.4,0.3,0.2");
    String study =
        MARKS
            .replace("        participants: n\n", "")
            .replace("marks: {2: m2, 3: m3, 4: m4, 5: m5}", "marks: {pattern: \"*\"}")
            .replace("pattern: \"*\"", "2: 2, 3: 3, 4: 4, 5: 5");

    StudyData data = IngestStudy.read(files, study);

    assertThat(IngestStudy.tally(data, "1").participants()).hasValue(20);
    assertThat(data.rejects())
        .extracting(reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            "the marks sum to 1 and are shares; without columns.participants nobody knows of how"
                + " many pupils");
  }

  @Test
  void classesOfAGradeAddUp() {
    files.with(
        "results.csv", "id,grade,n,below", "1,5А,20,3", "1,5Б,30,4", "2,5,40,5", "1,6А,10,1");

    StudyData data = IngestStudy.read(files, COUNTS);

    assertThat(data.tallies())
        .extracting(
            ResultTally::schoolId,
            tally -> tally.measure().grade(),
            tally -> tally.participants().getAsLong(),
            tally -> tally.belowMinimum().getAsLong())
        .containsExactly(
            tuple("1", "5", 50L, 7L), tuple("1", "6", 10L, 1L), tuple("2", "5", 40L, 5L));
    assertThat(InEnglish.of(data.notes()))
        .singleElement()
        .asString()
        .startsWith("inputs.results[0]: letters behind the grade");
  }

  @Test
  void enrolmentOfClassesAddsUpWhereItIsKnownOfAll() {
    files.with(
        "results.csv",
        "id,grade,n,below,all",
        "1,5А,20,3,25",
        "1,5Б,30,4,30",
        "2,5А,20,3,25",
        "2,5Б,30,4,");

    StudyData data =
        IngestStudy.read(
            files, COUNTS.replace("below_minimum: below", "below_minimum: below, enrolled: all"));

    assertThat(IngestStudy.tally(data, "1").enrolled()).hasValue(55);
    assertThat(IngestStudy.tally(data, "2").enrolled()).isEmpty();
  }

  @Test
  void marksComeWithEnrolment() {
    files.with("marks.csv", "id,n,m2,m3,m4,m5,all", "1,20,2,8,6,4,25");

    StudyData data =
        IngestStudy.read(
            files, MARKS.replace("participants: n", "participants: n\n        enrolled: all"));

    assertThat(IngestStudy.tally(data, "1").participation()).hasValue(0.8);
  }

  @Test
  void theSameClassTwiceIsARejectAndTheWholeGoesBeforeItsClasses() {
    files.with(
        "results.csv", "id,grade,n,below", "1,5А,20,3", "1,5А,20,3", "2,5А,10,1", "2,5,40,5");

    StudyData data = IngestStudy.read(files, COUNTS);

    assertThat(data.rejects()).extracting(Reject::line).containsExactly(3L);
    assertThat(IngestStudy.tally(data, "2").participants()).hasValue(40);
    assertThat(InEnglish.of(data.notes()))
        .contains(
            "1 results came both as a whole and by class, first that of school 2 for 2018 ВПР maths"
                + " 5; those of the whole count");
  }

  @Test
  void lettersStayWhereTheStudySaysSo() {
    files.with("results.csv", "id,grade,n,below", "1,5А,20,3", "1,5Б,30,4");

    StudyData data = IngestStudy.read(files, COUNTS + "      keep_class_letters: true\n");

    assertThat(data.tallies())
        .extracting(tally -> tally.measure().grade())
        .containsExactly("5А", "5Б");
    assertThat(data.notes()).isEmpty();
  }

  @Test
  void meansOfClassesAreWeighedAndTheirSpreadPooled() {
    files.with("means.csv", "id,class,m,n,sd", "1,А,40,2,0", "1,Б,60,2,0", "2,А,50,1,");
    String study =
        """
        inputs:
          results:
            - path: means.csv
              shape: means
              columns: {school_id: id, class: class, mean: m, participants: n, sd: sd}
              constants: {year: 2018, procedure: ВПР, subject: maths, grade: 5}
        """;

    StudyData data = IngestStudy.read(files, study);

    assertThat(IngestStudy.tally(data, "1").mean()).hasValue(50);
    assertThat(IngestStudy.tally(data, "1").participants()).hasValue(4);
    assertThat(IngestStudy.tally(data, "1").sd().getAsDouble())
        .as("of 40, 40, 60, 60")
        .isEqualTo(Math.sqrt(400 / 3.0), within(1e-12));
    assertThat(IngestStudy.tally(data, "2").sd()).isEmpty();
  }

  /** Whichever way a school is cut into classes, and in whichever order they come. */
  @RepeatedTest(20)
  void splittingClassesChangesNoCount() {
    var random = new Random();
    List<String> whole = new ArrayList<>();
    List<String> split = new ArrayList<>();
    for (int school = 0; school < 8; school++) {
      int n = 0;
      int below = 0;
      for (String letter : List.of("А", "Б", "В").subList(0, 1 + random.nextInt(3))) {
        int own = 1 + random.nextInt(30);
        int ownBelow = random.nextInt(own + 1);
        split.add(school + ",5" + letter + "," + own + "," + ownBelow);
        n += own;
        below += ownBelow;
      }
      whole.add(school + ",5," + n + "," + below);
    }
    Collections.shuffle(split, random);
    whole.add(0, "id,grade,n,below");
    split.add(0, "id,grade,n,below");

    files.with("results.csv", whole.toArray(String[]::new));
    List<ResultTally> ofWhole = IngestStudy.read(files, COUNTS).tallies();
    files.with("results.csv", split.toArray(String[]::new));

    assertThat(IngestStudy.read(files, COUNTS).tallies()).isEqualTo(ofWhole);
  }

  @Test
  void suppressedFiguresAreRejectsWithTheirCureOrTheMiddleOfTheirBounds() {
    files.with("results.csv", "id,grade,n,below", "1,5,60,<5", "2,5,60,GE55", "3,5,60,6");

    assertThat(IngestStudy.read(files, COUNTS).rejects())
        .extracting(Reject::line, Reject::value, reject -> InEnglish.of(reject.reason()))
        .first()
        .isEqualTo(
            tuple(
                2L,
                "<5",
                "'<5' is a suppressed figure; suppressed: midpoint takes the middle of what it may"
                    + " be, dialect: {missing_values: [\"<5\"]} takes it for unknown"));
    StudyData data = IngestStudy.read(files, COUNTS + "      suppressed: midpoint\n");
    assertThat(data.tallies())
        .extracting(tally -> tally.belowMinimum().getAsLong())
        .containsExactly(2L, 58L, 6L);
    assertThat(InEnglish.of(data.notes()))
        .singleElement()
        .asString()
        .startsWith("inputs.results[0]: 2 suppressed figures");
  }

  @Test
  void aCountTakenForUnknownIsSaidAloud() {
    files.with("results.csv", "id,grade,n,below", "1,5,60,<5", "2,5,60,6");

    StudyData data =
        IngestStudy.read(files, COUNTS + "      dialect: {missing_values: [\"<5\"]}\n");

    assertThat(InEnglish.of(data.notes()))
        .singleElement()
        .asString()
        .startsWith("inputs.results[0]: 1 results name participants, but not how many");
  }

  @Test
  void rangesOfMeansNeedAnEnd() {
    files.with("means.csv", "id,m", "1,40-44", "2,GE95", "3,PS");
    String study =
        """
        inputs:
          results:
            - path: means.csv
              shape: means
              columns: {school_id: id, mean: m}
              constants: {year: 2018, procedure: state, subject: maths}
              suppressed: midpoint
        """;

    assertThat(IngestStudy.read(files, study).rejects())
        .extracting(Reject::value, reject -> InEnglish.of(reject.reason()))
        .containsExactly(
            tuple(
                "GE95",
                "nothing says how much it is at most; give the range of the scores, or name the"
                    + " text in dialect.missing_values"),
            tuple("PS", "not a number"));
    StudyData data = IngestStudy.read(files, study + "      range: [0, 100]\n");
    assertThat(IngestStudy.tally(data, "1").mean()).hasValue(42);
    assertThat(IngestStudy.tally(data, "2").mean()).hasValue(97.5);
  }

  @Test
  void aStudyOfMarksThatAreNoneIsRefused() {
    assertThatThrownBy(() -> IngestStudy.read(files, MARKS.replace("2: m2", "два: m2")))
        .extracting(InEnglish::told)
        .asString()
        .contains("a mark, such as 2, is expected");
  }
}
