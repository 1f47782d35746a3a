package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;

/**
 * Which figures may be shown to everyone. The defaults are this project's proposals, to be replaced
 * by the authority's rules.
 */
public record PublicSettings(
    @JsonPropertyDescription(
            "Figures of fewer pupils or teachers than this are not shown by themselves (default"
                + " 10); at least twice hide_below less 1.")
        Integer minimumN,
    @JsonPropertyDescription(
            "Counts of pupils or teachers below this are hidden, 0 included, and so are counts of"
                + " all but so many (default 5: 1 to 4 are never told from each other or from 0).")
        Integer hideBelow) {

  private static final int DEFAULT_MINIMUM_N = 10;
  private static final int DEFAULT_HIDE_BELOW = 5;

  public PublicSettings {
    hideBelow = SettingChecks.atLeast("hide_below", 2, hideBelow, DEFAULT_HIDE_BELOW);
    minimumN = minimumN == null ? DEFAULT_MINIMUM_N : minimumN;
    int least = 2 * hideBelow - 1;
    if (minimumN < least) {
      throw new StudyProblem("minimum_n", Message.of("study.at-least", least, minimumN));
    }
  }

  public static PublicSettings defaults() {
    return new PublicSettings(null, null);
  }
}
