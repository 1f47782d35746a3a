package io.levelfield.model.support;

import io.levelfield.model.support.IndicatorValue.Figure;
import io.levelfield.model.text.Message;
import java.util.Optional;

/**
 * A blank of the programme's expected results, filled for a school and year.
 *
 * @param figure absent where it stays blank
 * @param told where the figure comes from, or why there is none
 */
public record ExpectedResult(
    String schoolId, int year, Blank blank, Optional<Figure> figure, Message told) {

  /** The blanks of the programme's section 4, in its order; {@code blank.CODE} of the bundles. */
  public enum Blank {
    POSITIVE_DYNAMICS,
    PERSONAL_PROGRESS,
    TRAJECTORY,
    LOWERED_ANXIETY,
    SUPPLEMENTARY,
    PSYCHOLOGICAL_SUPPORT,
    TECHNOLOGY_MASTERED,
    TECHNOLOGY_USED
  }
}
