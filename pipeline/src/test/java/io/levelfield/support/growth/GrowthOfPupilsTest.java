package io.levelfield.support.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.ingest.Ingest;
import io.levelfield.ingest.Workers;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.support.GrowthMethod;
import io.levelfield.model.support.PupilGrowth;
import io.levelfield.model.support.SchoolGrowth;
import io.levelfield.model.text.Message;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthOfPupilsTest {
  private static final double CONFIDENCE = 0.9;
  private static final String YAML =
      """
      study: tiny
      inputs:
        results:
          - path: results.csv
            shape: pupils
            columns: {school_id: school, pupil_id: pupil, year: year, score: score}
            constants: {procedure: ЕГЭ, subject: maths}
      """;

  @TempDir private Path directory;
  private final List<Message> notes = new ArrayList<>();
  private StudyFiles files;

  @BeforeEach
  void writeSixPupils() {
    files = new StudyFiles(directory);
    files.with(
        "results.csv",
        "school,pupil,year,score",
        "A,p1,2017,10", // place 10
        "A,p2,2017,20", // place 30
        "A,p3,2017,30", // place 50
        "B,p4,2017,40", // place 70
        "B,p5,2017,50", // place 90; has no later result
        "A,p6,2018,10", // has no earlier result
        "B,p4,2018,20", // place 30: lower
        "A,p3,2018,30", // place 50: the same
        "A,p1,2018,40", // place 70: higher
        "B,p2,2018,50"); // place 90: higher, in another school
  }

  private PupilGrowth growth(String yaml) {
    Study study = StudyLoader.parse(yaml, List.of());
    var here = new Workers(SharedSpark::context, false);
    StudyData data = Ingest.read(study, directory, here);
    return GrowthOfPupils.of(data, study.support().growth(), CONFIDENCE, notes::add);
  }

  private static SchoolGrowth of(PupilGrowth growth, String school, int year) {
    return growth.examinations().stream()
        .filter(row -> row.schoolId().equals(school) && row.year() == year)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sixPupilsAreCountedByWhatBecameOfThem() {
    PupilGrowth growth = growth(YAML);

    SchoolGrowth a = of(growth, "A", 2018);
    assertThat(a.pupils()).isEqualTo(3);
    assertThat(a.linked()).isEqualTo(2);
    assertThat(a.movers()).isZero();
    assertThat(a.withoutEarlier()).hasValue(1);
    assertThat(a.withoutLater()).isEmpty();
    assertThat(a.positive()).isEqualTo(1.5);
    assertThat(a.sharePositive()).hasValue(0.75);
    assertThat(a.method()).hasValue(GrowthMethod.RANK_CHANGE);
    assertThat(a.medianPercentile()).isEmpty();
    // Wilson's interval of 1.5 in 2, z = 1.645: centre (0.75 + z²/4)/(1 + z²/2)
    assertThat((a.low().orElseThrow() + a.high().orElseThrow()) / 2)
        .isCloseTo((0.75 + 2.705543 / 4) / (1 + 2.705543 / 2), within(1e-6));
    SchoolGrowth b = of(growth, "B", 2018);
    assertThat(b.linked()).isEqualTo(2);
    assertThat(b.movers()).isEqualTo(1);
    assertThat(b.withoutEarlier()).hasValue(0);
    assertThat(b.sharePositive()).hasValue(0.5);
    assertThat(of(growth, "A", 2017).withoutLater()).as("p2 is followed in B").hasValue(0);
    assertThat(of(growth, "B", 2017).withoutLater()).as("p5").hasValue(1);
    assertThat(of(growth, "B", 2017).withoutEarlier()).isEmpty();
    assertThat(of(growth, "B", 2017).sharePositive()).isEmpty();
    assertThat(growth.years()).hasSize(4);
    assertThat(notes).isEmpty();
  }

  @Test
  void moversMayBeLeftOut() {
    SchoolGrowth b = of(growth(YAML + "support: {growth: {movers: leave_out}}"), "B", 2018);

    assertThat(b.linked()).isEqualTo(2);
    assertThat(b.movers()).isEqualTo(1);
    assertThat(b.counted()).isEqualTo(1);
    assertThat(b.sharePositive()).hasValue(0);
  }

  @Test
  void aYearAddsUpItsExaminations() {
    files.with(
        "more.csv",
        "school,pupil,year,score",
        "A,p1,2017,1",
        "A,p2,2017,2",
        "A,p1,2018,1",
        "A,p2,2018,2",
        "A,p3,2018,3");
    String both =
        YAML
            + """
                - path: more.csv
                  shape: pupils
                  columns: {school_id: school, pupil_id: pupil, year: year, score: score}
                  constants: {procedure: ЕГЭ, subject: biology}
            """;

    PupilGrowth growth = growth(both);

    SchoolGrowth year =
        growth.years().stream()
            .filter(row -> row.schoolId().equals("A") && row.year() == 2018)
            .findFirst()
            .orElseThrow();
    assertThat(year.measure()).isEmpty();
    assertThat(year.pupils()).isEqualTo(6);
    assertThat(year.linked()).isEqualTo(4);
    assertThat(year.withoutEarlier()).hasValue(2);
    // biology: places 25 and 75 of two become 16.7 and 50 of three
    assertThat(year.positive()).isEqualTo(1.5 + 0);
    assertThat(of(growth, "A", 2018).measure().orElseThrow().subject()).isEqualTo("biology");
  }

  @Test
  void medianIsGivenFromSoManyPupils() {
    String few =
        YAML + "support: {growth: {group_size: 2, groups: 1, least_groups: 1, median_from: 2}}";

    SchoolGrowth a = of(growth(few), "A", 2018);

    // later 20, 30, 40, 50 of the linked: A's 30 and 40 have the percentiles 37.5 and 62.5
    assertThat(a.method()).hasValue(GrowthMethod.GROWTH_PERCENTILE);
    assertThat(a.medianPercentile()).isEqualTo(OptionalDouble.of(50));
    assertThat(a.positive()).isEqualTo(1);
    String more = few.replace("median_from: 2", "median_from: 3");
    assertThat(of(growth(more), "A", 2018).medianPercentile()).isEmpty();
  }

  @Test
  void codesOfSchoolsAreNotThoseOfARegion() {
    files.with(
        "results.csv",
        "school,pupil,year,score",
        "A,1,2017,10",
        "B,1,2017,20",
        "A,1,2018,10",
        "B,1,2018,20",
        "A,2,2017,30",
        "A,2,2018,5");

    assertThat(growth(YAML)).isEqualTo(PupilGrowth.NONE);
    assertThat(InEnglish.of(notes.get(0)))
        .contains("4 of 6 results")
        .contains("support.growth.pupil_codes: school");
    notes.clear();
    PupilGrowth own = growth(YAML + "support: {growth: {pupil_codes: school}}");
    assertThat(of(own, "A", 2018).linked()).isEqualTo(2);
    assertThat(of(own, "B", 2018).movers()).isZero();
    assertThat(notes).isEmpty();
    PupilGrowth clear = growth(YAML + "support: {growth: {max_ambiguous: 0.9}}");
    assertThat(of(clear, "A", 2018).withoutEarlier()).isEqualTo(OptionalLong.of(1));
    assertThat(InEnglish.of(notes.get(0))).startsWith("4 of 6 results are not linked");
  }

  @Test
  void codesGivenAnewEachYearTellNothing() {
    var random = new Random(3);
    List<Integer> codes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      codes.add(i);
    }
    List<String> rows = new ArrayList<>(List.of("school,pupil,year,score"));
    for (int year = 2017; year <= 2018; year++) {
      Collections.shuffle(codes, random);
      for (int pupil = 0; pupil < codes.size(); pupil++) {
        rows.add("A,%d,%d,%d".formatted(codes.get(pupil), year, pupil));
      }
    }
    files.with("results.csv", rows.toArray(String[]::new));

    assertThat(growth(YAML)).isEqualTo(PupilGrowth.NONE);
    assertThat(InEnglish.of(notes.get(0))).contains("given anew");
  }

  @Test
  void nothingIsToldWhereNobodyIsLinked() {
    files.with("results.csv", "school,pupil,year,score", "A,a,2017,1", "A,b,2018,2");
    assertThat(growth(YAML)).isEqualTo(PupilGrowth.NONE);
    assertThat(InEnglish.of(notes.get(0))).contains("among 2 results");
    notes.clear();
    files.with("results.csv", "school,pupil,year,score", "A,a,2018,1", "A,b,2018,2");
    assertThat(growth(YAML)).as("one year").isEqualTo(PupilGrowth.NONE);
    assertThat(notes).isEmpty();
  }
}
