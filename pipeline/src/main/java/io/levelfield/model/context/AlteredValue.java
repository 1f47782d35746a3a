package io.levelfield.model.context;

import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * A value that the index takes otherwise than the social passport has it.
 *
 * @param schoolId the school
 * @param year the passport's year
 * @param indicator the indicator's key
 * @param method what was done
 * @param value as it stands in the passport; absent for a gap
 * @param used as the index takes it; on the transformed scale after {@code LOG} and {@code BOX_COX}
 * @param sd standard deviation of the values that may as well have filled the gap
 */
public record AlteredValue(
    String schoolId,
    int year,
    String indicator,
    Method method,
    OptionalDouble value,
    double used,
    OptionalDouble sd) {

  /** By school, year and indicator. */
  public static final Comparator<AlteredValue> ORDER =
      Comparator.comparing(AlteredValue::schoolId)
          .thenComparing(AlteredValue::year)
          .thenComparing(AlteredValue::indicator);

  /** What was done with an extreme value or a gap. */
  public enum Method {
    WINSORISED,
    LOG,
    BOX_COX,
    GROUP_MEDIAN,
    LAST_YEAR,
    CHAINED
  }
}
