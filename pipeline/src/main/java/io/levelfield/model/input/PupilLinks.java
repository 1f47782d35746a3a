package io.levelfield.model.input;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which results of pupils follow which, as far as pupils' codes tell.
 *
 * @param linked ordered by school, later measure, earlier measure, and whether pupils moved
 * @param followed how many results of a school and measure a later one is linked to
 * @param mayFollow measures whose results could be linked to earlier ones
 * @param mayBeFollowed measures whose results later ones could be linked to
 * @param read results with a code, of these measures
 * @param ambiguous those of them whose code stands more than once in one year, procedure and
 *     subject; none of them is linked
 */
public record PupilLinks(
    List<LinkedScores> linked,
    SortedMap<TallyKey, Long> followed,
    Set<Measure> mayFollow,
    Set<Measure> mayBeFollowed,
    long read,
    long ambiguous) {

  /** No result can be linked to another. */
  public static final PupilLinks NONE =
      new PupilLinks(List.of(), new TreeMap<>(), Set.of(), Set.of(), 0, 0);

  public PupilLinks {
    linked = List.copyOf(linked);
    followed = Collections.unmodifiableSortedMap(new TreeMap<>(followed));
    mayFollow = Set.copyOf(mayFollow);
    mayBeFollowed = Set.copyOf(mayBeFollowed);
  }

  /** Whether there are measures of several years that pupils' codes could link. */
  public boolean possible() {
    return !mayFollow.isEmpty();
  }
}
