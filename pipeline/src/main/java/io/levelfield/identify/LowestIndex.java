package io.levelfield.identify;

import io.levelfield.identify.IndexDraws.Draw;
import io.levelfield.model.Identification.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which schools have the lowest index, and how sure that is. */
final class LowestIndex {
  private final Map<String, Double> index;
  private final Standing standing;
  private final List<Map<String, Double>> weightings;
  private final List<Draw> draws;
  private final List<Standing> standings;

  private LowestIndex(
      Map<String, Double> index, List<Map<String, Double>> weightings, List<Draw> draws) {
    this.index = index;
    this.standing = new Standing(index.values());
    this.weightings = weightings;
    this.draws = draws;
    this.standings = draws.stream().map(draw -> new Standing(draw.index().values())).toList();
  }

  static LowestIndex of(Evidence evidence) {
    Map<String, Double> headline = new HashMap<>();
    evidence.context().forEach(score -> headline.put(score.schoolId(), score.index()));
    return new LowestIndex(
        headline,
        IndexDraws.weightings(evidence.context()).values().stream().map(Draw::index).toList(),
        IndexDraws.of(evidence.context(), evidence.weights()));
  }

  /** What keeps schools from being told by it. */
  Optional<String> lacking(ExactShare share) {
    if (index.isEmpty()) {
      return Optional.of("there is no index of social well-being (context_index would give one)");
    }
    return standing.has(share)
        ? Optional.empty()
        : Optional.of(index.size() + " schools with an index are too few to compare");
  }

  Optional<Double> of(String school) {
    return Optional.ofNullable(index.get(school));
  }

  /** Whether a school that has an index is among the lowest. */
  boolean inLowest(String school, ExactShare share) {
    return standing.inLowest(index.get(school), share);
  }

  /**
   * The share of the index's draws in which the school is among the lowest, or something else
   * holds.
   *
   * @param orElse of what is left out of the index
   */
  double probability(String school, ExactShare share, Predicate<Optional<String>> orElse) {
    int held = 0;
    for (int d = 0; d < draws.size(); d++) {
      Draw draw = draws.get(d);
      held +=
          standings.get(d).inLowest(draw.index().get(school), share) || orElse.test(draw.leftOut())
              ? 1
              : 0;
    }
    return (double) held / draws.size();
  }

  /** The school's place, 1 the least favourable. */
  Reason reason(String school, ExactShare share) {
    return Reason.of(
        inLowest(school, share) ? "context.lowest" : "context.not-lowest",
        standing.below(index.get(school)) + 1,
        standing.schools(),
        share.asDouble(),
        index.get(school));
  }

  /** The same under each weighting of the study. */
  List<LowestIndex> weightings() {
    List<LowestIndex> byWeighting = new ArrayList<>();
    weightings.forEach(own -> byWeighting.add(new LowestIndex(own, weightings, draws)));
    return byWeighting;
  }
}
