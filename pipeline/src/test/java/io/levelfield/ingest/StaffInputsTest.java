package io.levelfield.ingest;

import static io.levelfield.model.input.StaffFigure.ASSOCIATION;
import static io.levelfield.model.input.StaffFigure.GREW;
import static io.levelfield.model.input.StaffFigure.RISK_GROUP;
import static io.levelfield.model.input.StaffFigure.RISK_GROUP_TRAINED;
import static io.levelfield.model.input.StaffFigure.TESTED;
import static io.levelfield.model.input.StaffFigure.TRAINED;
import static io.levelfield.model.input.StaffFigure.VACANCIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffCount.Part;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Teachers, one by one and as counts. */
class StaffInputsTest {
  private static final String BASE =
      """
      inputs:
        schools: [{path: schools.csv, columns: {school_id: id}}]
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, mean: m}
            constants: {year: 2018, procedure: ВПР, subject: математика}
        staff:
      """;
  private static final String TEACHERS =
      """
          - path: staff.csv
            shape: teachers
            columns:
              school_id: id
              teacher_id: t
              year: y
              subject: s
              risk_group: risk
              trained: trained
              test_before: before
              test_after: after
              association: mo
              vacancies: vacant
      """;
  private static final String COUNTS =
      """
          - path: counts.csv
            shape: counts
            columns:
              school_id: id
              year: y
              subject: s
              teachers: n
              risk_group: risk
              risk_group_trained: trained
              vacancies: vacant
      """;
  private static final String ERROR = "support: {teachers: {standard_error_of_measurement: 3}}\n";
  private static final String HEADER = "id,t,y,s,risk,trained,before,after,mo,vacant";
  private static final String COUNTED = "id,y,s,n,risk,trained,vacant";

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void writeWhatEveryTestNeeds() {
    files = new StudyFiles(directory);
    files.with("schools.csv", "id", "001", "002").with("results.csv", "id,m", "001,5", "002,6");
  }

  private StudyData teachers(String... rows) {
    return read("staff.csv", HEADER, BASE + TEACHERS + ERROR, rows);
  }

  private StudyData counts(String... rows) {
    return read("counts.csv", COUNTED, BASE + COUNTS, rows);
  }

  private StudyData read(String file, String header, String yaml, String... rows) {
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(List.of(rows));
    files.with(file, lines.toArray(String[]::new));
    return IngestStudy.read(files, yaml);
  }

