package io.levelfield.quality;

import static io.levelfield.quality.Inputs.ELSEWHERE;
import static io.levelfield.quality.Inputs.MARKED;
import static io.levelfield.quality.Inputs.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.quality.Quality;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.testing.InEnglish;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks the wrong way round make the best schools the worst. */
class ReversedResultsTest {

  @Test
  void theProcedureThatGoesAgainstAllOthersIsNamed() {
    Quality quality = district(new Random(1), 15, MARKED + " " + YEAR).check();

    assertThat(reversed(quality)).containsExactly(MARKED + " " + YEAR);
    assertThat(InEnglish.of(quality.notes()))
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith("own 2024: the better a school here, the worse it is")
                    .contains("beside: own 2023, state 2024"));
  }

  /** Of two that nobody else confirms the newer one, with the other named. */
  @Test
  void ofTwoTheNewerOneIsNamed() {
    var inputs = new Inputs();
    var random = new Random(2);
    for (int s = 0; s < 12; s++) {
      school(inputs, random, s, MARKED, YEAR - 1, s - 5.5);
      school(inputs, random, s, MARKED, YEAR, 5.5 - s);
    }

    assertThat(reversed(inputs.check())).containsExactly(MARKED + " " + YEAR);
  }

  /** Schools whose results are chance go now along, now against. */
  @ParameterizedTest
  @ValueSource(ints = {10, 15, 60})
  void nextToNothingIsAskedOfChance(int schools) {
    List<String> asked = new ArrayList<>();
    for (int d = 0; d < 300; d++) {
      var random = new Random(d);
      var inputs = new Inputs();
      for (int s = 0; s < schools; s++) {
        for (String procedure : List.of(MARKED, ELSEWHERE)) {
          for (int year = YEAR - 2; year <= YEAR; year++) {
            school(inputs, random, s, procedure, year, 5 * random.nextGaussian());
          }
        }
      }
      asked.addAll(reversed(inputs.check()));
    }

    assertThat(asked).hasSizeLessThanOrEqualTo(300 / 50);
  }

  @Test
  void fewSchoolsTellNothing() {
    assertThat(reversed(district(new Random(3), 9, MARKED + " " + YEAR).check())).isEmpty();
  }

  private static Inputs district(Random random, int schools, String reversed) {
    var inputs = new Inputs();
    for (int s = 0; s < schools; s++) {
      double level = s - schools / 2.0 + random.nextGaussian();
      for (String procedure : List.of(MARKED, ELSEWHERE)) {
        for (int year = YEAR - 1; year <= YEAR; year++) {
          boolean turned = (procedure + " " + year).equals(reversed);
          school(inputs, random, s, procedure, year, turned ? -level : level);
        }
      }
    }
    return inputs;
  }

  private static void school(
      Inputs inputs, Random random, int s, String procedure, int year, double level) {
    for (int pupil = 0; pupil < 20; pupil++) {
      double score = Math.rint(50 + level + 5 * random.nextGaussian());
      inputs.pupils("s" + (10 + s), year, procedure, score, 1);
    }
  }

  private static List<String> reversed(Quality quality) {
    return quality.findings().stream()
        .filter(finding -> finding.rule().equals("reversed"))
        .peek(finding -> assertThat(finding.schoolId()).isEqualTo(QualityFinding.SEVERAL))
        .map(finding -> finding.column() + " " + finding.year())
        .toList();
  }
}
