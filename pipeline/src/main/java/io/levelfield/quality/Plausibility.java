package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.text.Message;
import io.levelfield.study.Indicator;
import io.levelfield.study.QualitySettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What in the inputs is of another scale than the rest, or stands for another thing than a value.
 *
 * @param findings in the order of checks
 * @param offScale results that cannot be compared with those of other schools until a question is
 *     settled
 * @param notes of each kind, for readers of the tables
 */
public record Plausibility(
    List<QualityFinding> findings, Set<TallyKey> offScale, List<Message> notes) {
  private static final int NAMED = 5;

  public Plausibility {
    findings = List.copyOf(findings);
    offScale = Set.copyOf(offScale);
    notes = List.copyOf(notes);
  }

  /**
   * Checks the inputs.
   *
   * @param indicators of the passports, by key
   */
  public static Plausibility of(
      StudyData data, Map<String, Indicator> indicators, QualitySettings settings) {
    Map<Measure, ScoreHistogram> pooled = ScoreScale.pooled(data.tallies());
    Map<Measure, ScoreScale> scales = ScoreScale.of(pooled, settings.scale().far());
    Map<Measure, MeasureLevels> levels = MeasureLevels.of(data.tallies(), scales);
    Set<TallyKey> doubtful = new TreeSet<>();
    List<QualityFinding> findings = new ArrayList<>();
    findings.addAll(MultipliedScores.findings(levels, settings, doubtful));
    findings.addAll(FarScores.findings(data.tallies(), scales, doubtful));
    List<QualityFinding> jumps = ScaleJumps.findings(levels, settings);
    List<QualityFinding> codes = UnknownCodes.findings(data.passports(), indicators);
    List<QualityFinding> units =
        UnitJumps.findings(data.passports(), indicators, settings.passports().unitFactor());
    findings.addAll(jumps);
    findings.addAll(units);
    List<QualityFinding> zeros = ZeroScores.findings(pooled, settings.scale().zeros());
    findings.addAll(zeros);
    findings.addAll(codes);
    List<Message> notes = new ArrayList<>();
    if (!doubtful.isEmpty()) {
      Set<String> schools = new TreeSet<>();
      doubtful.forEach(key -> schools.add(key.schoolId()));
      notes.add(Message.of("quality.off-scale", schools.size(), named(schools)));
    }
    jumps.forEach(jump -> notes.add(Message.of("quality.scale-jump", jump.facts().toArray())));
    zeros.forEach(zero -> notes.add(Message.of("quality.zero-scores", zero.facts().toArray())));
    units.forEach(jump -> notes.add(Message.of("quality.unit-jump", jump.facts().toArray())));
    codes.forEach(
        code -> notes.add(Message.of("quality.code-for-unknown", code.facts().toArray())));
    return new Plausibility(findings, doubtful, notes);
  }

  /** The first of some schools, for a note. */
  static String named(Collection<String> schools) {
    return String.join(", ", schools.stream().limit(NAMED).toList())
        + (schools.size() > NAMED ? " …" : "");
  }
}
