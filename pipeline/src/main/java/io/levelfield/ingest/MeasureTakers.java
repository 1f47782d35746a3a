package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which schools took which measure.
 *
 * @param schools codes, each once
 * @param byMeasure places of the schools in that list
 */
record MeasureTakers(List<String> schools, Map<Measure, BitSet> byMeasure) {

  /** Those that have a tally. */
  static MeasureTakers of(List<ResultTally> tallies) {
    Map<String, Integer> places = new LinkedHashMap<>();
    Map<Measure, BitSet> byMeasure = new HashMap<>();
    String last = "";
    int place = 0;
    for (ResultTally tally : tallies) {
      String school = tally.schoolId();
      if (!school.equals(last) || places.isEmpty()) {
        Integer known = places.putIfAbsent(school, places.size());
        place = known == null ? places.size() - 1 : known;
        last = school;
      }
      byMeasure.computeIfAbsent(tally.measure(), measure -> new BitSet()).set(place);
    }
    return new MeasureTakers(List.copyOf(places.keySet()), byMeasure);
  }
}
