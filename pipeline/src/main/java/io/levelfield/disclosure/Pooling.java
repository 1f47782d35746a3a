package io.levelfield.disclosure;

import io.levelfield.model.disclosure.PublicRow;
import io.levelfield.study.PublicSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which schools of a measure are shown by themselves, and which only together: those with too few
 * participants, and as many others, the smallest first, as it takes that no school's participants
 * can be told from what the schools together have, even by who knows which ones are small.
 *
 * @param shown schools by code
 * @param pooled schools shown together, by code
 * @param enough whether the pooled ones may be shown together; if not, the measure is withheld, for
 *     every total would tell of them
 */
record Pooling(List<Figures> shown, List<Figures> pooled, boolean enough) {
  private static final Comparator<Figures> SMALLEST_FIRST =
      Comparator.comparingLong(Figures::participants).thenComparing(Figures::who);

  static Pooling of(List<Figures> schools, PublicSettings settings) {
    List<Figures> shown = new ArrayList<>(schools);
    shown.sort(SMALLEST_FIRST);
    List<Figures> pooled = new ArrayList<>();
    while (!shown.isEmpty() && joins(shown.get(0).participants(), pooled, settings)) {
      pooled.add(shown.remove(0));
    }
    long next = shown.isEmpty() ? Long.MAX_VALUE : shown.get(0).participants();
    boolean enough = pooled.isEmpty() || isEnough(pooled, next, settings);
    shown.sort(Comparator.comparing(Figures::who));
    pooled.sort(Comparator.comparing(Figures::who));
    return new Pooling(shown, pooled, enough);
  }

  /** Whether the smallest school shown by itself is to join those that are not. */
  private static boolean joins(long participants, List<Figures> pooled, PublicSettings settings) {
    return participants < settings.minimumN()
        || (!pooled.isEmpty() && !isEnough(pooled, participants, settings));
  }

  /**
   * Whether schools may be shown together: at least two, with enough participants together, and
   * {@code hide_below} possible numbers of participants left to each. A small one has from 1 to
   * less than the minimum, another from the minimum to the smallest that is shown by itself.
   *
   * @param next participants of the smallest school that would be shown by itself
   */
  private static boolean isEnough(List<Figures> schools, long next, PublicSettings settings) {
    long together = schools.stream().mapToLong(Figures::participants).sum();
    if (schools.size() < 2 || together < settings.minimumN()) {
      return false;
    }
    List<Box> boxes =
        schools.stream()
            .map(
                school ->
                    school.participants() < settings.minimumN()
                        ? new Box(1, settings.minimumN() - 1)
                        : new Box(settings.minimumN(), Math.min(next, together)))
            .toList();
    return Box.fewestValues(boxes, together) >= settings.hideBelow();
  }

  /** The pooled schools together. */
  Optional<Figures> others() {
    return pooled.isEmpty()
        ? Optional.empty()
        : Optional.of(Figures.together(PublicRow.OTHERS, pooled));
  }
}
