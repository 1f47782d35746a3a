package io.levelfield.quality;

import static io.levelfield.quality.Inputs.ELSEWHERE;
import static io.levelfield.quality.Inputs.MARKED;
import static io.levelfield.quality.Inputs.MINIMUM;
import static io.levelfield.quality.Inputs.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.TallyKey;
import io.levelfield.model.quality.Quality;
import io.levelfield.testing.InEnglish;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The screen of results for objectivity. */
class ObjectivityTest {

  /**
   * Ten schools, so a school may be asked with a chance of .001; of 20 pupils near the minimum a
   * fifth is expected at it: P(X ≥ 10) = .0026, P(X ≥ 11) = .0006.
   */
  @ParameterizedTest
  @CsvSource({"10, false", "11, true"})
  void heapsAtTheMinimumAreFoundFromTheirBoundOn(int at, boolean found) {
    var inputs = new Inputs();
    for (int s = 0; s < 9; s++) {
      near(inputs, "s" + s, 4);
    }
    near(inputs, "heap", at);

    assertThat(inputs.found().contains("heap heaped-at-minimum")).isEqualTo(found);
    assertThat(inputs.found()).allMatch(finding -> finding.equals("heap heaped-at-minimum"));
  }

  @Test
  void aHeapThatAllSchoolsHaveIsTheTests() {
    var inputs = new Inputs();
    for (int s = 0; s < 10; s++) {
      near(inputs, "s" + s, 14);
    }

    assertThat(inputs.found()).isEmpty();
  }

  @Test
  void onlyScreenedProceduresAreLookedAt() {
    var inputs = new Inputs();
    for (int s = 0; s < 10; s++) {
      near(inputs, "s" + s, 4);
      inputs.pupils("s" + s, YEAR, ELSEWHERE, MINIMUM, s == 0 ? 200 : 1);
      inputs.pupils("s" + s, YEAR, ELSEWHERE, MINIMUM + 1, 10);
    }

    assertThat(inputs.found()).isEmpty();
    assertThat(inputs.check().screened())
        .hasSize(10)
        .allMatch(key -> key.measure().procedure().equals(MARKED));
  }

  @Test
  void aProcedureWithoutResultsIsNoted() {
    var inputs = new Inputs();
    near(inputs, "s1", 4);
    near(inputs, "s2", 4);

    assertThat(InEnglish.of(inputs.check().notes()))
        .singleElement()
        .asString()
        .contains("names the procedure " + ELSEWHERE, "there are: " + MARKED);
  }

  /** Twenty pupils near the minimum. */
  private static void near(Inputs inputs, String school, int at) {
    inputs.pupils(school, YEAR, MARKED, MINIMUM, at);
    int rest = 20 - at;
    int[] others = {-2, -1, 1, 2};
    for (int i = 0; i < rest; i++) {
      inputs.pupils(school, YEAR, MARKED, MINIMUM + others[i % 4], 1);
    }
  }

  @Test
  void resultsThatOthersDoNotConfirmAreFound() {
    Inputs inputs = district(new Random(5), 24, 40, 1);
    inflate(inputs, new Random(6), "s07");

    Quality quality = inputs.check();

    assertThat(quality.findings().stream().map(Inputs::brief))
        .contains("s07 unconfirmed-elsewhere")
        .allMatch(finding -> finding.startsWith("s07"));
    assertThat(quality.unconfirmed())
        .hasSize(1)
        .allMatch(key -> key.schoolId().equals("s07"))
        .allMatch(key -> key.measure().procedure().equals(MARKED));
  }

