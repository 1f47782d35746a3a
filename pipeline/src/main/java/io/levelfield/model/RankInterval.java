package io.levelfield.model;

/**
 * Where a school may stand on the index of social well-being if the index had been made otherwise.
 *
 * @param schoolId the school
 * @param year the passport's year
 * @param median rank, 1 = most favourable
 * @param low rank below which 5 % of the replicates lie
 * @param high rank above which 5 % of them lie
 * @param lowestQuarter share of replicates in which the school is in the lowest quarter
 */
public record RankInterval(
    String schoolId, int year, double median, double low, double high, double lowestQuarter) {}
