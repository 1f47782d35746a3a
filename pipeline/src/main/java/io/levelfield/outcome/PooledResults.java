package io.levelfield.outcome;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Puts a school's measures together: the participants-weighted mean of their z-scores, and of the
 * raw means where the study has one examination only.
 */
public final class PooledResults {
  private final List<OutcomeEstimate> estimates;
  private final boolean weighted;
  private final boolean oneExamination;
  private final int newestYear;

  /**
   * @param estimates ordered by key
   * @throws InputsRefused if no measure tells schools apart
   */
  public PooledResults(List<OutcomeEstimate> estimates) {
    this.estimates = estimates.stream().filter(e -> e.z().isPresent()).toList();
    if (this.estimates.isEmpty()) {
      throw new InputsRefused(Message.of("outcome.not-told-apart"));
    }
    weighted = this.estimates.stream().allMatch(e -> e.tally().participants().isPresent());
    newestYear =
        this.estimates.stream().mapToInt(e -> e.tally().measure().year()).max().orElseThrow();
    Measure first = this.estimates.get(0).tally().measure();
    oneExamination =
        this.estimates.stream()
            .map(OutcomeEstimate::tally)
            .allMatch(t -> t.measure().sameExamination(first) && t.mean().isPresent());
  }

  /** Whether participants weigh; they do not where a source leaves them out. */
  public boolean weighted() {
    return weighted;
  }

  /** Whether results keep the examination's own scale. */
  public boolean oneExamination() {
    return oneExamination;
  }

  /** The newest year with results. */
  public int newestYear() {
    return newestYear;
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
              List<OutcomeEstimate> usual = since(newestYear() - years.usual() + 1, own);
              if (!usual.isEmpty()) {
                recent.put(
                    school,
                    years.isSmall(usual) ? since(newestYear() - years.small() + 1, own) : usual);
              }
            });
    return recent;
  }

  private static List<OutcomeEstimate> since(int year, List<OutcomeEstimate> own) {
    return own.stream().filter(e -> e.tally().measure().year() >= year).toList();
  }

  /** A result less its measure's mean, in the unit of pooled results. */
  double deviation(OutcomeEstimate estimate) {
    return estimate.z().orElseThrow() * unit(estimate);
  }

  /** The standard deviation of a school's pupils, in the unit of pooled results. */
  double pupilSd(OutcomeEstimate estimate) {
    return estimate.zSd().orElseThrow() * unit(estimate);
  }

  private double unit(OutcomeEstimate estimate) {
    return oneExamination ? estimate.unit().orElseThrow() : 1;
  }

  /** What a result weighs: its participants, or 1 where they are not known everywhere. */
  double weight(OutcomeEstimate estimate) {
    return weighted ? estimate.tally().participants().orElseThrow() : 1;
  }

  /**
   * Participants of a school's examination on average, by school; empty where they are not known
   * everywhere.
   */
  Map<String, Double> sizes(PoolingYears years) {
    Map<String, Double> sizes = new TreeMap<>();
    if (weighted) {
      recent(years)
          .forEach(
              (school, own) ->
                  sizes.put(
                      school, own.stream().mapToDouble(this::weight).average().orElseThrow()));
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
      sumOfZ += weight * estimate.z().orElseThrow();
      sumOfMeans += oneExamination ? weight * tally.mean().orElseThrow() : 0;
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
