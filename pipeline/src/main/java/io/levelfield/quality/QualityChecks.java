package io.levelfield.quality;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Message;
import io.levelfield.study.Indicator;
import io.levelfield.study.QualitySettings;
import io.levelfield.study.QualitySettings.Objectivity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stage: every check of the inputs. Nothing is deleted; what is doubtful is said to be so. */
public final class QualityChecks {
  private static final Comparator<QualityFinding> ORDER =
      Comparator.comparing(QualityFinding::table)
          .thenComparing(QualityFinding::schoolId)
          .thenComparing(QualityFinding::year)
          .thenComparing(QualityFinding::column)
          .thenComparing(QualityFinding::rule)
          .thenComparing(QualityFinding::value);

  private QualityChecks() {}

  private record Rise(String schoolId, int year, String examination) {
    static Rise of(TallyKey key) {
      return new Rise(key.schoolId(), key.measure().year(), key.measure().examination());
    }
  }

  /**
   * Checks the inputs.
   *
   * @param indicators of the passports, by key
   */
  public static Quality check(
      StudyData data, Outcomes found, Map<String, Indicator> indicators, QualitySettings settings) {
    return check(data, found.estimates(), indicators, settings);
  }

  /**
   * Checks inputs of which no results could be made, as far as that goes.
   *
   * @param indicators of the passports, by key
   */
  public static Quality ofInputs(
      StudyData data, Map<String, Indicator> indicators, QualitySettings settings) {
    return check(data, List.of(), indicators, settings);
  }

  private static Quality check(
      StudyData data,
      List<OutcomeEstimate> outcomes,
      Map<String, Indicator> indicators,
      QualitySettings settings) {
    List<QualityFinding> findings = new ArrayList<>();
    List<QualityFinding> ofSchool = new ArrayList<>();
    ofSchool.addAll(ConfirmationScreen.findings(outcomes, settings));
    ofSchool.addAll(HeapingScreen.findings(data.tallies(), data.minimums(), settings));
    List<QualityFinding> jumps = ResultJumps.findings(outcomes, settings);
    Plausibility plausibility = Plausibility.of(data, indicators, settings);
    findings.addAll(plausibility.findings());
    findings.addAll(ofSchool);
    findings.addAll(jumps);
    List<QualityFinding> reversed = ReversedResults.findings(outcomes, settings);
    findings.addAll(reversed);
    AbsentPupils absent = AbsentPupils.of(data.tallies(), settings.participation());
    findings.addAll(absent.findings());
    List<QualityFinding> missing = MissingSchools.findings(data.tallies(), settings.coverage());
    findings.addAll(missing);
    findings.addAll(LostResults.findings(data.lost(), settings.lost().doubtfulFrom()));
    findings.addAll(UnansweredForms.findings(data.unanswered()));
    findings.addAll(ImpossibleValues.findings(data.impossible(), indicators));
    findings.addAll(CopiedPassports.findings(data.passports(), data.counts(), settings));
    findings.addAll(DigitPreference.findings(data.counts(), settings));
    findings.addAll(PassportJumps.findings(data.passports(), data.counts(), indicators, settings));
    findings.sort(ORDER);

    Set<TallyKey> screened =
        outcomes.stream()
            .map(outcome -> outcome.tally().key())
            .filter(key -> ConfirmationScreen.screens(key, settings))
            .collect(Collectors.toSet());
    return new Quality(
        findings,
        screened,
        unconfirmed(screened, ofSchool, jumps),
        plausibility.offScale(),
        absent.poorlyAttended(),
        Stream.of(
                ReversedResults.notes(reversed),
                plausibility.notes(),
                absent.notes(),
                MissingSchools.notes(missing),
                withoutResults(data),
                notes(data, settings.objectivity()))
            .flatMap(List::stream)
            .toList());
  }

  /** Years that passports speak of and results should: those that begin with the results. */
  private static List<Message> withoutResults(StudyData data) {
    SortedSet<Integer> withResults = new TreeSet<>();
    data.tallies().forEach(tally -> withResults.add(tally.measure().year()));
    return withResults.isEmpty()
        ? List.of()
        : data.passports().stream()
            .map(Passport::year)
            .filter(year -> year > withResults.first() && !withResults.contains(year))
            .distinct()
            .sorted()
            .map(year -> Message.of("quality.year-without-results", Integer.toString(year)))
            .toList();
  }

  private static List<Message> notes(StudyData data, Objectivity objectivity) {
    Set<String> procedures = new TreeSet<>();
    data.tallies().forEach(tally -> procedures.add(tally.measure().procedure()));
    if (procedures.isEmpty()) {
      return List.of(); // inputs that are refused: no name is wrong for that
    }
    return Stream.concat(objectivity.screened().stream(), objectivity.confirmedBy().stream())
        .filter(procedure -> !procedures.contains(procedure))
        .map(
            procedure ->
                Message.of("quality.no-such-procedure", procedure, String.join(", ", procedures)))
        .toList();
  }

  /** All screened results of a school in a doubtful year, and the one result that rose too far. */
  private static Set<TallyKey> unconfirmed(
      Set<TallyKey> screened, List<QualityFinding> ofSchool, List<QualityFinding> jumps) {
    Set<SchoolYear> doubtful =
        ofSchool.stream()
            .map(finding -> new SchoolYear(finding.schoolId(), finding.year()))
            .collect(Collectors.toSet());
    Set<Rise> rises =
        jumps.stream()
            .filter(jump -> jump.severity() == Severity.DOUBTFUL)
            .map(jump -> new Rise(jump.schoolId(), jump.year(), jump.column()))
            .collect(Collectors.toSet());
    return screened.stream()
        .filter(
            key ->
                doubtful.contains(new SchoolYear(key.schoolId(), key.measure().year()))
                    || rises.contains(Rise.of(key)))
        .collect(Collectors.toSet());
  }
}
