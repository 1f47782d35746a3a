package io.levelfield.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Which of several covariates schools' results go with, and what these together let one expect of a
 * school: one number, its score. Covariates enter one after another, each time the one that
 * explains most, while it lowers the extended Bayesian information criterion (Chen, Chen,
 * Biometrika 95, 2008, 759-771): k ln n + 2 ln (number offered), so that of many offers few enter
 * by chance. Of a number the straight line is offered and a step, for schools below and above a
 * cut.
 */
public final class CovariateChoice {
  /** More schools than these choose no better. */
  private static final int MOST_SCHOOLS = 2000;

  /** On each side of a step. */
  private static final int FEWEST_ASIDE = 12;

  /** Cuts that are tried, at even distances over the schools. */
  private static final int MOST_CUTS = 12;

  private static final int MOST_TERMS = 4;

  /** Of fewer schools for each term, chosen terms explain by chance what they do not. */
  private static final int SCHOOLS_PER_TERM = 15;

  /** A group of so few schools is counted with the largest. */
  private static final int FEWEST_OF_GROUP = 3;

  private final List<String> names;
  private final List<double[]> columns;
  private final double[] score;
  private final double[] doubt;

  /**
   * @param columns chosen, {@code [school]} each, of mean 0
   */
  private CovariateChoice(List<String> names, List<double[]> columns, GroupedResponse.Fit fit) {
    this.names = List.copyOf(names);
    this.columns = List.copyOf(columns);
    int schools = columns.get(0).length;
    int p = columns.size();
    double[] slopes = Arrays.copyOfRange(fit.coefficients(), 1, p + 1);
    RealMatrix covariance =
        new CholeskyDecomposition(fit.precision(), 1e-9, 0)
            .getSolver()
            .getInverse()
            .getSubMatrix(1, p, 1, p);
    RealMatrix precision = new CholeskyDecomposition(covariance, 1e-9, 0).getSolver().getInverse();
    double certainty =
        new ArrayRealVector(precision.operate(slopes)).dotProduct(new ArrayRealVector(slopes));
    score = new double[schools];
    doubt = new double[schools];
    for (int s = 0; s < schools; s++) {
      var row = new ArrayRealVector(p);
      for (int j = 0; j < p; j++) {
        row.setEntry(j, columns.get(j)[s]);
      }
      score[s] = row.dotProduct(new ArrayRealVector(slopes));
      if (p > 1) {
        double variance = row.dotProduct(covariance.operate(row));
        doubt[s] = Math.sqrt(Math.max(0, variance - score[s] * score[s] / certainty));
      }
    }
  }

  /**
   * A covariate: numbers, or groups.
   *
   * @param forms in which it may enter: columns of mean 0, {@code [column][school]}
   * @param prices parameters that each form takes
   */
  public record Offer(String name, List<double[][]> forms, List<Integer> prices) {

    /**
     * A number of each school.
     *
     * @param values finite, {@code [school]}
     */
    public static Offer ofNumbers(String name, double[] values) {
      List<double[][]> forms = new ArrayList<>();
      List<Integer> prices = new ArrayList<>();
      if (!Descriptive.isConstant(values)) {
        forms.add(new double[][] {centred(values)});
        prices.add(1);
        for (double cut : cuts(values)) {
          double[] above = Arrays.stream(values).map(v -> v > cut ? 1 : 0).toArray();
          forms.add(new double[][] {centred(above)});
          // The cut is a parameter as well.
          prices.add(2);
        }
      }
      return new Offer(name, forms, prices);
    }

