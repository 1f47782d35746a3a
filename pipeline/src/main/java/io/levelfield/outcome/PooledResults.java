package io.levelfield.outcome;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts a school's measures together: the participants-weighted mean of their z-scores, all years at
 * the level of the judged one ({@link YearLevels}). Where the study has one examination only, the
 * result is that mean in the score's unit, as the judged year's paper would have given it.
 */
public final class PooledResults {
  private final List<OutcomeEstimate> estimates;
  private final boolean weighted;
  private final boolean oneExamination;
  private final int year;
  private final OptionalDouble unit;
  private final OutcomeEstimate anyOfYear;
  private final YearLevels levels;

  /**
   * Judges the newest year with results of at least half the schools.
   *
   * @param estimates ordered by key
   * @throws InputsRefused if no measure tells schools apart
   */
  public PooledResults(List<OutcomeEstimate> estimates) {
    this(estimates, OptionalInt.empty());
  }

  /**
   * @param estimates ordered by key
   * @param judged the year to judge
   * @throws InputsRefused if no measure tells schools apart, or none of that year
   */
  public PooledResults(List<OutcomeEstimate> estimates, OptionalInt judged) {
    this.estimates = estimates.stream().filter(e -> e.z().isPresent()).toList();
    if (this.estimates.isEmpty()) {
      throw new InputsRefused(Message.of("outcome.not-told-apart"));
    }
    weighted = this.estimates.stream().allMatch(e -> e.tally().participants().isPresent());
    List<SchoolYear> taken =
        this.estimates.stream()
            .map(e -> new SchoolYear(e.tally().schoolId(), e.tally().measure().year()))
            .toList();
    year = judged.orElseGet(() -> SchoolYear.newestOfMost(taken.stream()).orElseThrow());
    if (taken.stream().noneMatch(own -> own.year() == year)) {
      throw new InputsRefused(
          Message.of(
              "outcome.no-such-year",
              Integer.toString(year),
              taken.stream()
                  .map(SchoolYear::year)
                  .distinct()
                  .sorted()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "))));
    }
    Measure first = this.estimates.get(0).tally().measure();
    oneExamination =
        this.estimates.stream()
            .map(OutcomeEstimate::tally)
            .allMatch(t -> t.measure().sameExamination(first) && t.mean().isPresent());
    boolean scaleOfPupils = this.estimates.stream().allMatch(e -> e.zSd().isPresent());
    anyOfYear = anyOf(year);
    unit = oneExamination && scaleOfPupils ? anyOfYear.unit() : OptionalDouble.empty();
    levels = new YearLevels(byYear(), year, this::apart, this::weight);
  }

  private OutcomeEstimate anyOf(int ofYear) {
    return estimates.stream()
        .filter(e -> e.tally().measure().year() == ofYear)
        .findFirst()
        .orElseThrow();
  }

  /** Whether participants weigh; they do not where a source leaves them out. */
  public boolean weighted() {
    return weighted;
  }

  /** Whether results keep the examination's own scale. */
  public boolean oneExamination() {
    return oneExamination;
  }

  /** The year that is judged: pooled results end with it. */
  public int year() {
    return year;
  }

  /** Schools with results of years after the one that is judged, in ascending order. */
  List<String> schoolsWithNewer() {
    return estimates.stream()
        .filter(e -> e.tally().measure().year() > year)
        .map(e -> e.tally().schoolId())
        .distinct()
        .sorted()
        .toList();
  }

  /** Every school's result in each year, ordered by school and year. */
  public List<SchoolResult> yearly() {
    List<SchoolResult> results = new ArrayList<>();
    byYear()
        .forEach((school, years) -> years.values().forEach(own -> results.add(pool(school, own))));
    return results;
  }

  /** What is pooled in each year, by school and year. */
  Map<String, Map<Integer, List<OutcomeEstimate>>> byYear() {
    Map<String, Map<Integer, List<OutcomeEstimate>>> years = new TreeMap<>();
    for (OutcomeEstimate e : estimates) {
      years
          .computeIfAbsent(e.tally().schoolId(), id -> new TreeMap<>())
          .computeIfAbsent(e.tally().measure().year(), y -> new ArrayList<>())
          .add(e);
    }
    return years;
  }

  /** Every school's result over the newest years, ordered by school; see {@link #recent}. */
  public List<SchoolResult> pooled(PoolingYears years) {
    List<SchoolResult> results = new ArrayList<>();
    recent(years).forEach((school, own) -> results.add(pool(school, own)));
    return results;
  }

  /**
   * What is pooled, by school: the results of the newest years, more of them where the school is
   * small. A school without results in the newest years is left out.
   */
  Map<String, List<OutcomeEstimate>> recent(PoolingYears years) {
    Map<String, List<OutcomeEstimate>> recent = new TreeMap<>();
    bySchool()
        .forEach(
            (school, own) -> {
              List<OutcomeEstimate> usual = since(year - years.usual() + 1, own);
              if (!usual.isEmpty()) {
                recent.put(
                    school, years.isSmall(usual) ? since(year - years.small() + 1, own) : usual);
              }
            });
    return recent;
  }

  private List<OutcomeEstimate> since(int first, List<OutcomeEstimate> own) {
    return own.stream()
        .filter(e -> e.tally().measure().year() >= first && e.tally().measure().year() <= year)
        .toList();
  }

  /** How the years' levels differ, in the unit of pooled results. */
  YearLevels levels() {
    return levels;
  }

  /**
   * A result less its measure's mean at the level of the judged year, in the unit of pooled
   * results.
   */
  double deviation(OutcomeEstimate estimate) {
    return apart(estimate) - level(estimate);
  }

  private double level(OutcomeEstimate estimate) {
    return levels.of(estimate.tally().measure().year());
  }

  /** A result less the mean of those who took part. */
  private double apart(OutcomeEstimate estimate) {
    return estimate.z().orElseThrow() * unit(estimate);
  }

  /** The standard deviation of a school's pupils, in the unit of pooled results. */
  double pupilSd(OutcomeEstimate estimate) {
    return estimate.zSd().orElseThrow() * unit(estimate);
  }

  /**
   * A standard deviation in the unit of pooled results. That of pupils is the judged year's, so
   * that a year whose scores are spread wider does not count for more; that of schools' means hangs
   * on which schools took part, and each year keeps its own.
   */
  private double unit(OutcomeEstimate estimate) {
    return oneExamination ? unit.orElseGet(() -> estimate.unit().orElseThrow()) : 1;
  }

  /** The mean of one examination as the judged year's paper would have given it. */
  private double mean(OutcomeEstimate estimate) {
    ResultTally tally = estimate.tally();
    if (tally.measure().year() == year) {
      return tally.mean().orElseThrow();
    }
    return meanOfMeasure(anyOfYear) + deviation(estimate);
  }

  private static double meanOfMeasure(OutcomeEstimate any) {
    double apart = any.z().orElseThrow() * any.unit().orElseThrow();
    return any.tally().mean().orElseThrow() - apart;
  }

  /**
   * How much more points one and the same school got in other years than in the judged one, by
   * year; empty unless the study has one examination.
   */
  SortedMap<Integer, Double> papers() {
    SortedMap<Integer, Double> papers = new TreeMap<>();
    if (oneExamination) {
      estimates.stream()
          .map(e -> e.tally().measure().year())
          .distinct()
          .forEach(
              other ->
                  papers.put(
                      other,
                      meanOfMeasure(anyOf(other)) - meanOfMeasure(anyOfYear) + levels.of(other)));
      papers.remove(year);
    }
    return papers;
  }

  /** What a result weighs: its participants, or 1 where they are not known everywhere. */
  double weight(OutcomeEstimate estimate) {
    return weighted ? estimate.tally().participants().orElseThrow() : 1;
  }

  /**
   * Participants of a school's examination on average, by school, over the years that are pooled;
   * over all its years where a school has no result in these. Empty where they are not known
   * everywhere.
   */
  Map<String, Double> sizes(PoolingYears years) {
    Map<String, Double> sizes = new TreeMap<>();
    if (weighted) {
      Map<String, List<OutcomeEstimate>> results = bySchool();
      results.putAll(recent(years));
      results.forEach(
          (school, own) ->
              sizes.put(school, own.stream().mapToDouble(this::weight).average().orElseThrow()));
    }
    return sizes;
  }

  private Map<String, List<OutcomeEstimate>> bySchool() {
    Map<String, List<OutcomeEstimate>> bySchool = new TreeMap<>();
    estimates.forEach(
        e -> bySchool.computeIfAbsent(e.tally().schoolId(), id -> new ArrayList<>()).add(e));
    return bySchool;
  }

  private SchoolResult pool(String school, List<OutcomeEstimate> own) {
    double weights = 0;
    double sumOfZ = 0;
    double sumOfMeans = 0;
    long participants = 0;
    for (OutcomeEstimate estimate : own) {
      ResultTally tally = estimate.tally();
      double weight = weight(estimate);
      weights += weight;
      sumOfZ += weight * (estimate.z().orElseThrow() - level(estimate) / unit(estimate));
      sumOfMeans += oneExamination ? weight * mean(estimate) : 0;
      participants += tally.participants().orElse(0);
    }
    double z = sumOfZ / weights;
    return new SchoolResult(
        school,
        own.stream().mapToInt(e -> e.tally().measure().year()).min().orElseThrow(),
        own.stream().mapToInt(e -> e.tally().measure().year()).max().orElseThrow(),
        weighted ? OptionalLong.of(participants) : OptionalLong.empty(),
        OptionalDouble.of(oneExamination ? sumOfMeans / weights : z),
        OptionalDouble.of(z));
  }
}
