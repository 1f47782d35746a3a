package io.levelfield.identify;

import io.levelfield.identify.SchoolCounts.Count;
import io.levelfield.stats.EffectGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How far a school's examinations go together: how much of what sets its true shares off from other
 * schools' is an effect of the school, the same in all examinations and years, and how much an
 * effect of the school in one examination, the same in all years. Both are told by their posterior
 * over a grid, each point as likely as the others before the results are seen; what is made of it
 * is averaged over the points.
 */
final class SchoolEffect {
  /** Correlation of an examination's true shares between two years. */
  private static final double[] CORRELATIONS = {0, .2, .4, .6, .75, .85, .92, .97};

  /** What part of that is shared by all examinations. */
  private static final double[] SHARED = {1, .75, .5, .25, 0};

  private static final int MOST_SCHOOLS = 200;
  private static final double NEGLIGIBLE = 0.03;

  /**
   * A point of the grid.
   *
   * @param counts what counts say at a correlation of the true shares of one examination between
   *     two years, on the normal scale
   * @param shared the part of it that all examinations share
   * @param weight its posterior probability
   */
  record Point(LinkedCounts counts, double shared, double weight) {
    /** Correlation of the true shares of two examinations. */
    double betweenExaminations() {
      return counts.correlation() * shared;
    }
  }

  private final List<Point> points;

  private SchoolEffect(List<Point> points) {
    this.points = List.copyOf(points);
  }

  /** Examinations that do not go together. */
  static SchoolEffect none() {
    return new SchoolEffect(
        List.of(new Point(new LinkedCounts(new LinkedCounts.Scales(), 0), 1, 1)));
  }

  /**
   * Learns how far examinations go together.
   *
   * @param counts by school
   * @param year the newest year
   * @param years so many enter, the newest ones
   */
  static SchoolEffect of(Map<String, SchoolCounts> counts, int year, int years) {
    List<List<List<Count>>> histories = new ArrayList<>();
    boolean severalYears = false;
    for (SchoolCounts own : sample(counts)) {
      List<List<Count>> ofSchool = histories(own, year, years);
      severalYears |= ofSchool.stream().anyMatch(h -> h.size() > 1);
      if (ofSchool.stream().mapToInt(List::size).sum() > 1) {
        histories.add(ofSchool);
      }
    }
    if (histories.isEmpty()) {
      return none();
    }
    var scales = new LinkedCounts.Scales();
    double[] parts = severalYears ? SHARED : new double[] {1};
    List<Point> logs =
        Arrays.stream(CORRELATIONS)
            .parallel()
            .mapToObj(
                correlation -> {
                  var linked = new LinkedCounts(scales, correlation);
                  return Arrays.stream(correlation == 0 ? new double[] {1} : parts)
                      .mapToObj(
                          shared ->
                              new Point(linked, shared, logLikelihood(histories, linked, shared)))
                      .toList();
                })
            .flatMap(List::stream)
            .toList();
    return new SchoolEffect(posterior(logs));
  }

  /** Every second, third … school, so that many schools cost no more than some. */
  private static Collection<SchoolCounts> sample(Map<String, SchoolCounts> counts) {
    int step = (counts.size() + MOST_SCHOOLS - 1) / MOST_SCHOOLS;
    List<SchoolCounts> sample = new ArrayList<>();
    int i = 0;
    for (SchoolCounts own : counts.values()) {
      if (i++ % step == 0) {
        sample.add(own);
      }
    }
    return sample;
  }

  private static List<List<Count>> histories(SchoolCounts own, int year, int years) {
    Map<Examination, List<Count>> histories = new HashMap<>();
    for (int back = 0; back < years; back++) {
      own.in(year - back)
          .forEach(
              (examination, count) -> {
                if (count.spread().isPresent()) {
                  histories.computeIfAbsent(examination, e -> new ArrayList<>()).add(count);
                }
              });
    }
    return new TreeSet<>(histories.keySet()).stream().map(histories::get).toList();
  }

  private static double logLikelihood(
      List<List<List<Count>>> schools, LinkedCounts linked, double shared) {
    var paths = new EffectPaths(shared);
    double[] logs = new double[schools.size()];
    int s = 0;
    for (List<List<Count>> school : schools) {
      double[] byNode = new double[EffectGrid.NODES];
      Arrays.fill(byNode, 1);
      for (List<Count> history : school) {
        double[] product = new double[EffectGrid.NODES];
        Arrays.fill(product, 1);
        for (Count count : history) {
          double[] likelihood = linked.likelihood(count);
          double alone = mean(likelihood);
          Arrays.setAll(product, k -> product[k] * likelihood[k] / alone);
        }
        for (int k = 0; k < byNode.length; k++) {
          byNode[k] *= paths.mean(product, k);
        }
      }
      logs[s++] = Math.log(Math.max(Double.MIN_NORMAL, mean(byNode)));
    }
    // In an order of their own, so that the sum does not hang on that of schools.
    Arrays.sort(logs);
    return Arrays.stream(logs).sum();
  }

  private static double mean(double[] byNode) {
    double mean = 0;
    for (int k = 0; k < byNode.length; k++) {
      mean += EffectGrid.weight(k) * byNode[k];
    }
    return mean;
  }

  /** Points with probabilities instead of their logarithms, without the negligible ones. */
  private static List<Point> posterior(List<Point> logs) {
    double top = logs.stream().mapToDouble(Point::weight).max().orElseThrow();
    List<Point> likely =
        logs.stream().filter(p -> p.weight() > top + Math.log(NEGLIGIBLE)).toList();
    double sum = likely.stream().mapToDouble(p -> Math.exp(p.weight() - top)).sum();
    return likely.stream()
        .map(p -> new Point(p.counts(), p.shared(), Math.exp(p.weight() - top) / sum))
        .toList();
  }

  List<Point> points() {
    return points;
  }

  /** The correlation of the true shares of two examinations of a school, on the normal scale. */
  double betweenExaminations() {
    return points.stream().mapToDouble(p -> p.weight() * p.betweenExaminations()).sum();
  }
}
