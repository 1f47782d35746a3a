package io.levelfield.identify;

import io.levelfield.identify.UnfavourableSigns.Found;
import io.levelfield.model.identify.Label;
import io.levelfield.model.text.LocalText;
import io.levelfield.model.text.Message;
import io.levelfield.study.IdentifySettings.UnfavourableContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Unfavourable social conditions (ШФНСУ): the index stands among the lowest of schools, or many of
 * the school's indicators do.
 */
final class UnfavourableContextRule implements Rule {
  private final LowestIndex index;
  private final UnfavourableSigns signs;
  private final UnfavourableContext settings;
  private final ExactShare lowest;
  private final double points;

  UnfavourableContextRule(
      LowestIndex index, UnfavourableSigns signs, UnfavourableContext settings, double points) {
    this(index, signs, settings, ExactShare.of(settings.lowest()), points);
  }

  private UnfavourableContextRule(
      LowestIndex index,
      UnfavourableSigns signs,
      UnfavourableContext settings,
      ExactShare lowest,
      double points) {
    this.index = index;
    this.signs = signs;
    this.settings = settings;
    this.lowest = lowest;
    this.points = points;
  }

  @Override
  public Label label() {
    return Label.UNFAVOURABLE_CONTEXT;
  }

  @Override
  public Optional<Message> lacking() {
    return index.lacking(ExactShare.of(settings.lowest()));
  }

  @Override
  public Optional<Boolean> formal(String school) {
    return index.of(school).map(own -> holds(school, lowest));
  }

  private boolean holds(String school, ExactShare share) {
    return index.inLowest(school, share) || found(school).reach(signsNeeded());
  }

  private Found found(String school) {
    return signs.of(school, ExactShare.of(settings.signLowest()));
  }

  private ExactShare signsNeeded() {
    return ExactShare.of(settings.signs());
  }

  /**
   * That the index is among the lowest or signs are enough, both of the same passports as they
   * might have been. Where passports are what they are, so are the signs.
   */
  @Override
  public OptionalDouble probability(String school) {
    OptionalDouble drawn = index.lowestOrRule(school, lowest);
    return drawn.isPresent()
        ? drawn
        : OptionalDouble.of(
            found(school).reach(signsNeeded()) ? 1 : index.probability(school, lowest));
  }

  @Override
  public boolean borderline(String school) {
    boolean holds = holds(school, lowest);
    return holds(school, lowest.plus(points)) != holds
        || holds(school, lowest.plus(-points)) != holds;
  }

  @Override
  public List<Message> reasons(String school) {
    List<Message> reasons = new ArrayList<>();
    Message place = index.reason(school, lowest);
    Found found = found(school);
    if (index.inLowest(school, lowest)) {
      reasons.add(place);
    }
    if (!found.signs().isEmpty()) {
      reasons.add(
          Message.of(
              "context.signs",
              found.signs().size(),
              found.known(),
              found.needed(signsNeeded()),
              LocalText.joined(found.signs())));
    }
    if (!index.inLowest(school, lowest)) {
      reasons.add(place);
    }
    return reasons;
  }

  @Override
  public List<Message> toExit(String school) {
    return List.of();
  }

  /** Thresholds by weightings of the index. */
  @Override
  public List<UnfavourableContextRule> variants() {
    List<UnfavourableContextRule> variants = new ArrayList<>();
    for (LowestIndex weighting : index.weightings()) {
      for (double move : new double[] {-points, 0, points}) {
        variants.add(
            new UnfavourableContextRule(weighting, signs, settings, lowest.plus(move), points));
      }
    }
    return List.copyOf(variants);
  }
}
