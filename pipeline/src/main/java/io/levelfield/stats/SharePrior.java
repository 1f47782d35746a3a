package io.levelfield.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

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

  /** Steps of an even sequence along points and kinds: the golden section, and √2 - 1. */
  private static final double ALONG_POINTS = 0.6180339887498949;

  private static final double ALONG_KINDS = 0.41421356237309515;

  /** Fewer schools than this cannot show two kinds of schools. */
  private static final int FEWEST_FOR_TWO = 5;

  private final CovariateClasses kinds;
  private final int schools;
  private final double[] weights;
  private final double[][][] cells;
  private final double[] means;
  private final double[] concentrations;
  private final ShareShape likeliest;
  private final Map<Pupils, CountLikelihood> likelihoods = new HashMap<>();
  private final Set<Count> entered = new HashSet<>();
  private final Map<Count, double[]> priors = new ConcurrentHashMap<>();
  private final List<Seen> seen = new ArrayList<>();

  /** Pupils below the minimum of so many, in a school of a kind. */
  private record Count(int kind, long below, long of) implements Comparable<Count> {
    private static final Comparator<Count> ORDER =
        Comparator.comparingInt(Count::kind)
            .thenComparingLong(Count::of)
            .thenComparingLong(Count::below);

    @Override
    public int compareTo(Count other) {
      return ORDER.compare(this, other);
    }
  }

  /** Pupils below the minimum of so many, whatever the school. */
  private record Pupils(long below, long of) {}

  /** Schools of one count. */
  private record Seen(CountLikelihood likelihood, int kind, int schools) {}

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

  private SharePrior(long[] x, long[] n, double[] covariate, double[] doubt) {
    int[] withPupils = IntStream.range(0, n.length).filter(i -> n[i] > 0).toArray();
    kinds =
        new CovariateClasses(
            Arrays.stream(withPupils).mapToDouble(i -> covariate[i]).toArray(),
            Arrays.stream(withPupils).mapToDouble(i -> doubt[i]).toArray());
    schools = withPupils.length;
    sample(x, n, covariate)
        .forEach(
            (count, times) -> {
              CountLikelihood likelihood = likelihood(count.below(), count.of());
              likelihoods.put(new Pupils(count.below(), count.of()), likelihood);
              entered.add(count);
              seen.add(new Seen(likelihood, count.kind(), times));
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
      cells[h] = point.shape.cells(point.parameters, doubted(h));
    }
    double sum = Arrays.stream(weights).sum();
    Arrays.setAll(weights, h -> weights[h] / sum);
    means = new double[weights.length];
    concentrations = new double[weights.length];
    for (int h = 0; h < weights.length; h++) {
      double[] all = overKinds(cells[h]);
      means[h] = ShareCells.mean(all);
      concentrations[h] = means[h] * (1 - means[h]) / ShareCells.variance(all) - 1;
    }
  }

  /** By kind: the covariate as it may be as well, other for every point. */
  private double[] doubted(int point) {
    double[] values = kinds.values().clone();
    for (int c = 0; c < values.length; c++) {
      double place = 0.5 + (point + 1) * ALONG_POINTS + c * ALONG_KINDS;
      values[c] += kinds.doubts()[c] * NormalTail.quantile(place - Math.floor(place));
    }
    return values;
  }

  /** How many schools have each count; of very many schools, those of every k-th in their order. */
  private Map<Count, Integer> sample(long[] x, long[] n, double[] covariate) {
    Map<Count, Integer> counts = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      if (n[i] > 0) {
        counts.merge(new Count(kinds.classOf(covariate[i]), x[i], n[i]), 1, Integer::sum);
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

  private double[] overKinds(double[][] byKind) {
    double[] all = new double[ShareCells.COUNT];
    for (int c = 0; c < byKind.length; c++) {
      for (int j = 0; j < all.length; j++) {
        all[j] += kinds.share(c) * byKind[c][j];
      }
    }
    return all;
  }

  /**
   * Learns the shares of schools; schools without pupils say nothing.
   *
   * @param x pupils below the minimum, {@code [school]}
   * @param n pupils, {@code [school]}
   * @param covariate with which true shares may go, finite, {@code [school]}; the same in all where
   *     none is known
   * @param doubt standard error of the covariate, {@code [school]}
   * @throws IllegalArgumentException unless 0 &le; x &le; n in each and somebody took part
   */
  public static SharePrior fit(long[] x, long[] n, double[] covariate, double[] doubt) {
    if (x.length != n.length || covariate.length != n.length || doubt.length != n.length) {
      throw new IllegalArgumentException(
          x.length
              + " counts and "
              + covariate.length
              + " covariates for "
              + n.length
              + " schools");
    }
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0 || x[i] > n[i]) {
        throw new IllegalArgumentException(x[i] + " of " + n[i] + " is no share");
      }
    }
    if (Arrays.stream(n).allMatch(size -> size == 0)) {
      throw new IllegalArgumentException("nobody took part");
    }
    return new SharePrior(x, n, covariate, doubt);
  }

  private List<Point> sampled() {
    List<ShareShape> shapes = new ArrayList<>();
    for (int components = 1; components <= (schools < FEWEST_FOR_TWO ? 1 : 2); components++) {
      shapes.add(new ShareShape(components, false));
      if (kinds.classes() > 1) {
        shapes.add(new ShareShape(components, true));
      }
    }
    List<Point> points = new ArrayList<>();
    Map<ShareShape, double[]> modes = new HashMap<>();
    for (ShareShape shape : shapes) {
      var sample = new PosteriorSample(new Target(shape), shape.hints(modes));
      modes.put(shape, sample.mode());
      double[] logWeights = sample.logWeights();
      for (int i = 0; i < logWeights.length; i++) {
        points.add(new Point(shape, sample.points().get(i), logWeights[i]));
      }
    }
    return points;
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
    public double logLikelihood(double[] parameters) {
      double[][] own = cells(shape, parameters);
      double sum = 0;
      for (Seen count : seen) {
        sum += count.schools() * Math.log(count.likelihood().of(own[count.kind()]));
      }
      return sum;
    }
  }

  private double[][] cells(ShareShape shape, double[] parameters) {
    return shape.cells(parameters, kinds.values());
  }

  private static ShareShape likeliest(List<Point> points) {
    double top = points.stream().mapToDouble(p -> p.logWeight).max().orElseThrow();
    Map<ShareShape, Double> sums = new LinkedHashMap<>();
    points.forEach(p -> sums.merge(p.shape, Math.exp(p.logWeight - top), Double::sum));
    return sums.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
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

  /** The family with the highest posterior probability, without its covariate: for tables. */
  public String shape() {
    return likeliest.code();
  }

  /** Whether in that family shares go with the covariate. */
  public boolean moving() {
    return likeliest.moving();
  }

  /** The kind of schools of this covariate: all of a kind have one distribution of true shares. */
  public int kind(double covariate) {
    return kinds.classOf(covariate);
  }

  /**
   * The distribution of a school's true share before its own pupils are seen, as all other schools
   * tell it: the probabilities of cells equally wide in 2 arcsin √p.
   *
   * @param kind of the school
   */
  public double[] without(int kind, long x, long n) {
    return priors.computeIfAbsent(new Count(kind, x, n), this::without);
  }

  private double[] without(Count count) {
    CountLikelihood own = likelihood(count.below(), count.of());
    int kind = count.kind();
    double[] mixed = new double[ShareCells.COUNT];
    double[] by = new double[weights.length];
    double sum = 0;
    boolean counted = entered.contains(count);
    for (int h = 0; h < weights.length; h++) {
      // The weight holds the school's own likelihood once; without it others remain.
      by[h] = counted ? weights[h] / own.of(cells[h][kind]) : weights[h];
      sum += by[h];
    }
    for (int h = 0; h < weights.length; h++) {
      for (int j = 0; j < mixed.length; j++) {
        mixed[j] += by[h] / sum * cells[h][kind][j];
      }
    }
    return mixed;
  }

  /**
   * The distribution of true shares of schools of a kind, as all schools tell it: the probabilities
   * of cells equally wide in 2 arcsin √p.
   */
  public double[] of(int kind) {
    double[] mixed = new double[ShareCells.COUNT];
    for (int h = 0; h < weights.length; h++) {
      for (int j = 0; j < mixed.length; j++) {
        mixed[j] += weights[h] * cells[h][kind][j];
      }
    }
    return mixed;
  }

  private CountLikelihood likelihood(long x, long n) {
    CountLikelihood known = likelihoods.get(new Pupils(x, n));
    return known != null ? known : new CountLikelihood(x, n);
  }

  /** What is known of the true share of a school with x of n pupils below the minimum. */
  public SharePosterior posterior(int kind, long x, long n) {
    return new SharePosterior(without(kind, x, n), likelihood(x, n));
  }
}
