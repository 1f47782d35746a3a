package io.levelfield.support.growth;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.ResizableDoubleArray;

/** Places of scores among all pupils of their measure. */
final class MeasureRanks {
  private final Map<Measure, MidRanks> byMeasure = new HashMap<>();

  /**
   * @param measures whose scores are to be placed
   */
  MeasureRanks(List<ResultTally> tallies, Collection<Measure> measures) {
    Map<Measure, ResizableDoubleArray> scores = new HashMap<>();
    measures.forEach(measure -> scores.put(measure, new ResizableDoubleArray()));
    for (ResultTally tally : tallies) {
      ResizableDoubleArray all = scores.get(tally.measure());
      if (all != null) {
        for (int i = 0; i < tally.scores().distinct(); i++) {
          for (int pupil = 0; pupil < tally.scores().count(i); pupil++) {
            all.addElement(tally.scores().score(i));
          }
        }
      }
    }
    scores.forEach((measure, all) -> byMeasure.put(measure, new MidRanks(all.getElements())));
  }

  MidRanks of(Measure measure) {
    return byMeasure.get(measure);
  }
}