  @Test
  void aHighResultThatFallsFarBackIsFound() {
    var inputs = new Inputs();
    for (int s = 0; s < 20; s++) {
      String school = String.format("s%02d", s);
      double level = 60 + s % 5;
      for (int pupil = 0; pupil < 30; pupil++) {
        double spread = pupil % 3 - 1;
        inputs.pupils(school, YEAR, MARKED, (s == 3 ? 80 : level) + spread, 1);
        inputs.pupils(school, YEAR, ELSEWHERE, (s == 3 ? 60 : level) + spread, 1);
      }
    }

    assertThat(inputs.found()).containsExactly("s03 high-but-unconfirmed");
  }

  @Test
  void aJumpIsFoundAndOnlyARiseIsUnconfirmed() {
    var random = new Random(9);
    Inputs inputs = district(random, 20, 30, 2);
    for (int pupil = 0; pupil < 30; pupil++) {
      inputs.pupils("rise", YEAR - 1, MARKED, score(random, -0.5), 1);
      inputs.pupils("rise", YEAR, MARKED, score(random, 2), 1);
      inputs.pupils("fall", YEAR - 1, MARKED, score(random, 1.5), 1);
      inputs.pupils("fall", YEAR, MARKED, score(random, -1), 1);
    }

    Quality quality = inputs.check();

    assertThat(quality.findings().stream().map(Inputs::brief))
        .containsExactly("fall implausible-fall", "rise implausible-rise");
    assertThat(quality.unconfirmed().stream().map(TallyKey::schoolId)).containsExactly("rise");
  }

  @Test
  void renamingSchoolsRenamesFindings() {
    Inputs one = district(new Random(5), 24, 40, 1);
    inflate(one, new Random(6), "s07");
    assertThat(one.found()).isEqualTo(one.found());
    // The same pupils under names in another order.
    var other = new Inputs();
    copy(new Random(5), new Random(6), other);

    assertThat(other.found())
        .isEqualTo(one.found().stream().map(f -> f.replace("s07", "t16")).toList());
  }

  private static void copy(Random random, Random inflated, Inputs into) {
    for (int s = 0; s < 24; s++) {
      add(random, into, String.format("t%02d", 23 - s), 40, 1);
    }
    inflate(into, inflated, "t16");
  }

  /** Questions to sound schools are rare, however small the schools. */
  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 50})
  void soundSchoolsAreLeftAlone(int pupils) {
    int districts = 150;
    int asked = 0;
    int findings = 0;
    for (int d = 0; d < districts; d++) {
      List<String> found = district(new Random(1000 + d), 24, pupils, 3).found();
      asked += found.isEmpty() ? 0 : 1;
      findings += found.size();
    }

    System.out.printf(
        "%d pupils: %d questions in %d sound districts of 24 schools, %d districts asked%n",
        pupils, findings, districts, asked);
    // Three checks, each with a chance of .01 in a district.
    assertThat(asked / (double) districts).isLessThanOrEqualTo(0.08);
    assertThat(findings / (districts * 24.0)).isLessThanOrEqualTo(0.01);
  }

  private static Inputs district(Random random, int schools, int pupils, int years) {
    var inputs = new Inputs();
    for (int s = 0; s < schools; s++) {
      add(random, inputs, String.format("s%02d", s), pupils, years);
    }
    return inputs;
  }

  private static void add(Random random, Inputs inputs, String school, int pupils, int years) {
    double truth = 0.5 * random.nextGaussian();
    for (int year = YEAR - years + 1; year <= YEAR; year++) {
      double ofYear = truth + 0.1 * random.nextGaussian();
      for (int pupil = 0; pupil < pupils; pupil++) {
        inputs.pupils(school, year, MARKED, score(random, ofYear), 1);
        inputs.pupils(school, year, ELSEWHERE, score(random, ofYear), 1);
      }
    }
  }

  private static void inflate(Inputs inputs, Random random, String school) {
    for (int pupil = 0; pupil < 40; pupil++) {
      inputs.pupils(school, YEAR, MARKED, score(random, 4), 1);
    }
  }

  private static double score(Random random, double school) {
    return Math.rint(50 + 12 * (school + random.nextGaussian()));
  }
}
