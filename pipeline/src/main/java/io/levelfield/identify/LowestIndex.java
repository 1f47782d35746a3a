package io.levelfield.identify;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.RankInterval;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which schools have the lowest index, and how sure that is. */
final class LowestIndex {
  private final Map<String, Double> index;
  private final Standing standing;

  /** The index under each weighting of the study. */
  private final List<Map<String, Double>> weightings;

  private final List<Standing> standings;
  private final Map<String, RankInterval> ranks;

  private LowestIndex(
      Map<String, Double> index,
      List<Map<String, Double>> weightings,
      Map<String, RankInterval> ranks) {
    this.index = index;
    this.standing = new Standing(index.values());
    this.weightings = weightings;
    this.standings = weightings.stream().map(own -> new Standing(own.values())).toList();
    this.ranks = ranks;
  }

  static LowestIndex of(Evidence evidence) {
    Map<String, Double> headline = new HashMap<>();
    Map<String, Map<String, Double>> byVariant = new TreeMap<>();
    for (ContextScore score : evidence.context().current()) {
      headline.put(score.schoolId(), score.index());
      score
          .variants()
          .forEach(
              (variant, own) ->
                  byVariant
                      .computeIfAbsent(variant, v -> new HashMap<>())
                      .put(score.schoolId(), own));
    }
    return new LowestIndex(
        headline,
        List.copyOf(byVariant.values()),
        evidence.context().index().ranks().stream()
            .collect(Collectors.toMap(RankInterval::schoolId, Function.identity())));
  }

  /** What keeps schools from being told by it. */
  Optional<Message> lacking(ExactShare share) {
    if (index.isEmpty()) {
      return Optional.of(Message.of("label.no-index"));
    }
    return standing.has(share)
        ? Optional.empty()
        : Optional.of(Message.of("label.too-few-with-index", index.size()));
  }

  Optional<Double> of(String school) {
    return Optional.ofNullable(index.get(school));
  }

  /** Whether a school that has an index is among the lowest. */
  boolean inLowest(String school, ExactShare share) {
    return standing.inLowest(index.get(school), share);
  }

  /**
   * The share of the replicates of the index in which the school is among the lowest; of the
   * study's weightings where there are no replicates.
   */
  double probability(String school, ExactShare share) {
    if (ranks.containsKey(school)) {
      return ranks.get(school).lowest(share.asDouble());
    }
    int held = 0;
    for (int w = 0; w < weightings.size(); w++) {
      held += standings.get(w).inLowest(weightings.get(w).get(school), share) ? 1 : 0;
    }
    return (double) held / weightings.size();
  }

  /**
   * The share of the replicates in which the school is among the lowest or its passport, drawn
   * anew, meets the rule of signs; empty where passports are not drawn.
   */
  OptionalDouble lowestOrRule(String school, ExactShare share) {
    Double told =
        ranks.containsKey(school) ? ranks.get(school).lowestOrRule().get(share.asDouble()) : null;
    return told == null ? OptionalDouble.empty() : OptionalDouble.of(told);
  }

  /** The school's place, 1 the least favourable. */
  Message reason(String school, ExactShare share) {
    return Message.of(
        inLowest(school, share) ? "context.lowest" : "context.not-lowest",
        standing.below(index.get(school)) + 1,
        standing.schools(),
        share.asDouble(),
        index.get(school));
  }

  /** The same under each weighting of the study. */
  List<LowestIndex> weightings() {
    List<LowestIndex> byWeighting = new ArrayList<>();
    weightings.forEach(own -> byWeighting.add(new LowestIndex(own, weightings, ranks)));
    return byWeighting;
  }
}
