package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conditions, what pupils say and the programme, of a district small enough to count by hand. */
class SupportInputsTest {
  @TempDir private Path directory;

  @BeforeEach
  void inputs() throws IOException {
    write(
        "results.csv",
        "school;year;subject;participants;below;top;mean;sd",
        "1;2017;m;20;2;5;62;10",
        "2;2017;m;20;8;1;44;11",
        "3;2017;m;20;4;3;55;12",
        "4;2017;m;20;3;2;57;9",
        "1;2018;m;20;2;6;63;10",
        "2;2018;m;20;9;0;43;11",
        "3;2018;m;20;4;4;56;12",
        "4;2018;m;20;3;2;58;9");
    write(
        "passports.csv",
        "school;year;poor;pupils",
        "1;2017;10;200",
        "2;2017;60;200",
        "3;2017;30;200",
        "4;2017;20;200",
        "1;2018;10;200",
        "2;2018;61;200",
        "3;2018;30;200");
    write(
        "conditions.csv",
        "school;year;staff;discipline",
        "1;2018;5;2",
        "2;2018;1;4",
        "3;2018;3;4",
        "4;2018;4;n");
    write(
        "climate.csv",
        "school;pupil;year;anxiety;circles",
        "1;a;2017;50;yes",
        "1;b;2017;60;no",
        "1;c;2017;40;no",
        "1;a;2018;44;yes",
        "1;b;2018;52;yes",
        "1;d;2018;70;no",
        "2;e;2018;55;yes");
    write(
        "programme.yaml",
        "years: [2017, 2019]",
        "centre: {document: order 1, since: 2018}",
        "targets: {\"1\": {2017: 1, 2018: 1}, \"6\": {2018: 0.2}, \"14\": {2018: 0.5}}");
    write(
        "study.yaml",
        """
        study: support
        language: en
        inputs:
          results:
            - path: results.csv
              shape: counts
              columns: {school_id: school, year: year, subject: subject, participants: participants,
                below_minimum: below, top: top, mean: mean, sd: sd}
              constants: {procedure: p}
          context:
            - {path: passports.csv, columns: {school_id: school, year: year}}
          conditions:
            - {path: conditions.csv, columns: {school_id: school, year: year,
                scores: {staff: staff, discipline: discipline}}}
          climate:
            - {path: climate.csv, columns: {school_id: school, pupil_id: pupil, year: year,
                anxiety: anxiety, supplementary: circles}}
        max_rejects: 2
        context_index:
          indicators: {poor: {direction: unfavourable, count: poor, denominator: pupils}}
          uncertainty: {replicates: 0}
        support:
          risks: {conditions: {discipline: {medium: 3, high: 2}}}
        programme: programme.yaml
        """);
  }

  private void write(String file, String... lines) throws IOException {
    Files.writeString(directory.resolve(file), String.join("\n", lines) + "\n");
  }

  private Map<String, String> run(String... settings) {
    Invocation run = invoke(settings);
    assertThat(run.code()).as(run.err()).isZero();
    return RunTables.latest(directory.resolve("out"));
  }

  private Invocation invoke(String... settings) {
    return Invocation.run(
        directory.resolve("study.yaml").toString(), directory.resolve("out"), settings);
  }

  private static String row(List<CSVRecord> rows, Map<String, String> key, String... columns) {
    List<CSVRecord> found =
        rows.stream()
            .filter(
                row ->
                    key.entrySet().stream()
                        .allMatch(own -> row.get(own.getKey()).equals(own.getValue())))
            .toList();
    assertThat(found).as("%s", key).hasSize(1);
    StringBuilder cells = new StringBuilder();
    for (String column : columns) {
      cells.append(cells.isEmpty() ? "" : " ").append(found.get(0).get(column));
    }
    return cells.toString();
  }

  @Test
  void supportThatNoResultCanShowIsNoted() throws IOException {
    write("support.csv", "school;programme;start", "1;p;2016", "2;p;2018", "3;p;2019", "4;p;2017");
    Path study = directory.resolve("study.yaml");
    String yaml = Files.readString(study);
    Files.writeString(
        study,
        yaml.replace(
            "max_rejects:",
            "  support:\n    - {path: support.csv, columns: {school_id: school, programme: programme,"
                + " start: start}}\nmax_rejects:"));

    assertThat(invoke().out()).contains("schools: 2 (1, 3)");
  }

