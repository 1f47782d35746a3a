package io.levelfield.model.context;

import java.util.List;

/**
 * How the index of social well-being came about and how far it can be trusted.
 *
 * @param weights per variant, the headline's first, and indicator
 * @param models per variant, the headline's first
 * @param ranks how far schools' ranks depend on the choices made; empty where the study does not
 *     ask
 * @param influences of these choices; likewise
 * @param checks figures by which the headline index can be judged
 * @param altered values taken otherwise than passports have them, ordered by school, year and
 *     indicator
 * @param changes of the index from passport to passport, ordered by school and year
 * @param likely what true compositions are likely to be, ordered by school and year; empty where
 *     passports are what they are
 */
public record IndexFindings(
    List<IndicatorWeight> weights,
    List<ContextModel> models,
    List<RankInterval> ranks,
    List<ChoiceInfluence> influences,
    List<IndexCheck> checks,
    List<AlteredValue> altered,
    List<IndexChange> changes,
    List<LikelyContext> likely) {

  public IndexFindings {
    weights = List.copyOf(weights);
    models = List.copyOf(models);
    ranks = List.copyOf(ranks);
    influences = List.copyOf(influences);
    checks = List.copyOf(checks);
    altered = List.copyOf(altered);
    changes = List.copyOf(changes);
    likely = List.copyOf(likely);
  }

  /** Of a study without an index. */
  public static IndexFindings none() {
    return new IndexFindings(
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
