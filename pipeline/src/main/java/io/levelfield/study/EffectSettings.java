package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * How the effect of support is estimated. No official rule is known for any of it: the defaults are
 * this project's proposals.
 */
public record EffectSettings(
    @JsonPropertyDescription(
            "Schools without support, most like the supported one in level and trend before, that"
                + " each result of it is held against at most (default 8).")
        Integer controls,
    @JsonPropertyDescription(
            "Which schools may be controls. unsupported: those that have no other programme either"
                + " (default); any: all that do not have this one.")
        MayBeControl mayBeControl,
    @JsonPropertyDescription(
            "Schools without support that are looked at, at most: those whose level before is"
                + " nearest to that of the supported (default 500).")
        Integer pool,
    @JsonPropertyDescription(
            "How often starts are dealt to schools at random to see what chance does (default"
                + " 1999).")
        Integer permutations,
    @JsonPropertyDescription(
            "Largest permutation_p at which an effect is spoken of (default 0.05).")
        Double significance,
    @JsonPropertyDescription(
            "Probability with which an effect as large as minimum_detectable would be noticed"
                + " (default 0.8).")
        Double power) {

  private static final int DEFAULT_CONTROLS = 8;
  private static final int DEFAULT_POOL = 500;
  private static final int DEFAULT_PERMUTATIONS = 1999;
  private static final int FEWEST_PERMUTATIONS = 99;
  private static final double DEFAULT_SIGNIFICANCE = 0.05;
  private static final double DEFAULT_POWER = 0.8;

  /** Which schools may be controls. */
  public enum MayBeControl {
    UNSUPPORTED,
    ANY
  }

  public EffectSettings {
    controls = SettingChecks.atLeast("controls", 1, controls, DEFAULT_CONTROLS);
    mayBeControl = mayBeControl == null ? MayBeControl.UNSUPPORTED : mayBeControl;
    pool = SettingChecks.atLeast("pool", controls, pool, Math.max(controls, DEFAULT_POOL));
    permutations =
        SettingChecks.atLeast(
            "permutations", FEWEST_PERMUTATIONS, permutations, DEFAULT_PERMUTATIONS);
    significance = SettingChecks.share("significance", significance, DEFAULT_SIGNIFICANCE);
    power = SettingChecks.share("power", power, DEFAULT_POWER);
  }

  /** Everything by default. */
  public static EffectSettings defaults() {
    return new EffectSettings(null, null, null, null, null, null);
  }
}
