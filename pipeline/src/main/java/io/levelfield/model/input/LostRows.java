package io.levelfield.model.input;

import java.util.List;

/**
 * What a school sent that does not count, in whole or in part.
 *
 * @param table input it stands in: {@code results} or {@code context}
 * @param year newest year of the school's data in that input; of all schools' where it has none
 * @param rejects one or more, in their order
 * @param lost results, or rows of passports, that they concern
 * @param counted results, or passports, of the school that count
 */
public record LostRows(
    String table, String schoolId, int year, List<Reject> rejects, long lost, long counted) {

  public LostRows {
    rejects = List.copyOf(rejects);
    if (rejects.isEmpty() || lost < 1) {
      throw new IllegalArgumentException(schoolId + " lost nothing");
    }
  }

  /** Lost among all that the school sent. */
  public double share() {
    return (double) lost / (lost + counted);
  }
}
