package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What the authority does next, and how it learns whether that helped. */
public record SupportSettings(
    @JsonPropertyDescription("How unevenly pupils are spread over schools.")
        SegregationSettings segregation,
    @JsonPropertyDescription("How schools, their lists and the gap between them change.")
        DynamicsSettings dynamics,
    @JsonPropertyDescription("When a condition is a risk for a school.") RiskSettings risks,
    @JsonPropertyDescription("How the programme's indicators are read.")
        IndicatorSettings indicators,
    @JsonPropertyDescription("What support did to results.") EffectSettings effect,
    @JsonPropertyDescription("Teachers, their difficulties and their mentors.")
        TeacherSettings teachers,
    @JsonPropertyDescription("How pupils' own results change from year to year.")
        GrowthSettings growth,
    @JsonPropertyDescription("Which school is the partner of a school that needs help.")
        PartnerSettings partners) {

  public SupportSettings {
    segregation = segregation == null ? SegregationSettings.defaults() : segregation;
    dynamics = dynamics == null ? DynamicsSettings.defaults() : dynamics;
    risks = risks == null ? RiskSettings.defaults() : risks;
    indicators = indicators == null ? IndicatorSettings.defaults() : indicators;
    effect = effect == null ? EffectSettings.defaults() : effect;
    teachers = teachers == null ? TeacherSettings.defaults() : teachers;
    growth = growth == null ? GrowthSettings.defaults() : growth;
    partners = partners == null ? PartnerSettings.defaults() : partners;
  }

  static SupportSettings defaults() {
    return new SupportSettings(null, null, null, null, null, null, null, null);
  }
}
