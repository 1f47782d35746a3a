package io.levelfield.support.effect;

import io.levelfield.model.input.ReceivedSupport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A programme: its schools with the years in which support can show.
 *
 * @param schools those with a known start
 * @param undated those without one
 * @param others first year of any other programme, by school that has one
 */
record Programme(
    String name,
    SortedMap<String, Span> schools,
    Set<String> undated,
    Map<String, Integer> others) {

  /**
   * The years in which support can show.
   *
   * @param first year
   * @param last year; {@link Starts#NEVER} where it still runs
   */
  record Span(int first, int last) {

    /** One support after another counts as one from the first on. */
    private Span joined(Span other) {
      return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  /**
   * @param rows of the programme
   * @param all of all programmes
   */
  static Programme of(String name, List<ReceivedSupport> rows, List<ReceivedSupport> all) {
    SortedMap<String, Span> schools = new TreeMap<>();
    for (ReceivedSupport row : rows) {
      row.firstYear()
          .ifPresent(
              first ->
                  schools.merge(
                      row.schoolId(),
                      new Span(first, row.lastYear().orElse(Starts.NEVER)),
                      Span::joined));
    }
    Map<String, Integer> others =
        all.stream()
            .filter(row -> !row.programme().equals(name))
            .collect(
                Collectors.toMap(
                    ReceivedSupport::schoolId,
                    row -> row.firstYear().orElse(Integer.MIN_VALUE),
                    Math::min));
    Set<String> undated =
        rows.stream()
            .map(ReceivedSupport::schoolId)
            .filter(school -> !schools.containsKey(school))
            .collect(Collectors.toSet());
    return new Programme(name, schools, undated, others);
  }

  /** Schools of the programme, with a start or without. */
  int size() {
    return schools.size() + undated.size();
  }
}