  @Test
  void risksAreThoseOfCutsOrOfTheWorstQuarter() {
    Map<String, String> tables = run();
    assertThat(CaseRuns.records(tables.get("risks.csv")))
        .extracting(
            r -> r.get("school_id"),
            r -> r.get("condition"),
            r -> r.get("level"),
            r -> r.get("foremost"))
        .containsExactly(
            tuple("1", "discipline", "high", "1"),
            tuple("1", "staff", "low", ""),
            tuple("2", "discipline", "low", ""),
            tuple("2", "staff", "high", "1"),
            tuple("3", "discipline", "low", ""),
            tuple("3", "staff", "medium", "1"),
            tuple("4", "staff", "low", ""));
    assertThat(tables.get("rejects.csv")).contains("conditions.csv").contains("discipline");
  }

  @Test
  void aYearOfWhichFewSchoolsHaveToldIsNotCompared() throws IOException {
    String before = run().get("risks.csv");
    Path conditions = directory.resolve("conditions.csv");
    Files.writeString(conditions, Files.readString(conditions) + "2;2019;5;1\n");

    assertThat(run().get("risks.csv")).isEqualTo(before);
    assertThat(invoke().out())
        .contains("conditions of 2019 are known of 1 of 4 schools so far")
        .contains("risks are told up to 2018");
    Files.writeString(conditions, Files.readString(conditions) + "1;2019;5;1\n");
    assertThat(run().get("risks.csv")).contains("2019");
  }

  @Test
  void whatPupilsSayIsComparedPupilByPupilWhereTheyAreLinked() {
    List<CSVRecord> climate = CaseRuns.records(run().get("climate.csv"));
    String[] columns = {"pupils", "since", "change", "linked", "better"};
    assertThat(
            row(climate, Map.of("school_id", "1", "year", "2018", "measure", "anxiety"), columns))
        .isEqualTo("3 2017 -7 2 2");
    assertThat(
            row(
                climate,
                Map.of("school_id", "1", "year", "2018", "measure", "supplementary"),
                columns))
        .isEqualTo("3 2017 0.5 2 1");
    assertThat(
            row(climate, Map.of("school_id", "2", "year", "2018", "measure", "anxiety"), columns))
        .isEqualTo("1    ");
  }

  @Test
  void indicatorsAreCountedOrSayWhyNot() {
    List<CSVRecord> indicators = CaseRuns.records(run().get("indicators.csv"));
    String[] columns = {"numerator", "denominator", "status"};
    assertThat(row(indicators, Map.of("number", "1", "year", "2017"), columns))
        .isEqualTo("0 1 missed");
    assertThat(row(indicators, Map.of("number", "1", "year", "2018"), columns))
        .isEqualTo("1 1 met");
    // School 4 has no passport of 2018.
    assertThat(row(indicators, Map.of("number", "3", "year", "2018"), columns))
        .isEqualTo("3 4 no-target");
    assertThat(row(indicators, Map.of("number", "3", "year", "2017"), columns))
        .isEqualTo("4 4 no-target");
    assertThat(row(indicators, Map.of("number", "6", "year", "2018"), columns))
        .isEqualTo("12 80 within-error");
    assertThat(row(indicators, Map.of("number", "14", "year", "2018"), columns))
        .isEqualTo("3 4 met");
    assertThat(row(indicators, Map.of("number", "14", "year", "2018"), "completeness"))
        .isEqualTo("0.5");
    assertThat(row(indicators, Map.of("number", "14", "year", "2018"), "reason"))
        .isEqualTo("Of the pupils asked: 4, in 2 of 4 schools.");
    assertThat(row(indicators, Map.of("number", "2", "year", "2018"), "status", "reason"))
        .isEqualTo("not-computed The file of the programme has no section municipal_programme.");
    assertThat(row(indicators, Map.of("number", "8", "year", "2018"), "status", "reason"))
        .isEqualTo("not-computed There are no data on support (inputs.support).");
    assertThat(row(indicators, Map.of("number", "15", "year", "2018"), "status", "reason"))
        .isEqualTo("not-computed There are no data on teachers (inputs.staff).");
    assertThat(row(indicators, Map.of("number", "6", "year", "2019"), "status", "reason"))
        .isEqualTo("not-computed The data end with 2018.");
  }

