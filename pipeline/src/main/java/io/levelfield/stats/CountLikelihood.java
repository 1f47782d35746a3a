package io.levelfield.stats;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;

/**
 * How well each cell of {@link ShareCells} explains that x of n pupils are below the minimum: the
 * binomial likelihood, relative to its top, averaged over the cell. It is integrated by Gauss and
 * Legendre where it is not negligible, twelve standard errors around its top, so that three
 * thousand million pupils cost what ten do.
 */
final class CountLikelihood {
  /** Half-width of what is integrated, in standard errors. */
  private static final double REACH = 12;

  private static final int FEWEST_POINTS = 3;
  private static final int MOST_POINTS = 40;
  private static final double POINTS_PER_ERROR = 1.5;
  private static final GaussIntegrator[] RULES = new GaussIntegrator[MOST_POINTS + 1];

  static {
    var factory = new LegendreRuleFactory();
    for (int m = FEWEST_POINTS; m <= MOST_POINTS; m++) {
      RULES[m] = new GaussIntegrator(factory.getRule(m));
    }
  }

  private final long x;
  private final long n;
  private final double top;
  private final double low;
  private final double high;
  private final int first;
  private final double[] likelihood;
  private final double[] moment;

  CountLikelihood(long x, long n) {
    if (x < 0 || x > n || n == 0) {
      throw new IllegalArgumentException(x + " of " + n + " is no share");
    }
    this.x = x;
    this.n = n;
    top = (double) x / n;
    double place = ShareCells.place(top);
    double reach = REACH / Math.sqrt((double) n) / ShareCells.WIDTH;
    low = Math.max(0, place - reach);
    high = Math.min(ShareCells.COUNT, place + reach);
    first = Math.min((int) low, ShareCells.COUNT - 1);
    int last = Math.min((int) high, ShareCells.COUNT - 1);
    likelihood = new double[last - first + 1];
    moment = new double[likelihood.length];
    for (int j = 0; j < likelihood.length; j++) {
      integrate(first + j, first + j + 1.0, j);
    }
  }

  private void integrate(double from, double to, int cell) {
    double left = Math.max(low, from);
    double right = Math.min(high, to);
    if (!(right > left)) {
      return;
    }
    double width = (right - left) * ShareCells.WIDTH;
    double points = FEWEST_POINTS + POINTS_PER_ERROR * width * Math.sqrt((double) n);
    GaussIntegrator rule = RULES[(int) Math.min(MOST_POINTS, points)];
    for (int i = 0; i < rule.getNumberOfPoints(); i++) {
      double at = (left + right + rule.getPoint(i) * (right - left)) / 2 * ShareCells.WIDTH;
      double share = Math.sin(at / 2) * Math.sin(at / 2);
      double weight = rule.getWeight(i) * (right - left) / 2 * density(share);
      likelihood[cell] += weight;
      moment[cell] += weight * share;
    }
  }

  private double density(double share) {
    double log = x == 0 ? 0 : x * Math.log(share / top);
    log += x == n ? 0 : (n - x) * Math.log((1 - share) / (1 - top));
    return Math.exp(log);
  }

  /** The likelihood under a distribution of true shares. */
  double of(double[] cells) {
    double sum = 0;
    for (int j = 0; j < likelihood.length; j++) {
      sum += cells[first + j] * likelihood[j];
    }
    return sum;
  }

  /** The likelihood times the share, under a distribution of true shares. */
  double momentOf(double[] cells) {
    double sum = 0;
    for (int j = 0; j < moment.length; j++) {
      sum += cells[first + j] * moment[j];
    }
    return sum;
  }

  /** By cell, from {@link #first}: the average likelihood. */
  double[] byCell() {
    return likelihood;
  }

  /** The first cell where the likelihood is not negligible. */
  int first() {
    return first;
  }

  /** By cell, from {@link #first}: the average likelihood of the part at or above a share. */
  double[] byCellFrom(double threshold) {
    double from = ShareCells.place(threshold);
    double[] above = new double[likelihood.length];
    for (int j = 0; j < above.length; j++) {
      if (first + j >= from) {
        above[j] = likelihood[j];
      } else if (first + j + 1 > from) {
        var part = new CountLikelihood(x, n, this);
        part.integrate(from, first + j + 1.0, j);
        above[j] = part.likelihood[j];
      }
    }
    return above;
  }

  /** An empty one of the same cells. */
  private CountLikelihood(long x, long n, CountLikelihood same) {
    this.x = x;
    this.n = n;
    top = same.top;
    low = same.low;
    high = same.high;
    first = same.first;
    likelihood = new double[same.likelihood.length];
    moment = new double[likelihood.length];
  }
}
