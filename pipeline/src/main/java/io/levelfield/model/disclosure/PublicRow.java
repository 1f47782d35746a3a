package io.levelfield.model.disclosure;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is public of a school, or of schools together, in one measure.
 *
 * @param who the school's code, {@link #OTHERS} or {@link #ALL}
 * @param schools schools the row speaks of
 * @param participants pupils who took the examination
 * @param below pupils below the minimum, where the count itself is shown
 * @param shareAtLeast where only so much is said of the share below the minimum, 0 to 1
 * @param shareAtMost likewise
 * @param mean mean score; in the row of all schools, of those whose mean is shown
 * @param meanOf participants that the mean speaks of
 * @param hidden figures that are known and not shown: never 0, never to be taken for absent
 */
public record PublicRow(
    String who,
    int schools,
    OptionalLong participants,
    OptionalLong below,
    OptionalDouble shareAtLeast,
    OptionalDouble shareAtMost,
    OptionalDouble mean,
    OptionalLong meanOf,
    Set<Figure> hidden) {

  /** The schools with too few participants together, with some more where these would be told. */
  public static final String OTHERS = "others";

  /** All schools of the measure. */
  public static final String ALL = "*";

  /** What may be hidden; codes are names of columns. */
  public enum Figure {
    PARTICIPANTS("participants"),
    BELOW_MINIMUM("below_minimum"),
    MEAN("mean");

    private final String column;

    Figure(String column) {
      this.column = column;
    }

    public String column() {
      return column;
    }
  }

  public PublicRow {
    Objects.requireNonNull(who, "who");
    hidden = Set.copyOf(hidden);
    boolean told =
        (hidden.contains(Figure.PARTICIPANTS) && participants.isPresent())
            || (hidden.contains(Figure.BELOW_MINIMUM) && below.isPresent())
            || (hidden.contains(Figure.MEAN) && mean.isPresent());
    if (told) {
      throw new IllegalArgumentException(who + ": what is hidden must not be there");
    }
  }

  /** A row of which nothing is shown. */
  public static PublicRow hidden(String who, int schools, Set<Figure> hidden) {
    return new PublicRow(
        who,
        schools,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        hidden);
  }

  /** Share below the minimum where it is shown as such, 0 to 1. */
  public OptionalDouble shareBelow() {
    return below.isPresent()
        ? OptionalDouble.of((double) below.getAsLong() / participants.getAsLong())
        : OptionalDouble.empty();
  }
}
