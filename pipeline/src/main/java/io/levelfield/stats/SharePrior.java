package io.levelfield.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How true shares spread over schools, as far as their pupils tell: x of n are binomial in each
 * school, and true shares follow a distribution of one of four {@linkplain ShareShape families}. It
 * is not known which, nor its parameters, so all are averaged by their posterior probability: each
 * family is as likely as the others before the data are seen, and its marginal likelihood decides.
 * A prior taken as known where ten schools of ten pupils cannot tell it makes every probability 0
 * or 1.
 *
 * <p>What is said of a school rests on its posterior under each point of the sample; the point's
 * weight comes from all schools, the school itself once.
 *
 * @see <a href="https://doi.org/10.1214/ss/1009212519">Hoeting et al. (1999), Bayesian model
 *     averaging</a>
 */
public final class SharePrior {
  private static final int MOST_POINTS = 200;

  /** More schools than these tell no more of the distribution than matters to one of them. */
  private static final int MOST_SCHOOLS = 2000;

  /** Fewer schools than this cannot show two kinds of schools. */
  private static final int FEWEST_FOR_TWO = 5;

  private final SchoolSizes sizes;
  private final int schools;
  private final double[] weights;
  private final double[][][] cells;
  private final double[] means;
  private final double[] concentrations;
  private final ShareShape likeliest;
  private final Map<Count, CountLikelihood> likelihoods = new HashMap<>();
  private final Map<Count, double[]> priors = new ConcurrentHashMap<>();
  private final List<Seen> seen = new ArrayList<>();

  /** Pupils below the minimum of so many. */
  private record Count(long below, long of) implements Comparable<Count> {
    private static final Comparator<Count> ORDER =
        Comparator.comparingLong(Count::of).thenComparingLong(Count::below);

    @Override
    public int compareTo(Count other) {
      return ORDER.compare(this, other);
    }
  }

  /** Schools of one count. */
  private record Seen(CountLikelihood likelihood, int size, int schools) {}

  /** A point of the sample: a family with its parameters. */
  private static final class Point {
    private final ShareShape shape;
    private final double[] parameters;
    private final double logWeight;

    Point(ShareShape shape, double[] parameters, double logWeight) {
      this.shape = shape;
      this.parameters = parameters;
      this.logWeight = logWeight;
    }
  }

  private SharePrior(long[] x, long[] n) {
    long[] withPupils = Arrays.stream(n).filter(size -> size > 0).toArray();
    sizes = new SchoolSizes(withPupils);
    schools = withPupils.length;
    sample(x, n)
        .forEach(
            (count, times) -> {
              var likelihood = new CountLikelihood(count.below(), count.of());
              likelihoods.put(count, likelihood);
              seen.add(new Seen(likelihood, sizes.classOf(count.of()), times));
            });
    List<Point> points = sampled();
    likeliest = likeliest(points);
    points = resampled(points);
    weights = new double[points.size()];
    cells = new double[points.size()][][];
    double top = points.stream().mapToDouble(p -> p.logWeight).max().orElseThrow();
    for (int h = 0; h < weights.length; h++) {
      Point point = points.get(h);
      weights[h] = Math.exp(point.logWeight - top);
      cells[h] = cells(point.shape, point.parameters);
    }
    double sum = Arrays.stream(weights).sum();
    Arrays.setAll(weights, h -> weights[h] / sum);
    means = new double[weights.length];
    concentrations = new double[weights.length];
    for (int h = 0; h < weights.length; h++) {
      double[] all = overSizes(cells[h]);
      means[h] = ShareCells.mean(all);
      concentrations[h] = means[h] * (1 - means[h]) / ShareCells.variance(all) - 1;
    }
  }

