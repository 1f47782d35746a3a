package io.levelfield.context;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.IndexCheck;
import io.levelfield.model.context.IndexCheck.Check;
import io.levelfield.model.context.IndexFindings;
import io.levelfield.model.context.PassportRule;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ContextIndexSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stage: schools' social passports as an index of social well-being, and what it is worth. */
public final class SocialContext {
  private SocialContext() {}

  /**
   * Makes the index.
   *
   * @param settings absent where the study asks for no index
   * @param outcomes the regression weights rest on its results; its year is that of the passports
   * @param lowest shares of schools with the lowest index that later stages ask the chance of
   * @param rule that they ask the chance of beside it, where passports are a sample
   * @throws io.levelfield.model.InputsRefused if the headline index cannot be computed
   */
  public static ContextFindings of(
      Optional<ContextIndexSettings> settings,
      StudyData data,
      Outcomes outcomes,
      Set<Double> lowest,
      PassportRule rule,
      Replicates replicates,
      long seed) {
    List<Passport> passports = SchoolYear.asOf(outcomes.year(), data.passports(), Passport::key);
    if (settings.isEmpty()) {
      return new ContextFindings(
          List.of(),
          List.of(),
          passports,
          IndexFindings.none(),
          List.of(Message.of("context.no-index")));
    }
    var index =
        ContextIndex.compute(
            settings.get(),
            data.passports(),
            data.counts(),
            data.schools(),
            outcomes.results(),
            seed);
    List<ContextScore> current =
        SchoolYear.asOf(outcomes.year(), index.scores(), ContextScore::key);
    return new ContextFindings(
        index.scores(),
        current,
        passports,
        findings(index, current, lowest, rule, replicates),
        index.notes());
  }

  private static IndexFindings findings(
      ContextIndex index,
      List<ContextScore> current,
      Set<Double> lowest,
      PassportRule rule,
      Replicates replicates) {
    var uncertainty = index.uncertainty(current, lowest, rule, replicates);
    List<IndexCheck> checks = new ArrayList<>(index.checks());
    uncertainty
        .meanShift()
        .ifPresent(shift -> checks.add(IndexCheck.ofIndex(Check.MEAN_RANK_SHIFT, shift, false)));
    return new IndexFindings(
        index.weights(),
        index.models(),
        uncertainty.intervals(),
        uncertainty.influences(),
        checks,
        index.altered(),
        index.changes(),
        index.likely());
  }
}
