package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.ImpossibleValue;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.input.PupilSpread;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.stats.Descriptive;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.ReferenceData;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassportsTest {
  private static final String STUDY =
      """
      inputs:
        schools:
          - path: schools.csv
            columns: {school_id: id, settlement: type, selective: lyceum, parallel_classes: classes}
        results:
          - {path: results.csv, shape: means, columns: {school_id: id, mean: m}, constants: {year: 1}}
        context:
          - {path: context.csv, columns: {school_id: id, year: year}}
          - {path: pupils.csv, shape: pupils, columns: {school_id: id}, constants: {year: 2018}}
      context_index:
        indicators:
          poor: {direction: unfavourable, count: poor, denominator: families, range: [0, 1]}
          share: {direction: unfavourable, range: [0, 1], unknown: 99}
          books: {direction: favourable, unknown: {values: [-1, нет], when_empty: share}}
          ses: {direction: favourable, aggregate: mean, range: [-3, 3]}
          minority: {direction: unfavourable, column: min, aggregate: share, equals: "Yes"}
      """;
  private static final String HEADER = "id,year,poor,families,share,books";

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void writeWhatMostTestsNeed() {
    files = new StudyFiles(directory);
    files.with("schools.csv", "id,type,lyceum,classes", "001,село,нет,0", "002,Город,да,");
    files.with("results.csv", "id,m", "001,1", "002,2");
    files.with("context.csv", HEADER, "001,2018,5,20,0.5,7");
    files.with("pupils.csv", "id,ses,min", "001,1.5,Yes", "001,0.5,No", "001,,No", "002,NA,");
  }

  @Test
  void keepsCountsAndImpossibleValuesForQuestions() {
    files.with(
        "context.csv",
        HEADER,
        "001,2018,5,20,0.5,7",
        "002,2018,30,20,0.5,7",
        "002,2017,3,20,1.5,7",
        "002,2016,,20,0.5,7");

    StudyData data = IngestStudy.read(files, STUDY);

    assertThat(data.counts())
        .as("a bad cell loses itself only")
        .containsExactly(
            new PassportCount("001", 2018, "poor", 5, 20),
            new PassportCount("002", 2017, "poor", 3, 20));
    assertThat(data.impossible())
        .containsExactly(
            new ImpossibleValue("002", 2017, "share", false, "1.5", "[0, 1]"),
            new ImpossibleValue("002", 2018, "poor", true, "30", "20"));
    assertThat(data.rejects()).hasSize(2);
  }

  @Test
  void readsTheRegister() {
    List<School> schools = IngestStudy.read(files, STUDY).schools();

    assertThat(schools).extracting(School::settlement).containsExactly("rural", "urban");
    assertThat(schools.get(0).selective()).contains(false);
    assertThat(schools.get(1).selective()).contains(true);
    assertThat(schools.get(0).parallelClasses()).hasValue(0);
    assertThat(schools.get(1).parallelClasses()).isEmpty();
  }

  @Test
  void dividesCountsAndAggregatesPupilRows() {
    Passport passport = IngestStudy.passport(IngestStudy.read(files, STUDY), "001");

    assertThat(passport.value("poor")).hasValue(0.25);
    assertThat(passport.value("share")).hasValue(0.5);
    assertThat(passport.value("ses")).as("of those known").hasValue(1.0);
    assertThat(passport.value("minority").orElseThrow()).isCloseTo(1 / 3.0, within(1e-15));
  }

  /** By hand: the pupils' indices are (z - z')/2 of the two indicators, the last has one only. */
  @Test
  void tellsHowPupilsDifferWithinASchool() {
    StudyData data = IngestStudy.read(files, STUDY);

    Passport passport = IngestStudy.passport(data, "001");
    assertThat(passport.errors().get("ses")).isCloseTo(Math.sqrt(0.5 / 2), within(1e-15));
    assertThat(passport.errors().get("minority")).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(passport.errors()).doesNotContainKey("poor");
    double sesSd = Math.sqrt(0.5);
    double minoritySd = Math.sqrt(1 / 3.0);
    double[] index = {
      (0.5 / sesSd - 2 / 3.0 / minoritySd) / 2,
      (-0.5 / sesSd + 1 / 3.0 / minoritySd) / 2,
      1 / 3.0 / minoritySd
    };
    assertThat(data.spreads()).hasSize(1);
    PupilSpread spread = data.spreads().get(0);
    assertThat(spread.schoolId()).isEqualTo("001");
    assertThat(spread.pupils()).isEqualTo(3);
    assertThat(spread.sd().orElseThrow()).isCloseTo(Descriptive.sd(index), within(1e-12));
    assertThat(spread.lowestQuarter()).isEqualTo(1 / 3.0);
  }

  @Test
  void splittingPupilRowsOverFilesChangesNoSpread() {
    List<PupilSpread> whole = IngestStudy.read(files, STUDY).spreads();
    files.with("pupils.csv", "id,ses,min", "002,NA,", "001,,No");
    files.with("pupils-2.csv", "id,ses,min", "001,0.5,No", "001,1.5,Yes");

    assertThat(IngestStudy.read(files, STUDY.replace("pupils.csv", "pupils*.csv")).spreads())
        .isEqualTo(whole);
  }

  /** A file for each year, each an input of its own, is one population of pupils. */
  @Test
  void spreadsOfEveryInputAreKept() {
    String constants = "constants: {year: 2018}}";
    String input = "    - {path: pupils.csv, shape: pupils, columns: {school_id: id}, ";
    files.with(
        "both.csv",
        "id,year,ses,min",
        "001,2018,1.5,Yes",
        "001,2018,0.5,No",
        "001,2018,,No",
        "002,2018,NA,",
        "001,2019,2.5,Yes",
        "002,2019,0,No");
    List<PupilSpread> together =
        IngestStudy.read(
                files,
                STUDY.replace(
                    input + constants,
                    "    - {path: both.csv, shape: pupils, columns: {school_id: id, year: year}}"))
            .spreads();
    files.with("next.csv", "id,ses,min", "001,2.5,Yes", "002,0,No");

    List<PupilSpread> apart =
        IngestStudy.read(
                files,
                STUDY.replace(
                    input + constants,
                    input
                        + constants
                        + "\n    - {path: next.csv, shape: pupils, columns: {school_id: id},"
                        + " constants: {year: 2019}}"))
            .spreads();

    assertThat(apart).hasSize(3).isEqualTo(together);
  }

  @Test
  void whatTheStudyCallsUnknownIsAbsentNotZero() {
    files.with(
        "context.csv",
        HEADER,
        "001,2016,,20,99,7",
        "001,2017,0,0,0.5,-1.0",
        "002,2016,5,20,,7",
        "002,2017,5,,0.99,нет");

    List<Passport> passports = IngestStudy.read(files, STUDY).passports();

    assertThat(passports)
        .filteredOn(p -> p.year() < 2018)
        .extracting(p -> p.values().keySet().toString())
        .containsExactly("[books]", "[share]", "[poor]", "[share]");
  }

  @Test
  void rejectsWhatAPassportCannotSay() {
    files.with("schools.csv", "id,type,lyceum,classes", "001,,,", "001,,,", "002,,maybe,");
    files.with(
        "context.csv",
        HEADER,
        "001,2018,21,20,0.5,7",
        "001,2017,5,20,1.7,7",
        "001,2016,-1,20,0.5,7",
        "001,2015,5,20,0.5,7",
        "001,2015,6,20,0.5,7",
        "003,2015,6,20,0.5,7",
        "001,2014.5,6,20,0.5,7");
    files.with("pupils.csv", "id,ses,min", "001,3.5,Yes", "001,0.5,Yes");

    StudyData data = IngestStudy.read(files, STUDY);

    assertThat(data.rejects())
        .extracting(
            Reject::file,
            Reject::line,
            Reject::column,
            Reject::value,
            reject -> InEnglish.of(reject.reason()))
        .contains(
            tuple("context.csv", 2L, "poor", "21", "more than the total of 20 in column families"),
            tuple("context.csv", 3L, "share", "1.7", "outside the plausible range [0, 1]"),
            tuple("context.csv", 4L, "poor", "-1", "a count is not negative"),
            tuple(
                "context.csv",
                5L,
                "id",
                "001",
                "contradicts the row at context.csv, line 6; keep the right one"),
            tuple(
                "context.csv",
                6L,
                "id",
                "001",
                "contradicts the row at context.csv, line 5; keep the right one"),
            tuple("context.csv", 7L, "id", "003", "no such school in the register"),
            tuple(
                "context.csv",
                8L,
                "year",
                "2014.5",
                "a year is expected, e.g. 2018, or a school year, e.g. 2017/18"),
            tuple("pupils.csv", 2L, "ses", "3.5", "outside the plausible range [-3, 3]"),
            tuple("schools.csv", 3L, "id", "001", "repeats the row at schools.csv, line 2"),
            tuple("schools.csv", 4L, "lyceum", "maybe", "yes or no (да, нет) is expected"));
  }

  @Test
  void aMeanOfPupilsIsTheSameToTheBitWhateverTheirOrder() {
    var random = new Random(7);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add("001," + random.nextGaussian() / 3 + ",No");
    }
    files.with("pupils.csv", withHeader(rows));
    double once = IngestStudy.passport(IngestStudy.read(files, STUDY), "001").values().get("ses");

    Collections.shuffle(rows, random);
    files.with("a/pupils.csv", withHeader(rows.subList(0, 100)));
    files.with("b/pupils.csv", withHeader(rows.subList(100, 300)));
    StudyData again = IngestStudy.read(files, STUDY.replace("pupils.csv", "\"{a,b}/pupils.csv\""));

    assertThat(IngestStudy.passport(again, "001").values().get("ses")).isEqualTo(once);
  }

  @Test
  void foldsHighSchoolAndBeyondAsTheReferenceDoes() {
    Path config = Path.of("../configs/high-school-and-beyond.yaml");
    StudyData data =
        Ingest.read(StudyLoader.load(config, List.of()), config.getParent(), SharedSpark.workers());
    ReferenceData reference = ReferenceData.csv("hsb82_school_level.csv");
    List<String> schools = reference.texts("school");

    assertThat(data.tallies().stream().mapToLong(t -> t.participants().orElseThrow()).sum())
        .isEqualTo(7_185);
    for (int i = 0; i < schools.size(); i++) {
      String school = schools.get(i);
      Passport passport = IngestStudy.passport(data, school);
      assertThat(IngestStudy.tally(data, school).mean().orElseThrow())
          .as("mean of school %s", school)
          .isCloseTo(reference.column("mAch")[i], within(1e-9));
      assertThat(passport.value("ses").orElseThrow())
          .isCloseTo(reference.column("ses")[i], within(1e-9));
      assertThat(passport.value("minority").orElseThrow())
          .isCloseTo(reference.column("min")[i], within(1e-9));
    }
  }

  private static String[] withHeader(List<String> rows) {
    List<String> lines = new ArrayList<>(List.of("id,ses,min"));
    lines.addAll(rows);
    return lines.toArray(String[]::new);
  }
}
