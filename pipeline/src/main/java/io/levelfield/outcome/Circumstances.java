package io.levelfield.outcome;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.stats.CovariateChoice.Offer;
import io.levelfield.stats.Descriptive;
import io.levelfield.study.OutcomeSettings.Likeness;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of schools with which their results may go. */
public final class Circumstances {
  /** Nothing is known, and only size may be told apart. */
  public static final Circumstances UNKNOWN =
      new Circumstances(List.of(), List.of(), List.of(Likeness.SIZE));

  /** The name of size among what was chosen. */
  static final String SIZE = "size";

  /** The name of the index among what was chosen. */
  static final String INDEX = "index";

  private final Map<String, String> settlements = new HashMap<>();
  private final List<ContextScore> scores;
  private final Set<Likeness> wanted = EnumSet.noneOf(Likeness.class);
  private final Map<Integer, Map<String, Double>> byYear = new ConcurrentHashMap<>();

  /**
   * @param scores of all years, ordered by school and year
   * @param wanted what may be used
   */
  public Circumstances(List<School> schools, List<ContextScore> scores, List<Likeness> wanted) {
    schools.forEach(school -> settlements.put(school.id(), school.settlement()));
    this.scores = List.copyOf(scores);
    this.wanted.addAll(wanted);
  }

  /** Whether size may be used. */
  boolean bySize() {
    return wanted.contains(Likeness.SIZE);
  }

  /**
   * What may be used of the schools of one measure; a school whose index is not known is taken to
   * have the mean of the others.
   *
   * @param tallies with participants
   */
  List<Offer> offers(List<ResultTally> tallies) {
    List<Offer> offers = new ArrayList<>();
    if (tallies.isEmpty()) {
      return offers;
    }
    if (bySize()) {
      offers.add(
          Offer.ofNumbers(SIZE, tallies.stream().mapToDouble(Circumstances::logSize).toArray()));
    }
    if (wanted.contains(Likeness.SETTLEMENT)) {
      offers.add(
          Offer.ofGroups(
              "settlement",
              tallies.stream().map(t -> settlements.getOrDefault(t.schoolId(), "")).toList()));
    }
    if (wanted.contains(Likeness.INDEX) && !scores.isEmpty()) {
      Map<String, Double> index =
          byYear.computeIfAbsent(tallies.get(0).measure().year(), this::index);
      double[] known =
          tallies.stream()
              .filter(t -> index.containsKey(t.schoolId()))
              .mapToDouble(t -> index.get(t.schoolId()))
              .toArray();
      if (2 * known.length >= tallies.size()) {
        double mean = Descriptive.mean(known);
        offers.add(
            Offer.ofNumbers(
                INDEX,
                tallies.stream()
                    .mapToDouble(t -> index.getOrDefault(t.schoolId(), mean))
                    .toArray()));
      }
    }
    return offers;
  }

  private Map<String, Double> index(int year) {
    Map<String, Double> index = new HashMap<>();
    SchoolYear.asOf(year, scores, ContextScore::key)
        .forEach(score -> index.put(score.schoolId(), score.index()));
    return index;
  }

  static double logSize(ResultTally tally) {
    return Math.log((double) tally.participants().orElseThrow());
  }
}
