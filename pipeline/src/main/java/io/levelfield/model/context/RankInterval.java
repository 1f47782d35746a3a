package io.levelfield.model.context;

import java.util.Map;

/**
 * Where a school may stand on the index of social well-being if the index had been made otherwise.
 *
 * @param schoolId the school
 * @param year the passport's year
 * @param median rank, 1 = most favourable
 * @param low rank below which 5 % of the replicates lie
 * @param high rank above which 5 % of them lie
 * @param lowest share of the least favourable schools, e.g. 0.25, to the share of replicates in
 *     which the school is among them
 * @param lowestOrRule the same for replicates in which the school is among them or its passport,
 *     drawn anew, meets the rule asked for; empty where passports are not drawn
 */
public record RankInterval(
    String schoolId,
    int year,
    double median,
    double low,
    double high,
    Map<Double, Double> lowest,
    Map<Double, Double> lowestOrRule) {

  /** The share of schools that published tables speak of. */
  public static final double QUARTER = 0.25;

  public RankInterval {
    lowest = Map.copyOf(lowest);
    lowestOrRule = Map.copyOf(lowestOrRule);
  }

  /** Of replicates in which passports are what they are. */
  public RankInterval(
      String schoolId,
      int year,
      double median,
      double low,
      double high,
      Map<Double, Double> lowest) {
    this(schoolId, year, median, low, high, lowest, Map.of());
  }

  /** Share of replicates in which the school is in the lowest quarter. */
  public double lowestQuarter() {
    return lowest(QUARTER);
  }

  /**
   * Share of replicates in which the school is among so large a share of schools.
   *
   * @throws IllegalArgumentException if the replicates were not asked for that share
   */
  public double lowest(double share) {
    Double told = lowest.get(share);
    if (told == null) {
      throw new IllegalArgumentException(
          "the index was asked for the lowest " + lowest.keySet() + ", not " + share);
    }
    return told;
  }
}
