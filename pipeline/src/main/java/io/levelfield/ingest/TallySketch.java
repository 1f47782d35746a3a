package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ScoreHistogram;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * What pupils of some schools of a file came to, short enough to be kept of every file: of the
 * schools whose codes have the smallest hashes, so that files that hold the same schools keep the
 * same ones (a bottom-k sketch: E. Cohen, H. Kaplan, Summarizing data using bottom-k sketches, PODC
 * 2007). Sketches of parts give that of the file.
 *
 * @param bySchool by hash of a school's code, of each measure what its pupils came to
 */
record TallySketch(SortedMap<Long, Map<Measure, Print>> bySchool) implements Serializable {
  static final TallySketch NOTHING = new TallySketch(new TreeMap<>());

  /** Schools that are kept. */
  private static final int SCHOOLS = 50;

  /**
   * What pupils came to in a measure.
   *
   * @param pupils with a score
   * @param scores a sum of hashes of their scores: the same for the same scores in any order
   */
  record Print(long pupils, long scores) implements Serializable {
    private static Print of(TallyAccumulator tally) {
      ScoreHistogram scores = tally.scores();
      long sum = 0;
      for (int i = 0; i < scores.distinct(); i++) {
        byte[] score = ByteBuffer.allocate(Double.BYTES).putDouble(scores.score(i)).array();
        sum += hash(score) * scores.count(i);
      }
      return new Print(scores.total(), sum);
    }

    private Print plus(Print other) {
      return new Print(pupils + other.pupils, scores + other.scores);
    }
  }

  static TallySketch of(Map<String, SchoolTallies> tallies) {
    SortedMap<Long, SchoolTallies> kept = new TreeMap<>();
    tallies.forEach(
        (school, own) -> {
          long hash = hash(school.getBytes(StandardCharsets.UTF_8));
          if (kept.size() < SCHOOLS || hash < kept.lastKey()) {
            kept.put(hash, own);
            cut(kept);
          }
        });
    SortedMap<Long, Map<Measure, Print>> bySchool = new TreeMap<>();
    kept.forEach(
        (school, own) -> {
          Map<Measure, Print> prints = new TreeMap<>();
          own.byMeasure().forEach((measure, tally) -> prints.put(measure, Print.of(tally)));
          bySchool.put(school, prints);
        });
    return new TallySketch(bySchool);
  }

  /** The sketch of two parts together. */
  TallySketch plus(TallySketch other) {
    SortedMap<Long, Map<Measure, Print>> all = new TreeMap<>(bySchool);
    other.bySchool.forEach(
        (school, more) ->
            all.merge(
                school,
                more,
                (own, added) -> {
                  Map<Measure, Print> both = new TreeMap<>(own);
                  added.forEach((measure, print) -> both.merge(measure, print, Print::plus));
                  return both;
                }));
    cut(all);
    return new TallySketch(all);
  }

  private static long hash(byte[] bytes) {
    return MurmurHash3.hash128x64(bytes)[0];
  }

  private static void cut(SortedMap<Long, ?> schools) {
    while (schools.size() > SCHOOLS) {
      schools.remove(schools.lastKey());
    }
  }
}