  /** Teachers, support and orders of the same district, and each indicator counted by hand. */
  @Test
  void everyIndicatorIsCountedFromItsInput() throws IOException {
    write(
        "staff.csv",
        "school;year;teachers;risk;risk_trained;tested;grew;association",
        "1;2018;10;2;1;4;3;5",
        "2;2018;8;4;2;5;1;6");
    write(
        "support.csv",
        "school;programme;start;planned;met;network;contests;own",
        "1;P;2018;4;4;yes;2;yes",
        "2;P;2018;4;2;no;0;no",
        "3;P;2018;4;4;yes;1;yes");
    write(
        "programme.yaml",
        "years: [2017, 2018]",
        "centre: {document: order 1, since: 2018}",
        "municipal_programme: {document: order 2, since: 2018}",
        "association: {document: order 3, since: 2017}",
        "targets: {\"7\": {2018: 0.9}, \"15\": {2018: 0.4}, \"4.2\": {2018: 0.2}}");
    Files.writeString(
        directory.resolve("study.yaml"),
        Files.readString(directory.resolve("study.yaml"))
            .replace(
                "  conditions:\n",
                """
                  staff:
                    - {path: staff.csv, shape: counts, constants: {subject: all},
                       columns: {school_id: school, year: year, teachers: teachers,
                         risk_group: risk, risk_group_trained: risk_trained, tested: tested,
                         grew: grew, association: association}}
                  support:
                    - {path: support.csv, columns: {school_id: school, programme: programme,
                         start: start, milestones_planned: planned, milestones_met: met,
                         network: network, contests: contests, institutional: own}}
                  conditions:
                """));
    List<CSVRecord> indicators =
        CaseRuns.records(run("support.indicators.fall=50").get("indicators.csv"));

    assertThat(indicators)
        .filteredOn(row -> row.get("year").equals("2018"))
        .extracting(
            row -> row.get("number"),
            row -> row.get("numerator") + " of " + row.get("denominator"),
            row -> row.get("status"))
        .containsExactly(
            tuple("1", "1 of 1", "no-target"),
            tuple("2", "2 of 4", "no-target"),
            tuple("3", "3 of 4", "no-target"),
            // School 2 is low in the same examination for the second year: one low year of three.
            tuple("4.1", "0 of 4", "no-target"),
            tuple("4.2", "1 of 4", "within-error"),
            tuple("4.3", "1 of 4", "no-target"),
            tuple("5", "2 of 4", "no-target"),
            tuple("6", "12 of 80", "no-target"),
            // Of schools 1 and 3 milestones are met, and no result fell by 50 points.
            tuple("7", "2 of 3", "within-error"),
            tuple("8", "2 of 4", "no-target"),
            tuple("9", "3 of 6", "no-target"),
            tuple("10", "4 of 9", "no-target"),
            tuple("11", "1 of 1", "no-target"),
            tuple("12", "11 of 18", "no-target"),
            tuple("13", "2 of 4", "no-target"),
            tuple("14", "3 of 4", "no-target"),
            tuple("15", "6 of 18", "met"));
    // Before the municipal programme the first half of indicator 2 is not met.
    assertThat(row(indicators, Map.of("number", "2", "year", "2017"), "numerator", "reason"))
        .isEqualTo("0 The municipal programme is in force only since 2018.");
    assertThat(row(indicators, Map.of("number", "9", "year", "2017"), "reason"))
        .isEqualTo("There are no data on teachers in 2017.");
  }

  @Test
  void faultsOfTheProgrammeAreToldWithTheirPlace() throws IOException {
    write("programme.yaml", "years: [2017, 2019]", "targets: {\"16\": {2018: 1}}");
    assertThat(invoke().code()).isEqualTo(2);
    assertThat(invoke().err()).contains("programme.targets.16").contains("4.1");
    write("programme.yaml", "years: [2017, 2019]", "targets: {\"6\": {2020: 1}}");
    assertThat(invoke().err()).contains("programme.targets.6.2020").contains("2017 to 2019");
    write("programme.yaml", "years: [2017, 2019]", "targets: {\"6\": {2018: 15}}");
    assertThat(invoke().err()).contains("programme.targets.6.2018").contains("15");
    Files.delete(directory.resolve("programme.yaml"));
    assertThat(invoke().err()).contains("programme").contains("programme.yaml");
  }
}