  /** How many schools have each count; of very many schools, those of every k-th in their order. */
  private Map<Count, Integer> sample(long[] x, long[] n) {
    Map<Count, Integer> counts = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      if (n[i] > 0) {
        counts.merge(new Count(x[i], n[i]), 1, Integer::sum);
      }
    }
    int step = (schools + MOST_SCHOOLS - 1) / MOST_SCHOOLS;
    if (step == 1) {
      return counts;
    }
    Map<Count, Integer> sample = new TreeMap<>();
    int passed = 0;
    for (Map.Entry<Count, Integer> count : counts.entrySet()) {
      int before = passed / step;
      passed += count.getValue();
      if (passed / step > before) {
        sample.put(count.getKey(), passed / step - before);
      }
    }
    return sample;
  }

  private double[] overSizes(double[][] bySize) {
    double[] all = new double[ShareCells.COUNT];
    for (int c = 0; c < bySize.length; c++) {
      for (int j = 0; j < all.length; j++) {
        all[j] += sizes.share(c) * bySize[c][j];
      }
    }
    return all;
  }

  /**
   * Learns the shares of schools; schools without pupils say nothing.
   *
   * @param x pupils below the minimum, {@code [school]}
   * @param n pupils, {@code [school]}
   * @throws IllegalArgumentException unless 0 &le; x &le; n in each and somebody took part
   */
  public static SharePrior fit(long[] x, long[] n) {
    if (x.length != n.length) {
      throw new IllegalArgumentException(x.length + " counts for " + n.length + " schools");
    }
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0 || x[i] > n[i]) {
        throw new IllegalArgumentException(x[i] + " of " + n[i] + " is no share");
      }
    }
    if (Arrays.stream(n).allMatch(size -> size == 0)) {
      throw new IllegalArgumentException("nobody took part");
    }
    return new SharePrior(x, n);
  }

  private List<Point> sampled() {
    List<ShareShape> shapes = new ArrayList<>();
    for (int components = 1; components <= (schools < FEWEST_FOR_TWO ? 1 : 2); components++) {
      shapes.add(new ShareShape(components, false));
      if (sizes.classes() > 1) {
        shapes.add(new ShareShape(components, true));
      }
    }
    List<Point> points = new ArrayList<>();
    double[] hint = {};
    for (ShareShape shape : shapes) {
      var sample = new PosteriorSample(new Target(shape), shape.bySize() ? flat(hint) : hint);
      hint = sample.mode();
      double[] logWeights = sample.logWeights();
      for (int i = 0; i < logWeights.length; i++) {
        points.add(new Point(shape, sample.points().get(i), logWeights[i]));
      }
    }
    return points;
  }

  /** The same parameters with a slope of 0. */
  private static double[] flat(double[] parameters) {
    return Arrays.copyOf(parameters, parameters.length + 1);
  }

  /** Posterior of a family's parameters. */
  private final class Target implements PosteriorSample.Target {
    private final ShareShape shape;

    Target(ShareShape shape) {
      this.shape = shape;
    }

    @Override
    public int parameters() {
      return shape.parameters();
    }

    @Override
    public double[] fromPrior(double[] uniform) {
      return shape.at(uniform);
    }

    @Override
    public double logPrior(double[] parameters) {
      return shape.logPrior(parameters);
    }

    @Override
    public double[] mirrored(double[] parameters) {
      return shape.mirrored(parameters);
    }

    @Override
    public double logLikelihood(double[] parameters) {
      double[][] own = cells(shape, parameters);
      double sum = 0;
      for (Seen count : seen) {
        sum += count.schools() * Math.log(count.likelihood().of(own[count.size()]));
      }
      return sum;
    }
  }

  private double[][] cells(ShareShape shape, double[] parameters) {
    return shape.cells(parameters, sizes.sizes());
  }

  private static ShareShape likeliest(List<Point> points) {
    double top = points.stream().mapToDouble(p -> p.logWeight).max().orElseThrow();
    Map<String, Double> sums = new TreeMap<>();
    points.forEach(p -> sums.merge(p.shape.code(), Math.exp(p.logWeight - top), Double::sum));
    String best = sums.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return points.stream()
        .map(p -> p.shape)
        .filter(s -> s.code().equals(best))
        .findFirst()
        .orElseThrow();
  }

  /** Fewer points of the same meaning: each drawn as often as its weight says, evenly. */
  private static List<Point> resampled(List<Point> points) {
    double top = points.stream().mapToDouble(p -> p.logWeight).max().orElseThrow();
    double sum = points.stream().mapToDouble(p -> Math.exp(p.logWeight - top)).sum();
    List<Point> kept = new ArrayList<>();
    double reached = 0;
    int drawn = 0;
    for (Point point : points) {
      reached += Math.exp(point.logWeight - top) / sum * MOST_POINTS;
      int times = (int) Math.floor(reached + 0.5) - drawn;
      if (times > 0) {
        kept.add(new Point(point.shape, point.parameters, Math.log(times)));
        drawn += times;
      }
    }
    return kept;
  }

  /** Schools with pupils. */
  public int schools() {
    return schools;
  }

  /** The mean of true shares over schools, averaged over what it may be. */
  public double mean() {
    double mean = 0;
    for (int h = 0; h < weights.length; h++) {
      mean += weights[h] * means[h];
    }
    return mean;
  }

  /** The central interval that holds the mean of true shares with this probability. */
  public Interval meanInterval(double probability) {
    return WeightedQuantile.interval(means, weights, probability);
  }

  /**
   * The concentration of true shares, μ(1-μ)/variance - 1: for a beta distribution its M, as many
   * pupils of the mean share as the other schools are worth to a school. The median of what it may
   * be.
   */
  public double concentration() {
    return WeightedQuantile.of(concentrations, weights, 0.5);
  }

  /** The central interval that holds the concentration with this probability. */
  public Interval concentrationInterval(double probability) {
    return WeightedQuantile.interval(concentrations, weights, probability);
  }

  /** The family with the highest posterior probability: a word for tables. */
  public String shape() {
    return likeliest.code();
  }

  /**
   * The distribution of a school's true share before its own pupils are seen, as all other schools
   * tell it: the probabilities of cells equally wide in 2 arcsin √p.
   */
  public double[] without(long x, long n) {
    return priors.computeIfAbsent(new Count(x, n), this::without);
  }

  private double[] without(Count count) {
    long n = count.of();
    long x = count.below();
    CountLikelihood own = likelihood(x, n);
    int size = sizes.classOf(n);
    double[] mixed = new double[ShareCells.COUNT];
    double[] by = new double[weights.length];
    double sum = 0;
    boolean entered = likelihoods.containsKey(count);
    for (int h = 0; h < weights.length; h++) {
      // The weight holds the school's own likelihood once; without it others remain.
      by[h] = entered ? weights[h] / own.of(cells[h][size]) : weights[h];
      sum += by[h];
    }
    for (int h = 0; h < weights.length; h++) {
      for (int j = 0; j < mixed.length; j++) {
        mixed[j] += by[h] / sum * cells[h][size][j];
      }
    }
    return mixed;
  }

  /**
   * The distribution of true shares of schools of n pupils, as all schools tell it: the
   * probabilities of cells equally wide in 2 arcsin √p.
   */
  public double[] of(long n) {
    int size = sizes.classOf(n);
    double[] mixed = new double[ShareCells.COUNT];
    for (int h = 0; h < weights.length; h++) {
      for (int j = 0; j < mixed.length; j++) {
        mixed[j] += weights[h] * cells[h][size][j];
      }
    }
    return mixed;
  }

  private CountLikelihood likelihood(long x, long n) {
    CountLikelihood known = likelihoods.get(new Count(x, n));
    return known != null ? known : new CountLikelihood(x, n);
  }

  /** What is known of the true share of a school with x of n pupils below the minimum. */
  public SharePosterior posterior(long x, long n) {
    return new SharePosterior(without(x, n), likelihood(x, n));
  }
}
