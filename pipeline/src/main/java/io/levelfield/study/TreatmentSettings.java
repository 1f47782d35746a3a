package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.OptionalInt;

/**
 * What is done with an indicator whose few extreme values would decide its scale. The screen and
 * its order are those of OECD/JRC's Handbook on Constructing Composite Indicators and R's COINr.
 */
public record TreatmentSettings(
    @JsonPropertyDescription(
            "winsorise: extreme values take the next one's place; none (default): they stay, and a"
                + " warning names the indicator.")
        Outliers outliers,
    @JsonPropertyDescription(
            "Where winsorising is not enough: log (default), box_cox, or none; the indicator's own"
                + " values are transformed then.")
        Otherwise otherwise,
    @JsonPropertyDescription(
            "Absolute skewness from which, with kurtosis, an indicator is treated (default 2).")
        Double skewness,
    @JsonPropertyDescription("Excess kurtosis from which, with skewness, it is (default 3.5).")
        Double kurtosis,
    @JsonPropertyDescription(
            "Values winsorised at most (default: one in twenty schools, at least 1, at most 5).")
        OptionalInt most) {

  // COINr's defaults (METHODS 3.3).
  private static final double DEFAULT_SKEWNESS = 2;
  private static final double DEFAULT_KURTOSIS = 3.5;
  private static final int DEFAULT_MOST = 5;
  private static final int SCHOOLS_PER_VALUE = 20;

  /** What happens to extreme values. */
  public enum Outliers {
    NONE,
    WINSORISE
  }

  /** What happens where winsorising is not enough. */
  public enum Otherwise {
    NONE,
    LOG,
    BOX_COX
  }

  public TreatmentSettings {
    outliers = outliers == null ? Outliers.NONE : outliers;
    otherwise = otherwise == null ? Otherwise.LOG : otherwise;
    skewness = skewness == null ? DEFAULT_SKEWNESS : skewness;
    kurtosis = kurtosis == null ? DEFAULT_KURTOSIS : kurtosis;
    if (!(skewness > 0)) {
      throw new StudyProblem("skewness", Message.of("study.above-0", Double.toString(skewness)));
    }
    if (!(kurtosis > 0)) {
      throw new StudyProblem("kurtosis", Message.of("study.above-0", Double.toString(kurtosis)));
    }
    if (most.isPresent() && most.getAsInt() < 0) {
      throw new StudyProblem("most", Message.of("study.at-least", 0, most.getAsInt()));
    }
  }

  static TreatmentSettings defaults() {
    return new TreatmentSettings(null, null, null, null, OptionalInt.empty());
  }

  /** Values winsorised at most among so many. */
  public int most(int schools) {
    return most.orElse(Math.max(1, Math.min(DEFAULT_MOST, schools / SCHOOLS_PER_VALUE)));
  }
}