    /** A group of each school, {@code [school]}; those of few schools are not told apart. */
    public static Offer ofGroups(String name, List<String> groups) {
      List<String> told =
          new TreeSet<>(groups)
              .stream()
                  .filter(g -> groups.stream().filter(g::equals).count() >= FEWEST_OF_GROUP)
                  .sorted(Comparator.comparing(g -> -groups.stream().filter(g::equals).count()))
                  .toList();
      if (told.size() < 2) {
        return new Offer(name, List.of(), List.of());
      }
      double[][] columns = new double[told.size() - 1][];
      for (int k = 1; k < told.size(); k++) {
        String group = told.get(k);
        columns[k - 1] =
            centred(groups.stream().mapToDouble(g -> g.equals(group) ? 1 : 0).toArray());
      }
      List<double[][]> forms = new ArrayList<>();
      forms.add(columns);
      return new Offer(name, forms, List.of(columns.length));
    }

    private static double[] centred(double[] values) {
      double mean = Descriptive.mean(values);
      return Arrays.stream(values).map(v -> v - mean).toArray();
    }

    private static double[] cuts(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      var cuts = new TreeSet<Double>();
      for (int c = 1; c <= MOST_CUTS; c++) {
        int at = (int) ((long) c * sorted.length / (MOST_CUTS + 1));
        double cut = sorted[at];
        long below = Arrays.stream(sorted).filter(v -> v <= cut).count();
        if (below >= FEWEST_ASIDE && sorted.length - below >= FEWEST_ASIDE) {
          cuts.add(cut);
        }
      }
      return cuts.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /**
   * Chooses.
   *
   * @param response of the schools
   * @param offers each of as many schools
   * @return empty where none of them explains enough
   */
  public static Optional<CovariateChoice> of(GroupedResponse response, List<Offer> offers) {
    int step = (response.schools() + MOST_SCHOOLS - 1) / MOST_SCHOOLS;
    GroupedResponse some = response.every(step);
    int most = Math.min(MOST_TERMS, response.schools() / SCHOOLS_PER_TERM);
    List<String> names = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    double squares = some.fit(columns).squares();
    for (int term = 0; term < most && squares > 0; term++) {
      Optional<Candidate> best = best(some, offers, columns, squares, step);
      if (best.isEmpty()) {
        break;
      }
      columns.addAll(best.get().form());
      squares = best.get().squares();
      if (!names.contains(best.get().name())) {
        names.add(best.get().name());
      }
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new CovariateChoice(names, columns, some.fit(every(columns, step))));
  }

  /** What may enter next, with what it would leave unexplained and by how much it pays. */
  private record Candidate(String name, List<double[]> form, double squares, double gain) {}

  /** The candidate that lowers the criterion most; none where all would raise it. */
  private static Optional<Candidate> best(
      GroupedResponse some, List<Offer> offers, List<double[]> columns, double squares, int step) {
    double schools = some.schools();
    double price = 2 * Math.log((double) offers.size());
    List<Candidate> candidates = new ArrayList<>();
    for (Offer offer : offers) {
      for (int f = 0; f < offer.forms().size(); f++) {
        List<double[]> form = Arrays.asList(offer.forms().get(f));
        List<double[]> with = new ArrayList<>(columns);
        with.addAll(form);
        double left = some.fit(every(with, step)).squares();
        double cost = offer.prices().get(f) * Math.log(schools) + price;
        candidates.add(
            new Candidate(offer.name(), form, left, schools * Math.log(squares / left) - cost));
      }
    }
    return candidates.stream()
        .filter(candidate -> candidate.gain() > 0)
        .max(Comparator.comparingDouble(Candidate::gain));
  }

  private static List<double[]> every(List<double[]> columns, int step) {
    return step == 1 ? columns : columns.stream().map(c -> GroupedResponse.every(c, step)).toList();
  }

  /** By school: what the chosen covariates let one expect, but for a constant. */
  public double[] score() {
    return score.clone();
  }

  /**
   * By school: the standard error of the score but for its scale, which whoever uses the score
   * learns anew. With one coefficient there is none.
   */
  public double[] doubt() {
    return doubt.clone();
  }

  /** The chosen columns, {@code [school]} each, of mean 0. */
  public List<double[]> columns() {
    return columns;
  }

  /** The covariates that entered, in their order. */
  public List<String> names() {
    return names;
  }
}
