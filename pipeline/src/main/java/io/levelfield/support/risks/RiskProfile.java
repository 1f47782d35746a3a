package io.levelfield.support.risks;

import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.model.input.ConditionScore;
import io.levelfield.model.input.School;
import io.levelfield.model.support.RiskProfiles;
import io.levelfield.model.support.SchoolRisk;
import io.levelfield.model.support.SchoolRisk.Level;
import io.levelfield.model.support.SharedRisk;
import io.levelfield.model.text.Message;
import io.levelfield.study.RiskSettings;
import io.levelfield.study.RiskSettings.Condition;
import io.levelfield.study.RiskSettings.Worse;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The risk profile: the level of each condition by the study's cuts, or beside the schools of the
 * municipality.
 */
public final class RiskProfile {
  private final SupportBasis basis;
  private final RiskSettings settings;
  private final Map<String, String> municipalities;

  private RiskProfile(SupportBasis basis, RiskSettings settings) {
    this.basis = basis;
    this.settings = settings;
    municipalities =
        basis.data().schools().stream().collect(Collectors.toMap(School::id, School::municipality));
  }

  /** A condition in a year. */
  private record Column(int year, String condition) {}

  /**
   * Makes the profiles.
   *
   * @param note takes what readers must know
   * @return empty without conditions
   */
  public static RiskProfiles of(SupportBasis basis, RiskSettings settings, Consumer<Message> note) {
    List<ConditionScore> scores = basis.data().support().conditions();
    if (scores.isEmpty()) {
      return new RiskProfiles(List.of(), List.of());
    }
    var profile = new RiskProfile(basis, settings);
    List<SchoolRisk> risks = profile.risks(known(scores, note));
    return new RiskProfiles(risks, profile.shared(risks));
  }

  /**
   * Scores without those of a year that has only begun to be told: a school beside the few that
   * answered first would be judged by chance.
   */
  private static List<ConditionScore> known(List<ConditionScore> scores, Consumer<Message> note) {
    TreeMap<Integer, Set<String>> told = new TreeMap<>();
    Set<String> all = new HashSet<>();
    for (ConditionScore score : scores) {
      told.computeIfAbsent(score.year(), year -> new HashSet<>()).add(score.schoolId());
      all.add(score.schoolId());
    }
    int newest =
        told.descendingMap().entrySet().stream()
            .filter(year -> 2 * year.getValue().size() >= all.size())
            .mapToInt(Map.Entry::getKey)
            .findFirst()
            .orElse(told.lastKey());
    told.tailMap(newest, false)
        .forEach(
            (year, own) ->
                note.accept(
                    Message.of(
                        "risks.begun",
                        year.toString(),
                        own.size(),
                        all.size(),
                        Integer.toString(newest))));
    return scores.stream().filter(score -> score.year() <= newest).toList();
  }

