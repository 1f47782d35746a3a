package io.levelfield.model.support;

import java.util.List;

/**
 * Pupils' own results over the years; empty where no codes link them.
 *
 * @param examinations per school and later measure, ordered by them
 * @param years per school and year over all examinations, ordered by them
 */
public record PupilGrowth(List<SchoolGrowth> examinations, List<SchoolGrowth> years) {

  /** Nothing is told. */
  public static final PupilGrowth NONE = new PupilGrowth(List.of(), List.of());

  public PupilGrowth {
    examinations = List.copyOf(examinations);
    years = List.copyOf(years);
  }
}
