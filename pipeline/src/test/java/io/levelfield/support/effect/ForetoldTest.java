package io.levelfield.support.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.support.EffectAnalysis.Kind;
import io.levelfield.stats.Courses;
import io.levelfield.stats.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForetoldTest {
  private static final int SCHOOLS = 60;
  private static final int YEARS = 4;
  private static final int CONTROLS = 3;

  private final Courses courses =
      DrawnCourses.of(SCHOOLS, YEARS, RandomStream.at(8), random -> 10 + random.nextInt(30));

  @Test
  void theNearestAreThoseOfAllThatAreNearest() {
    Foretold foretold = foretold(7);

    for (int school = 0; school < SCHOOLS; school++) {
      for (int before = 1; before < YEARS; before++) {
        int[] known = foretold.known(before);
        int[] all = foretold.nearest(school, before, known, SCHOOLS);
        assertThat(all).hasSize(SCHOOLS - 1).doesNotContain(school);
        assertThat(foretold.nearest(school, before)).isEqualTo(Arrays.copyOf(all, 7));
        assertThat(foretold.nearest(school, before, known, 7)).isEqualTo(Arrays.copyOf(all, 7));
      }
    }
  }

  /** Most schools have support, so that few of those nearest can be controls. */
  @Test
  void controlsAreTheSameHoweverManyAreKept() {
    int[] first =
        IntStream.range(0, SCHOOLS).map(s -> s % 6 == 0 ? Starts.NEVER : 1 + s % 3).toArray();
    int[] last = new int[SCHOOLS];
    Arrays.fill(last, Starts.NEVER);
    var starts = new Starts(first, last);
    Question question = Question.of(Kind.OVERALL);

    Contrast few = Contrast.of(foretold(1), starts, YEARS, question, CONTROLS);
    Contrast all = Contrast.of(foretold(SCHOOLS), starts, YEARS, question, CONTROLS);

    assertThat(few.treated()).isEqualTo(SCHOOLS - SCHOOLS / 6);
    assertThat(few.controls()).isEqualTo(all.controls()).isPositive();
    assertThat(few.se()).isEqualTo(all.se());
  }

  private Foretold foretold(int near) {
    return DrawnCourses.foretold(courses, SCHOOLS, YEARS, near);
  }
}
