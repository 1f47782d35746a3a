package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.study.QualitySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Examinations whose scale is another one than the year before: schools' typical mean and deviation
 * change by the same factor, such as from marks to points, or the mean moves by more than pupils
 * differ. A harder paper lowers means, but pupils go on to differ.
 */
final class ScaleJumps {
  /** Deviations of pupils by which no examination's mean changes from one year to the next. */
  private static final double DEVIATIONS = 4;

  /** Without deviations the mean alone must change by so much more. */
  private static final double MEAN_ALONE = 1.5;

  private ScaleJumps() {}

  /**
   * Finds them, a finding an examination and year.
   *
   * @param levels of measures that schools enough have
   */
  static List<QualityFinding> findings(
      Map<Measure, MeasureLevels> levels, QualitySettings settings) {
    Map<String, Map<Integer, MeasureLevels>> byExamination = new TreeMap<>();
    levels.forEach(
        (measure, own) ->
            byExamination
                .computeIfAbsent(measure.examination(), examination -> new TreeMap<>())
                .put(measure.year(), own));
    List<QualityFinding> findings = new ArrayList<>();
    byExamination.forEach(
        (examination, years) -> {
          int before = 0;
          for (int year : years.keySet()) {
            if (before != 0 && jumps(years.get(before), years.get(year), settings.scale().jump())) {
              findings.add(
                  finding(
                      examination, before, year, years.get(before).mean(), years.get(year).mean()));
            }
            before = year;
          }
        });
    return findings;
  }

  private static boolean jumps(MeasureLevels before, MeasureLevels after, double factor) {
    double mean = Math.log(after.mean() / before.mean());
    if (before.sd().isEmpty() || after.sd().isEmpty()) {
      return Math.abs(mean) >= Math.log(factor * MEAN_ALONE);
    }
    double spread = Math.log(after.sd().getAsDouble() / before.sd().getAsDouble());
    boolean scaled =
        Math.abs(mean) >= Math.log(factor) && Math.signum(mean) * spread >= Math.log(factor);
    double wider = Math.max(before.sd().getAsDouble(), after.sd().getAsDouble());
    return scaled || Math.abs(after.mean() - before.mean()) > DEVIATIONS * wider;
  }

  private static QualityFinding finding(
      String examination, int before, int year, double meanBefore, double mean) {
    return new QualityFinding(
        "results",
        QualityFinding.SEVERAL,
        year,
        examination,
        "scale-jump",
        Double.toString(mean / meanBefore),
        Severity.DOUBTFUL,
        List.of(examination, Integer.toString(before), Integer.toString(year), meanBefore, mean));
  }
}