  private static StaffCount count(StudyData data, String school, String subject) {
    return data.support().staff().stream()
        .filter(c -> c.schoolId().equals(school) && c.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static Part part(int count, int of) {
    return new Part(count, of);
  }

  @Test
  void countsTeachersBySubjectAndOnceAmongAll() {
    StudyData data =
        teachers(
            "001,a,2018,Математика,да,да,50,54,да,нет",
            "001,a,2018,физика,нет,нет,50,,нет,нет",
            "001,b,2018,Математика,нет,да,60,62.9,нет,нет",
            "001,c,2018,Математика,да,,40,43,,нет",
            "001,,2018,физика,,,,,,да",
            "002,a,2018,физика,нет,нет,,,да,нет");

    assertThat(data.rejects()).isEmpty();
    StaffCount maths = count(data, "001", "математика");
    assertThat(maths.teachers()).isEqualTo(3);
    assertThat(maths.parts())
        .containsEntry(RISK_GROUP, part(2, 3))
        .containsEntry(TRAINED, part(2, 2))
        .containsEntry(RISK_GROUP_TRAINED, part(1, 1))
        .containsEntry(TESTED, part(3, 3))
        .containsEntry(GREW, part(1, 3))
        .containsEntry(ASSOCIATION, part(1, 2))
        .containsEntry(VACANCIES, part(0, 3));
    StaffCount all = count(data, "001", StaffCount.ALL_SUBJECTS);
    assertThat(all.teachers()).isEqualTo(3);
    assertThat(all.parts())
        .containsEntry(RISK_GROUP, part(2, 3))
        .containsEntry(ASSOCIATION, part(1, 2))
        .containsEntry(VACANCIES, part(1, 4));
    assertThat(count(data, "002", "физика").parts())
        .containsEntry(RISK_GROUP_TRAINED, part(0, 0))
        .containsEntry(TESTED, part(0, 1))
        .doesNotContainKey(GREW);
  }

  /** A growth of the error itself is none, and without the error nobody knows. */
  @Test
  void growthIsMoreThanTheErrorOfMeasurement() {
    String row = "001,a,2018,физика,да,да,50,53,да,нет";
    assertThat(count(teachers(row), "001", "физика").parts()).containsEntry(GREW, part(0, 1));

    StudyData untold = read("staff.csv", HEADER, BASE + TEACHERS, row);
    assertThat(count(untold, "001", "физика").parts())
        .containsEntry(TESTED, part(1, 1))
        .doesNotContainKey(GREW);
  }

  @Test
  void aScoreAfterWithoutOneBeforeIsLostAndTheTeacherCounts() {
    StudyData data = teachers("001,a,2018,физика,да,да,,70,да,нет");

    assertThat(count(data, "001", "физика").parts())
        .containsEntry(RISK_GROUP, part(1, 1))
        .containsEntry(TESTED, part(0, 1));
    assertThat(data.rejects())
        .extracting(Reject::column, Reject::account, r -> r.reason().code())
        .containsExactly(tuple("after", RowAccount.COUNTED, "reject.after-without-before"));
  }

  @Test
  void contradictoryRowsOfATeacherAndUnknownSchoolsDoNotCount() {
    StudyData data =
        teachers(
            "001,a,2018,физика,да,да,50,60,да,нет",
            "001,a,2018,физика,нет,да,50,60,да,нет",
            "001,b,2018,физика,да,да,50,60,да,нет",
            "001,b,2018,физика,да,да,50,60,да,нет",
            "009,c,2018,физика,да,да,50,60,да,нет");

    assertThat(count(data, "001", "физика").teachers()).isEqualTo(1);
    assertThat(data.rejects())
        .extracting(Reject::account)
        .containsExactlyInAnyOrder(
            RowAccount.REJECTED,
            RowAccount.REJECTED,
            RowAccount.REPEATED,
            RowAccount.UNKNOWN_SCHOOL);
  }

  /** Not even where the row has slipped, so that the pseudonym stands in another column. */
  @Test
  void pseudonymsAreShownNowhere() {
    StudyData data =
        teachers(
            "001,secret7,2018,физика,maybe,да,50,60,да,нет",
            "001,secret7,2018,физика,да,да,50,60,да,нет",
            "001,secret7,2018,физика,нет,да,50,60,да,нет",
            "009,secret7,2018,физика,да,да,50,60,да,нет",
            "001,one,secret7,2018,физика,нет,да,50,60,да,нет",
            "001," + "secret7".repeat(200) + ",2018,физика,нет,да,50,60,да,нет");

    assertThat(data.rejects()).hasSize(6);
    assertThat(data.toString()).contains("***").doesNotContain("secret7");
    assertThat(data.rejects().get(0).raw()).isEqualTo("001;***;2018;физика;maybe;да;50;60;да;нет");
  }

  @Test
  void orderOfRowsChangesNothing() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(
          "00%d,t%d,2018,%s,%s,%s,%d,%d,да,нет"
              .formatted(
                  1 + i % 2,
                  i / 4,
                  i % 4 < 2 ? "Физика" : "физика и ИКТ",
                  i % 3 == 0 ? "да" : "нет",
                  i % 5 == 0 ? "да" : "",
                  40 + i,
                  45 + i % 7));
    }
    StudyData ordered = teachers(rows.toArray(String[]::new));
    Collections.shuffle(rows, new Random(5));
    StudyData shuffled = teachers(rows.toArray(String[]::new));

    assertThat(ordered.support().staff()).hasSize(6);
    assertThat(shuffled.support()).isEqualTo(ordered.support());
  }

  @Test
  void readsCountsAndAddsUpSubjectsWhereNothingElseIsGiven() {
    StudyData data =
        counts(
            "001,2018,физика,4,2,1,1",
            "001,2018,химия,2,1,,0",
            "002,2018,,9,3,3,",
            "002,2018,физика,5,3,3,0");

    assertThat(count(data, "001", StaffCount.ALL_SUBJECTS))
        .isEqualTo(
            new StaffCount(
                "001",
                2018,
                StaffCount.ALL_SUBJECTS,
                6,
                Map.of(
                    RISK_GROUP, part(3, 6),
                    RISK_GROUP_TRAINED, part(1, 2),
                    VACANCIES, part(1, 7))));
    assertThat(count(data, "002", StaffCount.ALL_SUBJECTS).parts())
        .containsEntry(RISK_GROUP, part(3, 9))
        .doesNotContainKey(VACANCIES);
    assertThat(InEnglish.of(data.notes()))
        .anyMatch(note -> note.contains("no row of all subjects together (schools and years: 1)"));
  }

  @Test
  void aPartLargerThanItsWholeIsRejected() {
    StudyData data =
        counts(
            "001,2018,физика,4,2,3,0",
            "001,2018,химия,4,5,3,0",
            "001,2018,право,,1,1,0",
            "002,2018,физика,4,-1,0,0");

    assertThat(data.support().staff()).isEmpty();
    assertThat(data.rejects())
        .extracting(Reject::column, Reject::value, r -> r.reason().code())
        .containsExactlyInAnyOrder(
            tuple("trained", "3", "reject.more-than-whole"),
            tuple("risk", "5", "reject.more-than-whole"),
            tuple("n", "", "reject.no-teachers"),
            tuple("risk", "-1", "reject.no-count"));
  }

  @Test
  void aSchoolsTeachersAreGivenInOneWay() {
    files.with("counts.csv", COUNTED, "001,2018,физика,4,2,1,0");

    assertThatThrownBy(
            () ->
                read(
                    "staff.csv",
                    HEADER,
                    BASE + TEACHERS + COUNTS,
                    "001,a,2018,физика,да,да,50,60,да,нет"))
        .isInstanceOf(InputsRefused.class)
        .hasMessageContaining("inputs.teachers-and-counts");
  }
}
