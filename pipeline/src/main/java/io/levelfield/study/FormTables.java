package io.levelfield.study;

import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.input.FormMarks;
import io.levelfield.model.input.FormPart;
import io.levelfield.model.input.StaffFigure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a form asks, part by part, as the inputs that tables of the same columns would be: so forms
 * and tables are read and checked alike. A part that asks nothing is absent.
 */
public record FormTables(
    Optional<ContextInput> context,
    Optional<StaffInput> staff,
    Optional<ConditionsInput> conditions,
    Optional<ClimateInput> climate) {

  /** What a form calls the number of teachers. */
  public static final String TEACHERS = "teachers";

  /** What a form calls the number of pupils. */
  public static final String PUPILS = "pupils";

  static final CodeColumns SCHOOL = new CodeColumns(List.of(FormMarks.SCHOOL));

  private static final Optional<String> YEAR = Optional.of(FormMarks.YEAR);

  /** What the forms of an input ask. */
  public static FormTables of(
      Inputs inputs, Optional<ContextIndexSettings> index, FormsInput form) {
    return new FormTables(
        index.flatMap(settings -> context(inputs, settings, form)),
        staff(inputs, form),
        conditions(inputs, form),
        climate(inputs, form));
  }

  /** What the forms of an input ask. */
  public static FormTables of(Study study, FormsInput form) {
    return of(study.inputs(), study.contextIndex(), form);
  }

  /** Parts that ask something, in their order. */
  public List<FormPart> parts() {
    List<FormPart> parts = new ArrayList<>();
    context.ifPresent(own -> parts.add(FormPart.CONTEXT));
    staff.ifPresent(own -> parts.add(FormPart.STAFF));
    conditions.ifPresent(own -> parts.add(FormPart.CONDITIONS));
    climate.ifPresent(own -> parts.add(FormPart.CLIMATE));
    return List.copyOf(parts);
  }

  private static Optional<ContextInput> context(
      Inputs inputs, ContextIndexSettings settings, FormsInput form) {
    Map<Examinations, ContextInput.Enrolled> enrolled = new LinkedHashMap<>();
    inputs.context().stream()
        .flatMap(input -> input.enrolled().stream())
        .forEach(column -> enrolled.putIfAbsent(column.examinations(), column));
    var context =
        new ContextInput(
            form.path(),
            ContextInput.Shape.SCHOOLS,
            new ContextInput.Columns(SCHOOL, YEAR),
            null,
            null,
            form.dialect(),
            Optional.empty(),
            List.copyOf(enrolled.values()));
    boolean asks = !settings.indicatorsOf(context).isEmpty() || !enrolled.isEmpty();
    return asks ? Optional.of(context) : Optional.empty();
  }

  private static Optional<StaffInput> staff(Inputs inputs, FormsInput form) {
    boolean counted =
        inputs.staff().stream().anyMatch(input -> input.shape() == StaffInput.Shape.COUNTS);
    if (form.staff().map(List::isEmpty).orElse(!counted)) {
      return Optional.empty();
    }
    Collection<StaffFigure> named =
        form.staff()
            .orElseGet(
                () ->
                    inputs.staff().stream()
                        .filter(input -> input.shape() == StaffInput.Shape.COUNTS)
                        .flatMap(input -> input.columns().figures().keySet().stream())
                        .toList());
    Set<StaffFigure> asked = EnumSet.noneOf(StaffFigure.class);
    for (StaffFigure figure : named) {
      asked.add(figure);
      figure.whole().ifPresent(asked::add); // what is a part of nobody knows how many tells nothing
    }
    return Optional.of(
        new StaffInput(
            form.path(),
            StaffInput.Shape.COUNTS,
            new StaffInput.Columns(
                SCHOOL,
                YEAR,
                Optional.empty(),
                Optional.empty(),
                Optional.of(TEACHERS),
                column(asked, StaffFigure.RISK_GROUP),
                column(asked, StaffFigure.TRAINED),
                column(asked, StaffFigure.RISK_GROUP_TRAINED),
                Optional.empty(),
                Optional.empty(),
                column(asked, StaffFigure.TESTED),
                column(asked, StaffFigure.GREW),
                column(asked, StaffFigure.ASSOCIATION),
                column(asked, StaffFigure.VACANCIES),
                column(asked, StaffFigure.PSYCHOLOGICAL_SUPPORT),
                column(asked, StaffFigure.TECHNOLOGY_MASTERED),
                column(asked, StaffFigure.TECHNOLOGY_USED)),
            null,
            Optional.empty(),
            null,
            form.dialect()));
  }

  private static Optional<String> column(Set<StaffFigure> asked, StaffFigure figure) {
    return asked.contains(figure) ? Optional.of(figure.code()) : Optional.empty();
  }

  private static Optional<ConditionsInput> conditions(Inputs inputs, FormsInput form) {
    Map<String, String> scores = new LinkedHashMap<>();
    Map<String, Range> ranges = new LinkedHashMap<>();
    if (form.conditions().isPresent()) {
      form.conditions().get().keySet().forEach(key -> scores.put(key, key));
      ranges.putAll(form.conditions().get());
    } else {
      for (ConditionsInput input : inputs.conditions()) {
        input.columns().scores().keySet().forEach(key -> scores.put(key, key));
        input.ranges().forEach(ranges::putIfAbsent);
      }
    }
    return scores.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ConditionsInput(
                form.path(),
                new ConditionsInput.Columns(SCHOOL, YEAR, scores),
                new ConditionsInput.Constants(OptionalInt.empty()),
                ranges,
                null,
                form.dialect()));
  }

  private static Optional<ClimateInput> climate(Inputs inputs, FormsInput form) {
    List<ClimateInput> counted =
        inputs.climate().stream()
            .filter(input -> input.shape() == ClimateInput.Shape.SCHOOLS)
            .toList();
    Set<ClimateMeasure> asked = EnumSet.noneOf(ClimateMeasure.class);
    asked.addAll(
        form.climate()
            .orElseGet(
                () ->
                    counted.stream()
                        .flatMap(input -> input.columns().measures().keySet().stream())
                        .toList()));
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Range> ranges = new LinkedHashMap<>();
    for (ClimateInput input : inputs.climate()) {
      asked.forEach(
          measure ->
              input.range(measure).ifPresent(own -> ranges.putIfAbsent(measure.code(), own)));
    }
    return Optional.of(
        new ClimateInput(
            form.path(),
            ClimateInput.Shape.SCHOOLS,
            new ClimateInput.Columns(
                SCHOOL,
                Optional.empty(),
                Optional.of(PUPILS),
                YEAR,
                column(asked, ClimateMeasure.ANXIETY),
                column(asked, ClimateMeasure.MOTIVATION),
                column(asked, ClimateMeasure.MISSED_LESSONS),
                column(asked, ClimateMeasure.SUPPLEMENTARY),
                column(asked, ClimateMeasure.PERSONAL_PROGRESS),
                column(asked, ClimateMeasure.TRAJECTORY)),
            null,
            ranges,
            null,
            form.dialect()));
  }

  private static Optional<String> column(Set<ClimateMeasure> asked, ClimateMeasure measure) {
    return asked.contains(measure) ? Optional.of(measure.code()) : Optional.empty();
  }
}
