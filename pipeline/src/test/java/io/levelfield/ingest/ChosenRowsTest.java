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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows chosen by {@code where}, codes joined from columns, years that stand in paths. */
class ChosenRowsTest {
  private static final String COUNTS =
      """
      inputs:
        results:
          - path: results.csv
            shape: counts
            columns: {school_id: id, participants: n, below_minimum: below}
            constants: {year: 2018, procedure: ОГЭ, subject: maths}
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  @Test
  void takesRowsThatMatchAndCountsTheOthers() {
    files.with(
        "results.csv",
        "id,group,level,n,below",
        "1,Все ученики,05,20,3",
        "1,девочки,5,10,1",
        "2, ВСЁ  ученики ,5,30,4",
        "3,все ученики,13,40,5",
        "0,все ученики,5,90,12");

    StudyData data =
        IngestStudy.read(
            files,
            COUNTS
                + "      where: {group: [все ученики, девочки и мальчики], level: 5, id: {not: 0}}\n");

    assertThat(data.tallies()).extracting(ResultTally::schoolId).containsExactly("1", "2");
    assertThat(data.rejects()).isEmpty();
    assertThat(data.files().get(0).rows()).isEqualTo(5);
    assertThat(data.files().get(0).leftOut()).isEqualTo(3);
    assertThat(InEnglish.of(data.notes()))
        .containsExactly("inputs.results[0]: where left out 3 of 5 rows");
  }

  @Test
  void aTextInQuotesMatchesAsWritten() {
    files.with("results.csv", "id,level,n,below", "1,05,20,3", "2,5,20,3");

    StudyData data = IngestStudy.read(files, COUNTS + "      where: {level: \"05\"}\n");

    assertThat(data.tallies()).extracting(ResultTally::schoolId).containsExactly("1");
  }

  @Test
  void refusesWhereNoRowMatchesOrNoColumnIs() {
    files.with("results.csv", "id,level,n,below", "1,05,20,3");

    assertThatThrownBy(() -> IngestStudy.read(files, COUNTS + "      where: {level: x}\n"))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("inputs.results[0].where: no row matches");
    assertThatThrownBy(() -> IngestStudy.read(files, COUNTS + "      where: {levle: 5}\n"))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("there is no column 'levle'; did you mean 'level'?");
  }

  @Test
  void choosesRowsOfPupilsSchoolsMinimumsAndPassports() {
    files.with("schools.csv", "id,open", "1,yes", "2,no");
    files.with("minimums.csv", "kind,min", "old,90", "new,50");
    files.with("pupils.csv", "id,score,kind", "1,40,main", "1,10,retake", "1,60,main");
    files.with("context.csv", "id,poor,round", "1,0.2,2", "1,0.9,1");

    StudyData data =
        IngestStudy.read(
            files,
            """
            inputs:
              schools: [{path: schools.csv, columns: {school_id: id}, where: {open: "yes"}}]
              minimums: [{path: minimums.csv, columns: {minimum: min}, where: {kind: new}}]
              results:
                - path: pupils.csv
                  shape: pupils
                  columns: {school_id: id, score: score}
                  constants: {year: 2018, procedure: e, subject: s}
                  where: {kind: main}
              context:
                - path: context.csv
                  columns: {school_id: id}
                  constants: {year: 2018}
                  where: {round: 2}
            context_index: {indicators: {poor: {direction: unfavourable}}}
            """);

    assertThat(data.schools()).hasSize(1);
    assertThat(IngestStudy.tally(data, "1").participants()).hasValue(2);
    assertThat(IngestStudy.tally(data, "1").belowMinimum()).hasValue(1);
    assertThat(IngestStudy.passport(data, "1").values()).containsEntry("poor", 0.2);
  }

  @Test
  void joinsACodeFromSeveralColumns() {
    files.with("schools.csv", "d,s,name", "01,1,Первая", "02,1,Другая");
    files.with(
        "results.csv", "District,School,n,below", "01,1,20,3", "02,1,30,4", "02,,1,1", "3,1,9,1");

    StudyData data =
        IngestStudy.read(
            files,
            COUNTS.replace("school_id: id", "school_id: [District, School]")
                + "  schools: [{path: schools.csv, columns: {school_id: [d, s], name: name}}]\n");

    assertThat(data.tallies()).extracting(ResultTally::schoolId).containsExactly("01-1", "02-1");
    assertThat(data.schools().get(1).name()).isEqualTo("Другая");
    assertThat(data.rejects())
        .extracting(
            Reject::line,
            Reject::column,
            Reject::value,
            reject -> InEnglish.of(reject.reason()),
            Reject::raw)
        .containsExactly(
            tuple(4L, "District + School", "", "empty; a value is expected", "02;;1;1"),
            tuple(5L, "District + School", "3-1", "no such school in the register", "3;1;9;1"));
  }

  @Test
  void joinsCodesOfPupils() {
    files.with("pupils.csv", "id,class,no,score", "1,9А,1,40", "1,9Б,1,60", "1,9А,1,40");

    StudyData data =
        IngestStudy.read(
            files,
            """
            inputs:
              results:
                - path: pupils.csv
                  shape: pupils
                  columns: {school_id: id, class: class, pupil_id: [class, "no"], score: score}
                  constants: {year: 2018, procedure: e, subject: s}
            """);

    assertThat(data.tallies()).hasSize(1);
    assertThat(data.tallies().get(0).measure().grade()).isEqualTo("9");
    assertThat(data.tallies().get(0).participants()).hasValue(2);
    assertThat(data.rejects())
        .extracting(reject -> InEnglish.of(reject.reason()))
        .containsExactly("repeats the row at pupils.csv, line 2");
  }

  @Test
  void theYearOfAFileMayStandInItsPath() {
    files.with("ОГЭ 2021.csv", "id,n,below", "1,20,3");
    files.with("ОГЭ 2021-2022.csv", "id,n,below", "1,30,4");
    files.with("ОГЭ свод.csv", "id,n,below", "1,90,9");

    StudyData data =
        IngestStudy.read(
            files,
            COUNTS
                .replace("path: results.csv", "path: \"ОГЭ {year}.csv\"")
                .replace("year: 2018, ", ""));

    assertThat(data.tallies())
        .extracting(tally -> tally.measure().year(), tally -> tally.participants().getAsLong())
        .containsExactly(tuple(2021, 20L), tuple(2022, 30L));
  }

  @Test
  void passportsAndPupilsTakeTheYearOfTheirPathToo() {
    files.with("2020/pupils.csv", "id,score", "1,40");
    files.with("2021/pupils.csv", "id,score", "1,60");
    files.with("p2020.csv", "id,poor", "1,0.2");
    files.with("min2021.csv", "min", "50");

    StudyData data =
        IngestStudy.read(
            files,
            """
            inputs:
              minimums: [{path: "min{year}.csv", columns: {minimum: min}}]
              results:
                - path: "{year}/pupils.csv"
                  shape: pupils
                  columns: {school_id: id, score: score}
                  constants: {procedure: e, subject: s}
              context:
                - {path: "p{year}.csv", columns: {school_id: id}}
            context_index: {indicators: {poor: {direction: unfavourable}}}
            """);

    assertThat(data.tallies())
        .extracting(tally -> tally.measure().year(), tally -> tally.belowMinimum().isPresent())
        .containsExactly(tuple(2020, false), tuple(2021, true));
    assertThat(IngestStudy.passport(data, "1").year()).isEqualTo(2020);
  }
}