  private List<SchoolRisk> risks(List<ConditionScore> scores) {
    Map<Column, List<ConditionScore>> columns =
        scores.stream().collect(Collectors.groupingBy(s -> new Column(s.year(), s.condition())));
    List<SchoolRisk> risks = new ArrayList<>();
    columns.values().forEach(column -> risks.addAll(ofColumn(column)));
    Map<String, List<SchoolRisk>> bySchoolAndYear =
        risks.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.schoolId() + "\n" + r.year(), TreeMap::new, Collectors.toList()));
    return bySchoolAndYear.values().stream()
        .flatMap(own -> withForemost(own).stream())
        .sorted(
            Comparator.comparing(SchoolRisk::schoolId)
                .thenComparingInt(SchoolRisk::year)
                .thenComparing(SchoolRisk::condition))
        .toList();
  }

  private List<SchoolRisk> ofColumn(List<ConditionScore> column) {
    Map<String, List<ConditionScore>> byMunicipality = new HashMap<>();
    column.forEach(
        score ->
            byMunicipality
                .computeIfAbsent(municipalities.get(score.schoolId()), m -> new ArrayList<>())
                .add(score));
    Condition condition = settings.condition(column.get(0).condition());
    Betters all = new Betters(column, condition);
    Map<String, Betters> ofMunicipality = new HashMap<>();
    byMunicipality.forEach((name, own) -> ofMunicipality.put(name, new Betters(own, condition)));
    List<SchoolRisk> risks = new ArrayList<>();
    for (ConditionScore score : column) {
      String municipality = municipalities.get(score.schoolId());
      Betters own = ofMunicipality.get(municipality);
      boolean apart = !municipality.isEmpty() && own.schools() >= settings.leastSchools();
      risks.add(risk(score, condition, apart ? own : all));
    }
    return risks;
  }

  static int sign(Condition condition) {
    return condition.worse() == Worse.LOWER ? 1 : -1;
  }

  private SchoolRisk risk(ConditionScore score, Condition condition, Betters beside) {
    int sign = sign(condition);
    double share = beside.share(sign * score.score());
    boolean cut = condition.high().isPresent();
    return new SchoolRisk(
        score.schoolId(),
        score.year(),
        score.condition(),
        condition.name(score.condition()),
        score.score(),
        cut ? byCuts(condition, sign, score.score()) : byShare(share),
        share,
        beside.schools(),
        cut,
        OptionalInt.empty());
  }

  private static Level byCuts(Condition condition, int sign, double score) {
    if (sign * (condition.high().orElseThrow() - score) >= 0) {
      return Level.HIGH;
    }
    return sign * (condition.medium().orElseThrow() - score) >= 0 ? Level.MEDIUM : Level.LOW;
  }

  private Level byShare(double better) {
    if (better >= settings.highFrom()) {
      return Level.HIGH;
    }
    return better >= settings.mediumFrom() ? Level.MEDIUM : Level.LOW;
  }

  /** Numbers the foremost risks of one school and year; a low one is none. */
  private List<SchoolRisk> withForemost(List<SchoolRisk> own) {
    List<String> foremost =
        own.stream()
            .filter(risk -> risk.level() != Level.LOW)
            .sorted(
                Comparator.comparing(SchoolRisk::level)
                    .thenComparingDouble(SchoolRisk::better)
                    .reversed()
                    .thenComparing(SchoolRisk::condition))
            .limit(settings.foremost())
            .map(SchoolRisk::condition)
            .toList();
    return own.stream()
        .map(
            risk ->
                foremost.contains(risk.condition())
                    ? risk.at(foremost.indexOf(risk.condition()) + 1)
                    : risk)
        .toList();
  }

  private List<SharedRisk> shared(List<SchoolRisk> risks) {
    int newest =
        risks.stream()
            .mapToInt(SchoolRisk::year)
            .filter(year -> year <= basis.outcomes().year())
            .max()
            .orElse(Integer.MIN_VALUE);
    Map<String, Integer> needy =
        basis.labels().help().stream()
            .collect(Collectors.toMap(NeedOfHelp::schoolId, NeedOfHelp::rank));
    Map<String, List<SchoolRisk>> high =
        risks.stream()
            .filter(risk -> risk.year() == newest && risk.level() == Level.HIGH)
            .collect(
                Collectors.groupingBy(SchoolRisk::condition, TreeMap::new, Collectors.toList()));
    return high.values().stream()
        .map(
            own ->
                new SharedRisk(
                    newest,
                    own.get(0).condition(),
                    own.get(0).name(),
                    own.stream()
                        .map(SchoolRisk::schoolId)
                        .filter(needy::containsKey)
                        .sorted(Comparator.comparing(needy::get))
                        .toList(),
                    own.size()))
        .filter(own -> own.schools().size() > 1)
        .sorted(
            Comparator.<SharedRisk>comparingInt(own -> -own.schools().size())
                .thenComparing(SharedRisk::condition))
        .toList();
  }
}
