package io.levelfield.support.climate;

import io.levelfield.model.input.ClimateAnswer;
import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.support.ClimateFigure;
import io.levelfield.model.support.ClimateFigure.Change;
import io.levelfield.stats.Interval;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** What pupils say of their school by year, and how it changed. */
public final class SocialEffects {
  private SocialEffects() {}

  /** A question to the pupils of a school, or of all schools. */
  private record Asked(String school, ClimateMeasure measure) implements Comparable<Asked> {
    @Override
    public int compareTo(Asked other) {
      return Comparator.comparing(Asked::school).thenComparing(Asked::measure).compare(this, other);
    }
  }

  /**
   * The figures.
   *
   * @return ordered by school, year and measure; empty where pupils were not asked
   */
  public static List<ClimateFigure> of(SupportBasis basis) {
    List<ClimateAnswer> answers = basis.data().support().climate();
    SortedMap<Asked, NavigableMap<Integer, Answers>> asked = new TreeMap<>();
    for (ClimateAnswer answer : answers) {
      answer
          .values()
          .forEach(
              (measure, value) -> {
                for (String school : List.of(answer.schoolId(), ClimateFigure.ALL)) {
                  asked
                      .computeIfAbsent(new Asked(school, measure), k -> new TreeMap<>())
                      .computeIfAbsent(answer.year(), year -> new Answers(measure, year))
                      .add(answer, value);
                }
              });
    }
    List<ClimateFigure> figures = new ArrayList<>();
    asked.forEach(
        (question, years) ->
            years.forEach(
                (year, own) ->
                    figures.add(
                        figure(
                            question,
                            year,
                            own,
                            Optional.ofNullable(years.lowerEntry(year))
                                .map(before -> own.since(before.getValue(), basis.confidence())),
                            basis.confidence()))));
    figures.sort(
        Comparator.comparing(ClimateFigure::schoolId)
            .thenComparingInt(ClimateFigure::year)
            .thenComparing(ClimateFigure::measure));
    return figures;
  }

  private static ClimateFigure figure(
      Asked question, int year, Answers own, Optional<Change> change, double confidence) {
    Optional<Interval> interval = own.interval(confidence);
    return new ClimateFigure(
        question.school(),
        year,
        question.measure(),
        own.pupils(),
        own.value(),
        interval.map(i -> OptionalDouble.of(i.low())).orElse(OptionalDouble.empty()),
        interval.map(i -> OptionalDouble.of(i.high())).orElse(OptionalDouble.empty()),
        change);
  }
}
