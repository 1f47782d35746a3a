package io.levelfield.model.support;

import java.util.List;

/**
 * How schools, their lists and the gap between them change over the years.
 *
 * @param years what stands beside each school's result of a year, ordered by school and year
 * @param stays of schools on lists, ordered by school and label
 * @param gaps ordered by year
 */
public record Dynamics(List<SchoolChange> years, List<ListStay> stays, List<ResultGap> gaps) {

  public Dynamics {
    years = List.copyOf(years);
    stays = List.copyOf(stays);
    gaps = List.copyOf(gaps);
  }
}
