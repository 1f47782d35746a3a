package io.levelfield.support.indicators;

import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.YearList;
import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.support.ClimateFigure;
import io.levelfield.model.support.IndicatorValue;
import io.levelfield.model.support.IndicatorValue.Figure;
import io.levelfield.model.support.IndicatorValue.Status;
import io.levelfield.model.support.ProgrammeIndicator;
import io.levelfield.model.support.ProgrammeIndicator.Direction;
import io.levelfield.model.text.Message;
import io.levelfield.study.IndicatorSettings;
import io.levelfield.study.Programme;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** Computes the indicators of the programme. */
public final class ProgrammeIndicators {
  private final SupportBasis basis;
  private final Optional<Programme> programme;
  private final ListShares lists;
  private final AnalysedSchools analysed;
  private final BestResults best;
  private final SupportedSchools supported;
  private final DocumentedFacts facts;
  private final PupilsAsked climate;
  private final TeacherShares teachers;

  private ProgrammeIndicators(
      SupportBasis basis,
      List<ClimateFigure> figures,
      IndicatorSettings settings,
      Optional<Programme> programme) {
    this.basis = basis;
    this.programme = programme;
    lists = new ListShares(basis);
    analysed = new AnalysedSchools(basis);
    best = new BestResults(basis, settings.bestResult());
    supported = new SupportedSchools(basis, settings.fall());
    facts = new DocumentedFacts(programme);
    climate = new PupilsAsked(basis, figures);
    teachers = new TeacherShares(basis);
  }

  /**
   * Every indicator in every year of the programme, and in every year whose lists are known.
   *
   * @param climate what pupils say of their schools
   * @param programme its years, targets and facts; absent where the study names none
   * @return ordered as in the programme, then by year
   */
  public static List<IndicatorValue> of(
      SupportBasis basis,
      List<ClimateFigure> climate,
      IndicatorSettings settings,
      Optional<Programme> programme) {
    var indicators = new ProgrammeIndicators(basis, climate, settings, programme);
    NavigableSet<Integer> years = new TreeSet<>();
    basis.lists().stream().map(YearList::year).forEach(years::add);
    programme.ifPresent(
        own -> {
          for (int year = own.years().get(0); year <= own.years().get(1); year++) {
            years.add(year);
          }
        });
    List<IndicatorValue> values = new ArrayList<>();
    for (ProgrammeIndicator indicator : ProgrammeIndicator.values()) {
      years.forEach(year -> values.add(indicators.value(indicator, year)));
    }
    return values;
  }

  private IndicatorValue value(ProgrammeIndicator indicator, int year) {
    OptionalDouble target =
        programme.map(own -> own.target(indicator, year)).orElse(OptionalDouble.empty());
    Answer answer =
        year > basis.outcomes().year()
            ? Answer.lacking(
                Message.of("indicator.not-yet", Integer.toString(basis.outcomes().year())))
            : answer(indicator, year);
    return new IndicatorValue(
        indicator,
        year,
        answer.figure(),
        target,
        status(indicator, answer.figure(), target),
        answer.told());
  }

  private static Status status(
      ProgrammeIndicator indicator, Optional<Figure> figure, OptionalDouble target) {
    if (figure.isEmpty()) {
      return Status.NOT_COMPUTED;
    }
    if (target.isEmpty()) {
      return Status.NO_TARGET;
    }
    Figure own = figure.get();
    double wanted = target.getAsDouble();
    boolean higher = indicator.direction() == Direction.HIGHER;
    if (higher ? own.value() >= wanted : own.value() <= wanted) {
      return Status.MET;
    }
    OptionalDouble end = higher ? own.high() : own.low();
    boolean near =
        indicator.scatters()
            && end.isPresent()
            && (higher ? end.getAsDouble() >= wanted : end.getAsDouble() <= wanted);
    return near ? Status.WITHIN_ERROR : Status.MISSED;
  }

  private Answer answer(ProgrammeIndicator indicator, int year) {
    return switch (indicator) {
      case CENTRE -> facts.of(Programme::centre, "centre", year);
      case PROGRAMMES -> supported.programmes(programme, year);
      case ANALYSED -> analysed.of(year);
      case STABLY_LOW -> lists.of(Label.STABLY_LOW_RESULT, year);
      case UNFAVOURABLE -> lists.of(Label.UNFAVOURABLE_CONTEXT, year);
      case STABLY_HIGH -> lists.of(Label.HIGH_RESULT, year);
      case QUALITY_MANAGEMENT ->
          supported.share(ReceivedSupport::institutional, "institutional", year);
      case BEST_RESULT -> best.of(year);
      case EFFECTIVE -> supported.effective(year);
      case NETWORK -> supported.share(ReceivedSupport::network, "network", year);
      case ASSOCIATION -> facts.of(Programme::association, "association", year);
      case CONTESTS ->
          supported.share(
              own ->
                  own.contests().isPresent()
                      ? Optional.of(own.contests().getAsInt() > 0)
                      : Optional.empty(),
              "contests",
              year);
      case TRAINED -> teachers.of(StaffFigure.RISK_GROUP_TRAINED, year);
      case GREW -> teachers.of(StaffFigure.GREW, year);
      case IN_ASSOCIATION -> teachers.of(StaffFigure.ASSOCIATION, year);
      case RISK_GROUP -> teachers.of(StaffFigure.RISK_GROUP, year);
      case SUPPLEMENTARY -> climate.supplementary(year);
    };
  }
}
