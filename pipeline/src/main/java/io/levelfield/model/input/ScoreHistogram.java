package io.levelfield.model.input;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * How many pupils got each score: the accumulator of the fold. It keeps the distinct scores exactly
 * and in ascending order, so every statistic read from it is the same whatever order the pupils
 * came in, and a new threshold needs no second reading of them.
 *
 * <p>Scores of an examination take few distinct values. A continuous scale degenerates to an entry
 * per pupil; a study of many such pupils rounds them on the way in ({@code score_step}).
 */
public final class ScoreHistogram {
  private static final int INITIAL_CAPACITY = 4;

  private double[] scores = new double[INITIAL_CAPACITY];
  private int[] counts = new int[INITIAL_CAPACITY];
  private int distinct;
  private long total;

  /**
   * A histogram from its distinct scores, ascending, and the pupils with each; the arrays are kept.
   *
   * @throws IllegalArgumentException if they differ in length
   */
  public static ScoreHistogram of(double[] scores, int[] counts) {
    if (scores.length != counts.length) {
      throw new IllegalArgumentException(scores.length + " scores, " + counts.length + " counts");
    }
    var histogram = new ScoreHistogram();
    histogram.scores = scores;
    histogram.counts = counts;
    histogram.distinct = scores.length;
    for (int count : counts) {
      histogram.total += count;
    }
    return histogram;
  }

  /** Counts one pupil with this score. */
  public void add(double score) {
    add(score, 1);
  }

  /**
   * Counts {@code count} pupils with this score.
   *
   * @throws IllegalArgumentException if the score is not finite or the count not positive
   */
  public void add(double score, int count) {
    if (!Double.isFinite(score) || count <= 0) {
      throw new IllegalArgumentException(count + " pupils with score " + score);
    }
    double exact = score + 0.0; // -0.0 and 0.0 are one score
    int at = Arrays.binarySearch(scores, 0, distinct, exact);
    if (at >= 0) {
      counts[at] = Math.addExact(counts[at], count);
    } else {
      insert(-at - 1, exact, count);
    }
    total += count;
  }

  /** Adds another histogram's pupils to this one. */
  public ScoreHistogram merge(ScoreHistogram other) {
    if (holdsScoresOf(other)) {
      int at = 0;
      for (int j = 0; j < other.distinct; j++) {
        while (scores[at] < other.scores[j]) {
          at++;
        }
        counts[at] = Math.addExact(counts[at], other.counts[j]);
      }
      total += other.total;
      return this;
    }
    double[] mergedScores = new double[distinct + other.distinct];
    int[] mergedCounts = new int[distinct + other.distinct];
    int merged = 0;
    int i = 0;
    int j = 0;
    while (i < distinct || j < other.distinct) {
      boolean own = j == other.distinct || (i < distinct && scores[i] <= other.scores[j]);
      boolean theirs = i == distinct || (j < other.distinct && other.scores[j] <= scores[i]);
      mergedScores[merged] = own ? scores[i] : other.scores[j];
      mergedCounts[merged] = Math.addExact(own ? counts[i] : 0, theirs ? other.counts[j] : 0);
      merged++;
      i += own ? 1 : 0;
      j += theirs ? 1 : 0;
    }
    scores = mergedScores;
    counts = mergedCounts;
    distinct = merged;
    total += other.total;
    return this;
  }

  /** Whether the other has no score that this one lacks, as soon is so of a fold's many parts. */
  private boolean holdsScoresOf(ScoreHistogram other) {
    int at = 0;
    for (int j = 0; j < other.distinct; j++) {
      while (at < distinct && scores[at] < other.scores[j]) {
        at++;
      }
      if (at == distinct || scores[at] > other.scores[j]) {
        return false;
      }
    }
    return true;
  }

  private void insert(int at, double score, int count) {
    if (distinct == scores.length) {
      scores = Arrays.copyOf(scores, Math.max(INITIAL_CAPACITY, distinct * 2));
      counts = Arrays.copyOf(counts, Math.max(INITIAL_CAPACITY, distinct * 2));
    }
    System.arraycopy(scores, at, scores, at + 1, distinct - at);
    System.arraycopy(counts, at, counts, at + 1, distinct - at);
    scores[at] = score;
    counts[at] = count;
    distinct++;
  }

  public boolean isEmpty() {
    return total == 0;
  }

  /** Pupils counted. */
  public long total() {
    return total;
  }

  /** Number of distinct scores. */
  public int distinct() {
    return distinct;
  }

  /** The {@code i}-th distinct score, ascending. */
  public double score(int i) {
    return scores[i];
  }

  /** Pupils with the {@code i}-th distinct score. */
  public int count(int i) {
    return counts[i];
  }

  /** Pupils whose score lies below the threshold. */
  public long below(double threshold) {
    long sum = 0;
    for (int i = 0; i < distinct && scores[i] < threshold; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** Pupils whose score reaches the threshold. */
  public long atLeast(double threshold) {
    return total - below(threshold);
  }

  /**
   * Mean score.
   *
   * @throws NoSuchElementException if nobody was counted
   */
  public double mean() {
    requirePupils();
    double sum = 0;
    for (int i = 0; i < distinct; i++) {
      sum += scores[i] * counts[i];
    }
    return sum / total;
  }

  /** Sum of squared deviations from the mean. */
  public double squaredDeviations() {
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < distinct; i++) {
      double deviation = scores[i] - mean;
      sum += deviation * deviation * counts[i];
    }
    return sum;
  }

  /** Lowest score. */
  public double min() {
    requirePupils();
    return scores[0];
  }

  /** Highest score. */
  public double max() {
    requirePupils();
    return scores[distinct - 1];
  }

  private void requirePupils() {
    if (isEmpty()) {
      throw new NoSuchElementException("no pupils counted");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreHistogram that
        && distinct == that.distinct
        && Arrays.equals(scores, 0, distinct, that.scores, 0, distinct)
        && Arrays.equals(counts, 0, distinct, that.counts, 0, distinct);
  }

  @Override
  public int hashCode() {
    int hash = distinct;
    for (int i = 0; i < distinct; i++) {
      hash = 31 * (31 * hash + Double.hashCode(scores[i])) + counts[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return total + " pupils, " + distinct + " distinct scores";
  }
}
