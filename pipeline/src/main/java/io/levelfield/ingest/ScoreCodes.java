package io.levelfield.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Numbers of the distinct scores of a part: of an examination there are few. */
final class ScoreCodes {
  /** Whole scores below this are looked up in an array. */
  private static final int FEW = 1 << 10;

  private static final int NONE = -1;

  private final int[] ofWhole = new int[FEW];
  private final Map<Double, Integer> ofOthers = new HashMap<>();
  private double[] scores = new double[1 << 7];
  private int size;

  ScoreCodes() {
    Arrays.fill(ofWhole, NONE);
  }

  /** The number of a score; -0 is 0. */
  int code(double score) {
    int whole = (int) score;
    if (whole == score && whole >= 0 && whole < FEW) {
      if (ofWhole[whole] == NONE) {
        ofWhole[whole] = add(whole);
      }
      return ofWhole[whole];
    }
    return ofOthers.computeIfAbsent(score, this::add);
  }

  private int add(double score) {
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, 2 * size);
    }
    scores[size] = score;
    return size++;
  }

  int size() {
    return size;
  }

  double score(int code) {
    return scores[code];
  }

  /** All scores, ascending. */
  double[] ascending() {
    double[] ascending = Arrays.copyOf(scores, size);
    Arrays.sort(ascending);
    return ascending;
  }

  /** By code, the place of its score among all. */
  int[] ranks() {
    double[] ascending = ascending();
    return IntStream.range(0, size)
        .map(code -> Arrays.binarySearch(ascending, scores[code]))
        .toArray();
  }
}
