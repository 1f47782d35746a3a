package io.levelfield.model.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScoreHistogramTest {
  @Property
  void mergedHistogramsAreThatOfAllPupils(@ForAll("groups") List<List<Double>> groups) {
    var merged = new ScoreHistogram();
    var all = new ScoreHistogram();
    for (List<Double> group : groups) {
      var own = new ScoreHistogram();
      group.forEach(own::add);
      List<String> before = told(own);
      merged.merge(own);
      group.forEach(all::add);

      assertThat(told(own)).as("the one that was merged").isEqualTo(before);
      assertThat(told(merged)).isEqualTo(told(all));
      assertThat(merged.total()).isEqualTo(all.total());
    }
  }

  private static List<String> told(ScoreHistogram histogram) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < histogram.distinct(); i++) {
      told.add(histogram.score(i) + " x " + histogram.count(i));
    }
    return told;
  }

  @Provide
  Arbitrary<List<List<Double>>> groups() {
    Arbitrary<Double> score = Arbitraries.of(-1.0, 0.0, 2.0, 3.5, 50.0, 51.0, 100.0);
    return score.list().ofMaxSize(12).list().ofMaxSize(8);
  }
}
