package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How pupils' results of several years are linked, and what counts as positive dynamics. */
public record GrowthSettings(
    @JsonPropertyDescription(
            "Whether results of pupils with codes (pupil_id) are linked across years; it takes one"
                + " more reading of their files (default true).")
        Boolean enabled,
    @JsonPropertyDescription(
            "Where a pupil's code is one pupil's: region (default), in all schools; school, only in"
                + " its own, so that a pupil who changes school is not linked.")
        PupilCodes pupilCodes,
    @JsonPropertyDescription(
            "Whether a result may be linked to one of another procedure in the same subject, e.g."
                + " ЕГЭ to ОГЭ (default false).")
        Boolean acrossProcedures,
    @JsonPropertyDescription(
            "Pupils whose later result is in another school: new_school (default) counts their"
                + " growth there; leave_out counts it nowhere. They are counted either way.")
        Movers movers,
    @JsonPropertyDescription(
            "Most groups of alike earlier results within which later ones are compared (default"
                + " 20).")
        Integer groups,
    @JsonPropertyDescription(
            "Fewest such groups: with fewer, growth is told by the change of rank (default 5).")
        Integer leastGroups,
    @JsonPropertyDescription("Linked pupils that such a group needs (default 30).")
        Integer groupSize,
    @JsonPropertyDescription(
            "Pupils with a growth percentile from which their median is given (default 20).")
        Integer medianFrom,
    @JsonPropertyDescription(
            "Share of results whose code stands twice in one year, procedure and subject, above"
                + " which codes do not tell pupils apart and nobody is linked (default 0.05).")
        Double maxAmbiguous,
    @JsonPropertyDescription(
            "Correlation of linked pupils' ranks that codes of the same pupils reach; where it is"
                + " surely lower, codes were given anew and no growth is told (default 0.20).")
        Double leastCorrelation) {

  /** Where a pupil's code is one pupil's. */
  public enum PupilCodes {
    REGION,
    SCHOOL
  }

  /** What becomes of the growth of pupils who changed school. */
  public enum Movers {
    NEW_SCHOOL,
    LEAVE_OUT
  }

  private static final int DEFAULT_GROUPS = 20;
  private static final int DEFAULT_LEAST_GROUPS = 5;
  private static final int DEFAULT_GROUP_SIZE = 30;
  private static final int DEFAULT_MEDIAN_FROM = 20;
  private static final double DEFAULT_MAX_AMBIGUOUS = 0.05;
  private static final double DEFAULT_LEAST_CORRELATION = 0.20;

  public GrowthSettings {
    enabled = enabled == null || enabled;
    pupilCodes = pupilCodes == null ? PupilCodes.REGION : pupilCodes;
    acrossProcedures = acrossProcedures != null && acrossProcedures;
    movers = movers == null ? Movers.NEW_SCHOOL : movers;
    groups = SettingChecks.atLeast("groups", 1, groups, DEFAULT_GROUPS);
    leastGroups =
        SettingChecks.atLeast(
            "least_groups", 1, leastGroups, Math.min(groups, DEFAULT_LEAST_GROUPS));
    groupSize = SettingChecks.atLeast("group_size", 2, groupSize, DEFAULT_GROUP_SIZE);
    medianFrom = SettingChecks.atLeast("median_from", 1, medianFrom, DEFAULT_MEDIAN_FROM);
    maxAmbiguous = SettingChecks.share("max_ambiguous", maxAmbiguous, DEFAULT_MAX_AMBIGUOUS);
    leastCorrelation =
        SettingChecks.share("least_correlation", leastCorrelation, DEFAULT_LEAST_CORRELATION);
  }

  static GrowthSettings defaults() {
    return new GrowthSettings(null, null, null, null, null, null, null, null, null, null);
  }
}
