package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.outcome.StandardisedResults;
import io.levelfield.study.Indicator;
import io.levelfield.study.QualitySettings;
import io.levelfield.study.QualitySettings.Objectivity;
import io.levelfield.study.Range;
import io.levelfield.testing.Indicators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Inputs made by hand, as they are once read. */
final class Inputs {
  static final int YEAR = 2024;
  static final String MARKED = "own";
  static final String ELSEWHERE = "state";
  static final double MINIMUM = 30;

  private final Map<TallyKey, ScoreHistogram> scores = new TreeMap<>();
  private final List<Passport> passports = new ArrayList<>();
  private final List<PassportCount> counts = new ArrayList<>();
  private final Map<String, Indicator> indicators = new TreeMap<>();

  static QualitySettings settings() {
    return new QualitySettings(
        new Objectivity(List.of(MARKED), List.of(ELSEWHERE), null, null),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  Inputs pupils(String school, int year, String procedure, double score, int pupils) {
    return pupils(school, year, procedure, "maths", score, pupils);
  }

  Inputs pupils(
      String school, int year, String procedure, String subject, double score, int pupils) {
    scores
        .computeIfAbsent(
            new TallyKey(school, new Measure(year, procedure, subject, "")),
            key -> new ScoreHistogram())
        .add(score, pupils);
    return this;
  }

  Inputs passport(String school, int year, Map<String, Double> values) {
    passports.add(new Passport(school, year, values));
    values
        .keySet()
        .forEach(key -> indicators.putIfAbsent(key, Indicators.unfavourable(Optional.empty())));
    return this;
  }

  /** A passport whose one value is the mean of pupils. */
  Inputs passport(String school, int year, String indicator, double mean, double error) {
    passports.add(
        new Passport(school, year, Map.of(indicator, mean), Map.of(indicator, error), Map.of()));
    indicators.putIfAbsent(indicator, Indicators.unfavourable(Optional.empty()));
    return this;
  }

  Inputs count(String school, int year, String indicator, double count, double total) {
    counts.add(new PassportCount(school, year, indicator, count, total));
    return this;
  }

  /** Says that an indicator is in per cent. */
  Inputs percent(String indicator) {
    indicators.put(indicator, Indicators.unfavourable(Optional.of(new Range(0, 100))));
    return this;
  }

  List<ResultTally> tallies() {
    List<ResultTally> tallies = new ArrayList<>();
    scores.forEach(
        (key, histogram) ->
            tallies.add(
                ResultTally.ofPupils(
                    key,
                    histogram,
                    OptionalLong.of(histogram.below(MINIMUM)),
                    OptionalLong.empty())));
    return tallies;
  }

  Quality check() {
    List<ResultTally> tallies = tallies();
    Map<Measure, Double> minimums = new HashMap<>();
    tallies.forEach(tally -> minimums.put(tally.measure(), MINIMUM));
    var ids = new TreeSet<String>();
    tallies.forEach(tally -> ids.add(tally.schoolId()));
    passports.forEach(passport -> ids.add(passport.schoolId()));
    var data =
        new StudyData(
            ids.stream().map(School::named).toList(),
            tallies,
            passports,
            counts,
            List.of(),
            List.of(),
            List.of(),
            minimums,
            Map.of(),
            SupportData.NONE,
            List.of(),
            List.of(),
            List.of());
    List<OutcomeEstimate> outcomes =
        tallies.isEmpty() ? List.of() : StandardisedResults.of(tallies).estimates();
    return QualityChecks.check(
        data,
        new Outcomes(YEAR, outcomes, Set.of(), List.of(), List.of(), List.of(), List.of()),
        indicators,
        settings());
  }

  /** Indicators of the passports. */
  Map<String, Indicator> indicators() {
    return indicators;
  }

  /** Findings as {@code school rule}. */
  List<String> found() {
    return check().findings().stream().map(Inputs::brief).toList();
  }

  static String brief(QualityFinding finding) {
    return finding.schoolId() + " " + finding.rule();
  }
}
