package io.levelfield.outcome;

import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.text.Message;
import io.levelfield.stats.CollinearColumnException;
import io.levelfield.stats.LeastSquares;
import io.levelfield.stats.TooFewObservationsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Examinations that few pupils of a school take, and what they do to pooled results. A z-score
 * compares with those who took the same examination; where only strong pupils take it, a school
 * looks the weaker the more of its pupils dare to.
 */
final class Electives {
  /** Few are less than two in three of those who sat the school's largest examination. */
  private static final double FEW = 2 / 3.0;

  /** A slope of fewer schools tells nothing. */
  private static final int LEAST_SCHOOLS = 10;

  private static final int NAMED = 5;

  private final PooledResults pooling;
  private final Map<String, List<OutcomeEstimate>> recent;
  private final Map<String, Map<Cohort, Double>> pupils = new HashMap<>();

  private Electives(PooledResults pooling, PoolingYears years) {
    this.pooling = pooling;
    recent = pooling.recent(years);
    recent.forEach(
        (school, own) ->
            pupils.put(
                school,
                own.stream()
                    .collect(
                        Collectors.toMap(
                            e -> Cohort.of(e.tally().measure()), pooling::weight, Math::max))));
  }

  /** What people must know of them; nothing where all take all, or participants are unknown. */
  static List<Message> notes(PooledResults pooling, PoolingYears years) {
    return pooling.weighted() ? new Electives(pooling, years).notes() : List.of();
  }

  private List<Message> notes() {
    Map<String, Double> shares = shares();
    shares.values().removeIf(share -> share >= FEW);
    if (shares.isEmpty()) {
      return List.of();
    }
    String names =
        shares.keySet().stream().limit(NAMED).collect(Collectors.joining(", "))
            + (shares.size() > NAMED ? " …" : "");
    return List.of(slope(shares.keySet(), names));
  }

  /** The share of a school's pupils who take an examination, on average over those who offer it. */
  private Map<String, Double> shares() {
    Map<String, double[]> counts = new TreeMap<>();
    recent.forEach(
        (school, own) ->
            own.forEach(
                e -> {
                  double[] count =
                      counts.computeIfAbsent(
                          e.tally().measure().examination(), name -> new double[2]);
                  count[0] += pooling.weight(e);
                  count[1] += pupils.get(school).get(Cohort.of(e.tally().measure()));
                }));
    Map<String, Double> shares = new TreeMap<>();
    counts.forEach((name, count) -> shares.put(name, count[0] / count[1]));
    return shares;
  }

  /** How the difference that electives make to a school's result goes with how many take them. */
  private Message slope(Set<String> electives, String names) {
    List<double[]> takers = new ArrayList<>();
    List<Double> difference = new ArrayList<>();
    recent.forEach(
        (school, own) -> {
          var all = new Mean();
          var rest = new Mean();
          double taken = 0;
          for (OutcomeEstimate e : own) {
            all.add(e);
            if (electives.contains(e.tally().measure().examination())) {
              taken += pooling.weight(e);
            } else {
              rest.add(e);
            }
          }
          if (rest.weights > 0) {
            double of = pupils.get(school).values().stream().mapToDouble(n -> n).sum();
            takers.add(new double[] {taken / of});
            difference.add(all.value() - rest.value());
          }
        });
    if (takers.size() >= LEAST_SCHOOLS) {
      try {
        var line =
            LeastSquares.fit(
                takers.toArray(double[][]::new), difference.stream().mapToDouble(d -> d).toArray());
        return Message.of(
            "outcome.electives-slope",
            electives.size(),
            names,
            line.coefficients()[1],
            line.standardErrors()[1]);
      } catch (TooFewObservationsException | CollinearColumnException e) {
        // All schools have the same share: told below.
      }
    }
    return Message.of("outcome.electives", electives.size(), names);
  }

  /** A mean of results by their participants. */
  private final class Mean {
    private double weights;
    private double sum;

    void add(OutcomeEstimate e) {
      weights += pooling.weight(e);
      sum += pooling.weight(e) * pooling.deviation(e);
    }

    double value() {
      return sum / weights;
    }
  }
}
