package io.levelfield.ingest;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.PupilSpread;
import io.levelfield.study.Indicator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** How a school's pupils differ from one another in their social context. */
final class PupilSpreads {
  private static final double QUARTER = 0.25;

  private PupilSpreads() {}

  /** How each indicator is taken: scaled on all pupils, weighted as experts do or equally. */
  static List<PupilIndexFold.Part> parts(
      SortedMap<SchoolYear, PupilContextFold.Sums> bySchool,
      List<String> keys,
      Map<String, Indicator> indicators) {
    List<PupilIndexFold.Part> parts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Indicator indicator = indicators.get(keys.get(i));
      long known = 0;
      double mean = 0;
      double deviations = 0;
      // In the order of schools, so that the same rows give the same digits however split.
      for (PupilContextFold.Sums sums : bySchool.values()) {
        long own = sums.known(i);
        if (own > 0) {
          double apart = sums.mean(i) - mean;
          long together = known + own;
          deviations +=
              (own > 1 ? sums.variance(i) * (own - 1) : 0) + apart * apart * known * own / together;
          mean += apart * own / together;
          known = together;
        }
      }
      parts.add(
          new PupilIndexFold.Part(
              mean,
              known > 1 ? Math.sqrt(deviations / (known - 1)) : 0,
              indicator.direction().sign() * indicator.weight().orElse(1)));
    }
    return parts;
  }

  /** Of every school-year with pupils, in their order. */
  static List<PupilSpread> of(SortedMap<SchoolYear, PupilIndexFold.Spread> bySchool) {
    Map<Integer, boolean[]> lowest = new HashMap<>();
    List<PupilSpread> spreads = new ArrayList<>();
    bySchool.forEach(
        (key, spread) -> {
          if (spread.pupils() > 0) {
            boolean[] low = lowest.computeIfAbsent(key.year(), year -> lowest(bySchool, year));
            long among = 0;
            for (int bin = 0; bin < low.length; bin++) {
              among += low[bin] ? spread.count(bin) : 0;
            }
            spreads.add(
                new PupilSpread(
                    key.schoolId(),
                    key.year(),
                    spread.pupils(),
                    spread.pupils() > 1 ? OptionalDouble.of(spread.sd()) : OptionalDouble.empty(),
                    (double) among / spread.pupils()));
          }
        });
    return spreads;
  }

  /** Which values of the index belong to the lowest quarter of a year's pupils. */
  private static boolean[] lowest(SortedMap<SchoolYear, PupilIndexFold.Spread> bySchool, int year) {
    long[] counts = new long[PupilIndexFold.Spread.bins()];
    long pupils = 0;
    for (Map.Entry<SchoolYear, PupilIndexFold.Spread> entry : bySchool.entrySet()) {
      if (entry.getKey().year() == year) {
        pupils += entry.getValue().pupils();
        for (int bin = 0; bin < counts.length; bin++) {
          counts[bin] += entry.getValue().count(bin);
        }
      }
    }
    boolean[] lowest = new boolean[counts.length];
    long below = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      // Pupils level with one another count half, as everywhere where a quarter is told.
      lowest[bin] = below + counts[bin] / 2.0 < QUARTER * pupils;
      below += counts[bin];
    }
    return lowest;
  }
}
