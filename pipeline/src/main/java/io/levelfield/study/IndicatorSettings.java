package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;

/** How the programme's indicators are read where its words leave it open. */
public record IndicatorSettings(
    @JsonPropertyDescription(
            "What the best possible result is (indicator 6). top_score: the procedure's top score or"
                + " more (default); as_expected: at least what the school's circumstances let one"
                + " expect.")
        BestResult bestResult,
    @JsonPropertyDescription(
            "A school carries out its programme effectively (indicator 7) if its milestones are met"
                + " and its adjusted result has not fallen by more than this since the year before"
                + " the programme, in the result's unit (default 0). No official rule is known; this"
                + " is the project's proposal.")
        Double fall) {

  /** What the best possible result is. */
  public enum BestResult {
    TOP_SCORE,
    AS_EXPECTED
  }

  public IndicatorSettings {
    bestResult = bestResult == null ? BestResult.TOP_SCORE : bestResult;
    fall = fall == null ? 0 : fall;
    if (!(fall >= 0)) {
      throw new StudyProblem("fall", Message.of("study.at-least", 0, fall));
    }
  }

  static IndicatorSettings defaults() {
    return new IndicatorSettings(null, null);
  }
}
