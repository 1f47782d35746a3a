package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A school in unfavourable conditions in a village, or in a town. */
final class DeprivedRule implements Rule {
  private final Label label;
  private final UnfavourableContextRule unfavourable;
  private final Map<String, String> settlements;
  private final Set<String> words;

  /**
   * @param settlements by school, as the register names them; only those known
   * @param words for this kind of settlement, in lower case
   */
  DeprivedRule(
      Label label,
      UnfavourableContextRule unfavourable,
      Map<String, String> settlements,
      Set<String> words) {
    this.label = label;
    this.unfavourable = unfavourable;
    this.settlements = settlements;
    this.words = words;
  }

  @Override
  public Label label() {
    return label;
  }

  @Override
  public Optional<Message> lacking() {
    Optional<Message> lack = unfavourable.lacking();
    return lack.isPresent() || !settlements.isEmpty()
        ? lack
        : Optional.of(Message.of("label.no-settlement"));
  }

  @Override
  public Optional<Boolean> formal(String school) {
    return settlements.containsKey(school)
        ? unfavourable.formal(school).map(holds -> holds && isHere(school))
        : Optional.empty();
  }

  private boolean isHere(String school) {
    return words.contains(settlements.get(school).toLowerCase(Locale.ROOT));
  }

  @Override
  public OptionalDouble probability(String school) {
    return isHere(school) ? unfavourable.probability(school) : OptionalDouble.of(0);
  }

  @Override
  public boolean borderline(String school) {
    return isHere(school) && unfavourable.borderline(school);
  }

  @Override
  public List<Message> reasons(String school) {
    List<Message> reasons = new ArrayList<>(unfavourable.reasons(school));
    reasons.add(Message.of(isHere(school) ? label.code() : "elsewhere"));
    return reasons;
  }

  @Override
  public List<Message> toExit(String school) {
    return List.of();
  }

  @Override
  public List<DeprivedRule> variants() {
    return unfavourable.variants().stream()
        .map(variant -> new DeprivedRule(label, variant, settlements, words))
        .toList();
  }
}
