package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.quality.UnusualDifferences.Difference;
import io.levelfield.study.QualitySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes of a school's result in one examination from year to year beyond what is usual. */
final class ResultJumps {
  private ResultJumps() {}

  private record Jump(OutcomeEstimate before, OutcomeEstimate after, Difference difference) {}

  /**
   * Finds the jumps.
   *
   * @param outcomes ordered by key
   */
  static List<QualityFinding> findings(List<OutcomeEstimate> outcomes, QualitySettings settings) {
    List<Jump> jumps = jumps(outcomes);
    var unusual =
        new UnusualDifferences(
            jumps.stream().map(Jump::difference).toList(), settings.falseAlarm());
    return jumps.stream()
        .filter(jump -> unusual.outside(jump.difference()))
        .map(ResultJumps::finding)
        .toList();
  }

  private static List<Jump> jumps(List<OutcomeEstimate> outcomes) {
    Map<String, Map<Measure, OutcomeEstimate>> bySchool = new HashMap<>();
    List<Jump> jumps = new ArrayList<>();
    for (OutcomeEstimate result : outcomes) {
      if (result.z().isEmpty()
          || result.zSd().isEmpty()
          || result.tally().participants().isEmpty()) {
        continue;
      }
      Measure measure = result.tally().measure();
      Map<Measure, OutcomeEstimate> own =
          bySchool.computeIfAbsent(result.tally().schoolId(), school -> new HashMap<>());
      var lastYear =
          new Measure(measure.year() - 1, measure.procedure(), measure.subject(), measure.grade());
      OutcomeEstimate before = own.get(lastYear);
      if (before != null) {
        jumps.add(
            new Jump(
                before,
                result,
                new Difference(
                    result.z().orElseThrow() - before.z().orElseThrow(),
                    errorVariance(before) + errorVariance(result))));
      }
      own.put(measure, result);
    }
    return jumps;
  }

  /** Pupils of a measure vary by 1 on the scale of z; a school of few does not tell its own. */
  private static double errorVariance(OutcomeEstimate result) {
    double sd = Math.max(1, result.zSd().orElseThrow());
    return sd * sd / result.tally().participants().orElseThrow();
  }

  private static QualityFinding finding(Jump jump) {
    Measure measure = jump.after().tally().measure();
    String examination = measure.examination();
    double before = jump.before().z().orElseThrow();
    double after = jump.after().z().orElseThrow();
    return new QualityFinding(
        "results",
        jump.after().tally().schoolId(),
        measure.year(),
        examination,
        after > before ? "implausible-rise" : "implausible-fall",
        Double.toString(after - before),
        after > before ? Severity.DOUBTFUL : Severity.NOTE,
        List.of(
            examination,
            Integer.toString(measure.year() - 1),
            Integer.toString(measure.year()),
            before,
            after,
            jump.after().tally().participants().orElseThrow()));
  }
}
