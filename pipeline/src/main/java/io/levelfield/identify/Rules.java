package io.levelfield.identify;

import io.levelfield.study.IdentifySettings;
import java.util.List;
import java.util.Map;

/** The rules that the settings ask for, in the order of the labels. */
final class Rules {
  private final List<Rule> rules;

  Rules(Evidence evidence, IdentifySettings settings) {
    Map<String, SchoolCounts> counts =
        SchoolCounts.bySchool(evidence.outcomes(), evidence.models());
    LowCriterion low = LowCriterion.of(settings.lowResult());
    var lowResult = new LowResultRule(counts, evidence.year(), low, settings.points());
    rules = List.of(lowResult, new StablyLowRule(counts, evidence.year(), low, settings.points()));
  }

  List<Rule> all() {
    return rules;
  }

  /** What the reader of labels must know. */
  List<String> notes() {
    return List.of();
  }
}
