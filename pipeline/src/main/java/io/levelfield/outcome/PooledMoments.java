package io.levelfield.outcome;

import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.stats.CrossMoments;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much a school's pooled result would change by chance: the variation within schools that its
 * standard error rests on.
 *
 * <p>The best witness is how a school's results differ from year to year. It holds all that chance
 * does: which children there were, that one child sits several examinations, a good or a bad year.
 * Where the study has too few years for that, the spread among pupils takes its place; a child who
 * sits several examinations of one procedure then counts once, since the tallies do not say who sat
 * what.
 */
final class PooledMoments {
  /** Fewer degrees of freedom than this leave the variance from year to year itself too unsure. */
  private static final int LEAST_DEGREES_OF_YEARS = 20;

  /** Where the variation within schools is taken from. */
  enum Basis {
    YEARS,
    PUPILS
  }

  private final Basis basis;
  private final Map<String, CrossMoments> bySchool;

  private PooledMoments(Basis basis, Map<String, CrossMoments> bySchool) {
    this.basis = basis;
    this.bySchool = bySchool;
  }

  /**
   * Takes the variation from what is pooled.
   *
   * @return empty where neither years nor pupils show it
   */
  static Optional<PooledMoments> of(PooledResults results, PoolingYears years) {
    Map<String, List<OutcomeEstimate>> recent = results.recent(years);
    long degrees = 0;
    for (List<OutcomeEstimate> own : recent.values()) {
      degrees += own.stream().mapToInt(e -> e.tally().measure().year()).distinct().count() - 1;
    }
    if (degrees >= LEAST_DEGREES_OF_YEARS) {
      return Optional.of(new PooledMoments(Basis.YEARS, mapped(results, recent, Basis.YEARS)));
    }
    boolean spreadKnown =
        results.weighted()
            && recent.values().stream().flatMap(List::stream).allMatch(e -> e.zSd().isPresent());
    return spreadKnown
        ? Optional.of(new PooledMoments(Basis.PUPILS, mapped(results, recent, Basis.PUPILS)))
        : Optional.empty();
  }

  private static Map<String, CrossMoments> mapped(
      PooledResults results, Map<String, List<OutcomeEstimate>> recent, Basis basis) {
    Map<String, CrossMoments> moments = new TreeMap<>();
    recent.forEach(
        (school, own) ->
            moments.put(
                school, basis == Basis.YEARS ? ofYears(results, own) : ofPupils(results, own)));
    return moments;
  }

  Basis basis() {
    return basis;
  }

  /**
   * By school: means and variation of the results on the pooled scale, on which the mean of every
   * measure is 0.
   */
  Map<String, CrossMoments> bySchool() {
    return bySchool;
  }

  /** The same moments of one year of a school. */
  CrossMoments ofYear(PooledResults results, List<OutcomeEstimate> own) {
    return basis == Basis.YEARS ? ofYears(results, own) : ofPupils(results, own);
  }

  private static CrossMoments ofYears(PooledResults results, List<OutcomeEstimate> own) {
    Map<Integer, CrossMoments> years = new TreeMap<>();
    for (OutcomeEstimate e : own) {
      years
          .computeIfAbsent(e.tally().measure().year(), y -> new CrossMoments(0))
          .merge(CrossMoments.ofGroup(1, results.weight(e), results.deviation(e), 0));
    }
    var moments = new CrossMoments(0);
    years
        .values()
        .forEach(year -> moments.merge(CrossMoments.ofGroup(1, year.weight(), year.mean(), 0)));
    return moments;
  }

  private static CrossMoments ofPupils(PooledResults results, List<OutcomeEstimate> own) {
    var mean = new CrossMoments(0);
    double squares = 0;
    double degrees = 0;
    Map<Cohort, Long> pupils = new HashMap<>();
    for (OutcomeEstimate e : own) {
      long n = e.tally().participants().orElseThrow();
      double sd = results.pupilSd(e);
      mean.merge(CrossMoments.ofGroup(1, (double) n, results.deviation(e), 0));
      squares += (n - 1) * sd * sd;
      degrees += n - 1;
      pupils.merge(Cohort.of(e.tally().measure()), n, Math::max);
    }
    long persons = sum(pupils.values());
    double variance = degrees > 0 ? squares / degrees : 0;
    return CrossMoments.ofGroup(persons, (double) persons, mean.mean(), (persons - 1) * variance);
  }

  private static long sum(Collection<Long> values) {
    return values.stream().mapToLong(Long::longValue).sum();
  }
}
