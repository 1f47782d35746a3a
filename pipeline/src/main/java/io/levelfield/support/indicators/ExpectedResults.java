package io.levelfield.support.indicators;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffCount.Part;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.support.ClimateFigure;
import io.levelfield.model.support.ExpectedResult;
import io.levelfield.model.support.ExpectedResult.Blank;
import io.levelfield.model.support.IndicatorValue.Figure;
import io.levelfield.model.support.PupilGrowth;
import io.levelfield.model.support.SchoolGrowth;
import io.levelfield.model.text.Message;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The blanks that the programme's section 4 leaves for each school, «___ % обучающихся …» and «___
 * % педагогических работников …».
 */
public final class ExpectedResults {
  private final SupportBasis basis;
  private final Map<SchoolYear, Map<ClimateMeasure, ClimateFigure>> climate = new HashMap<>();
  private final Map<SchoolYear, SchoolGrowth> growth = new HashMap<>();

  /** Of all subjects together. */
  private final Map<SchoolYear, StaffCount> staff = new HashMap<>();

  private ExpectedResults(
      SupportBasis basis, List<ClimateFigure> climate, List<SchoolGrowth> growth) {
    this.basis = basis;
    climate.forEach(
        own ->
            this.climate
                .computeIfAbsent(
                    new SchoolYear(own.schoolId(), own.year()),
                    key -> new EnumMap<>(ClimateMeasure.class))
                .put(own.measure(), own));
    growth.forEach(own -> this.growth.put(new SchoolYear(own.schoolId(), own.year()), own));
    basis.data().support().staff().stream()
        .filter(StaffCount::ofAllSubjects)
        .forEach(own -> staff.put(new SchoolYear(own.schoolId(), own.year()), own));
  }

  /**
   * Fills the blanks of the judged year and of every year before it that an input speaks of; none
   * where no input does.
   *
   * @param climate what pupils say of their schools
   * @param growth of their own results
   * @return ordered by school, year and blank
   */
  public static List<ExpectedResult> of(
      SupportBasis basis, List<ClimateFigure> climate, PupilGrowth growth) {
    var results = new ExpectedResults(basis, climate, growth.years());
    List<StaffCount> staff = basis.data().support().staff();
    SortedSet<Integer> years = new TreeSet<>();
    climate.forEach(figure -> years.add(figure.year()));
    staff.forEach(count -> years.add(count.year()));
    growth.years().stream().filter(own -> own.counted() > 0).forEach(own -> years.add(own.year()));
    if (!years.isEmpty()) {
      years.add(basis.outcomes().year());
    }
    List<ExpectedResult> filled = new ArrayList<>();
    for (School school : basis.data().schools()) {
      for (int year : years) {
        for (Blank blank : Blank.values()) {
          Answer answer = results.answer(school.id(), year, blank);
          filled.add(new ExpectedResult(school.id(), year, blank, answer.figure(), answer.told()));
        }
      }
    }
    return filled;
  }

  private Answer answer(String school, int year, Blank blank) {
    return switch (blank) {
      case POSITIVE_DYNAMICS -> growing(school, year);
      case PERSONAL_PROGRESS -> pupils(school, year, ClimateMeasure.PERSONAL_PROGRESS);
      case TRAJECTORY -> pupils(school, year, ClimateMeasure.TRAJECTORY);
      case LOWERED_ANXIETY -> lowered(school, year);
      case SUPPLEMENTARY -> pupils(school, year, ClimateMeasure.SUPPLEMENTARY);
      case PSYCHOLOGICAL_SUPPORT -> teachers(school, year, StaffFigure.PSYCHOLOGICAL_SUPPORT);
      case TECHNOLOGY_MASTERED -> teachers(school, year, StaffFigure.TECHNOLOGY_MASTERED);
      case TECHNOLOGY_USED -> teachers(school, year, StaffFigure.TECHNOLOGY_USED);
    };
  }

  private Answer growing(String school, int year) {
    if (growth.isEmpty()) {
      return Answer.lacking(Message.of("blank.no-growth"));
    }
    return Optional.ofNullable(growth.get(new SchoolYear(school, year)))
        .filter(own -> own.counted() > 0)
        .map(
            own ->
                new Answer(
                    Optional.of(
                        new Figure(
                            own.positive(),
                            own.counted(),
                            own.low(),
                            own.high(),
                            (double) own.counted() / own.pupils())),
                    told(own)))
        .orElseGet(() -> Answer.lacking(Message.of("blank.nobody-grew", Integer.toString(year))));
  }

  private static Message told(SchoolGrowth own) {
    return switch (own.method().orElseThrow()) {
      case GROWTH_PERCENTILE ->
          Message.of("blank.of-growth-percentiles", own.counted(), own.pupils());
      case RANK_CHANGE -> Message.of("blank.of-rank-changes", own.counted(), own.pupils());
      case BOTH -> Message.of("blank.of-both", own.counted(), own.pupils());
    };
  }

  private Optional<ClimateFigure> figure(String school, int year, ClimateMeasure measure) {
    return Optional.ofNullable(
        climate.getOrDefault(new SchoolYear(school, year), Map.of()).get(measure));
  }

  private Answer pupils(String school, int year, ClimateMeasure measure) {
    return figure(school, year, measure)
        .map(
            own ->
                Answer.share(
                    Math.round(own.value() * own.pupils()),
                    own.pupils(),
                    1,
                    basis.confidence(),
                    Message.of("blank.of-pupils")))
        .orElseGet(
            () ->
                Answer.lacking(
                    climate.isEmpty()
                        ? Message.of("blank.no-climate")
                        : Message.of("blank.not-asked", Integer.toString(year))));
  }

  /** Anxiety lowered, of the pupils who were asked in an earlier year too. */
  private Answer lowered(String school, int year) {
    Optional<ClimateFigure> anxiety = figure(school, year, ClimateMeasure.ANXIETY);
    if (anxiety.isEmpty()) {
      return Answer.lacking(
          climate.isEmpty()
              ? Message.of("blank.no-climate")
              : Message.of("blank.not-asked", Integer.toString(year)));
    }
    return anxiety
        .get()
        .change()
        .filter(change -> change.linked() > 0)
        .map(
            change ->
                Answer.share(
                    change.better(),
                    change.linked(),
                    (double) change.linked() / anxiety.get().pupils(),
                    basis.confidence(),
                    Message.of("blank.of-linked", Integer.toString(change.since()))))
        .orElseGet(() -> Answer.lacking(Message.of("blank.nobody-linked")));
  }

  private Answer teachers(String school, int year, StaffFigure figure) {
    Optional<StaffCount> own = Optional.ofNullable(staff.get(new SchoolYear(school, year)));
    Optional<Part> part = own.flatMap(count -> count.part(figure)).filter(p -> p.of() > 0);
    if (part.isEmpty()) {
      return Answer.lacking(
          basis.data().support().staff().isEmpty()
              ? Message.of("indicator.no-staff")
              : own.isEmpty()
                  ? Message.of("indicator.no-staff-year", Integer.toString(year))
                  : Message.of("indicator.no-staff-column", figure.code(), Integer.toString(year)));
    }
    return Answer.share(
        part.get().count(),
        part.get().of(),
        (double) part.get().of() / own.get().teachers(),
        basis.confidence(),
        Message.of("blank.of-teachers"));
  }
}
