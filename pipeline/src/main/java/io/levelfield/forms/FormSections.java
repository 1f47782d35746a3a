package io.levelfield.forms;

import io.levelfield.forms.FormField.Unit;
import io.levelfield.model.input.ClimateAnswer;
import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.input.ConditionScore;
import io.levelfield.model.input.FormPart;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.ClimateInput;
import io.levelfield.study.ConditionsInput;
import io.levelfield.study.FormTables;
import io.levelfield.study.Range;
import io.levelfield.study.RiskSettings;
import io.levelfield.study.StaffInput;
import io.levelfield.study.Study;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** What a study asks its schools, sheet by sheet, and what it knows of the year before. */
final class FormSections {
  /** A scale with no more steps than this is chosen from a list. */
  private static final int MOST_CHOICES = 12;

  private final Study study;
  private final StudyData data;
  private final int year;
  private final Texts texts;

  private FormSections(Study study, StudyData data, int year, Texts texts) {
    this.study = study;
    this.data = data;
    this.year = year;
    this.texts = texts;
  }

  /**
   * The sheets of a form.
   *
   * @param year that is asked for
   */
  static List<FormSection> of(
      FormTables tables, Study study, StudyData data, int year, Texts texts) {
    var sections = new FormSections(study, data, year, texts);
    List<FormSection> all = new ArrayList<>();
    tables.context().ifPresent(input -> all.add(PassportSection.of(input, study, data, year)));
    tables.staff().ifPresent(input -> all.add(sections.staff(input)));
    tables.conditions().ifPresent(input -> all.add(sections.conditions(input)));
    tables.climate().ifPresent(input -> all.add(sections.climate(input)));
    return List.copyOf(all);
  }

  private FormSection staff(StaffInput input) {
    var section = new FormSection.Builder(FormPart.STAFF, year);
    section.ask(
        FormField.count(FormTables.TEACHERS, texts.get("column.teachers"), Optional.empty()));
    for (StaffFigure figure : input.columns().figures().keySet()) {
      Optional<String> whole =
          figure == StaffFigure.VACANCIES
              ? Optional.empty()
              : Optional.of(figure.whole().map(StaffFigure::code).orElse(FormTables.TEACHERS));
      section.ask(
          FormField.count(figure.code(), texts.get("column.staff_" + figure.code()), whole));
    }
    data.support().staff().stream()
        .filter(StaffCount::ofAllSubjects)
        .forEach(
            count -> {
              section.known(count.schoolId(), count.year(), FormTables.TEACHERS, count.teachers());
              count
                  .parts()
                  .forEach(
                      (figure, part) ->
                          section.known(
                              count.schoolId(), count.year(), figure.code(), part.count()));
            });
    return section.built();
  }

  private FormSection conditions(ConditionsInput input) {
    var section = new FormSection.Builder(FormPart.CONDITIONS, year);
    Map<String, String> labels = new HashMap<>();
    study.inputs().conditions().forEach(own -> own.columns().scores().forEach(labels::putIfAbsent));
    for (String key : input.columns().scores().keySet()) {
      Optional<Range> range = Optional.ofNullable(input.ranges().get(key));
      RiskSettings.Condition known = study.support().risks().condition(key);
      String label =
          known.label().isEmpty()
              ? labels.getOrDefault(key, key)
              : known.name(key).in(study.language());
      section.ask(FormField.number(key, label, Unit.SCORE, range).of(choices(key, range)));
    }
    data.support()
        .conditions()
        .forEach(
            score ->
                section.known(score.schoolId(), score.year(), score.condition(), score.score()));
    return section.built();
  }

  /** The steps of a short scale on which no score was ever given between two steps. */
  private List<Long> choices(String condition, Optional<Range> range) {
    boolean steps =
        range.isPresent()
            && range.get().lowest() == Math.rint(range.get().lowest())
            && range.get().highest() == Math.rint(range.get().highest())
            && range.get().highest() - range.get().lowest() < MOST_CHOICES
            && data.support().conditions().stream()
                .filter(score -> score.condition().equals(condition))
                .map(ConditionScore::score)
                .allMatch(score -> score == Math.rint(score));
    return steps
        ? LongStream.rangeClosed((long) range.get().lowest(), (long) range.get().highest())
            .boxed()
            .toList()
        : List.of();
  }

  private FormSection climate(ClimateInput input) {
    var section = new FormSection.Builder(FormPart.CLIMATE, year);
    section.ask(FormField.count(FormTables.PUPILS, texts.get("forms.pupils"), Optional.empty()));
    for (ClimateMeasure measure : input.columns().measures().keySet()) {
      String label = texts.get("forms.climate-" + measure.code().replace('_', '-'));
      boolean score = measure.kind() == ClimateMeasure.Kind.SCORE;
      section.ask(
          score
              ? FormField.number(
                  measure.code(),
                  label,
                  measure == ClimateMeasure.MISSED_LESSONS ? Unit.NUMBER : Unit.SCORE,
                  input.range(measure))
              : FormField.count(measure.code(), label, Optional.of(FormTables.PUPILS)));
    }
    data.support().climate().stream()
        .filter(ClimateAnswer::counted)
        .forEach(
            answer -> {
              section.known(
                  answer.schoolId(), answer.year(), FormTables.PUPILS, (double) answer.pupils());
              answer
                  .values()
                  .forEach(
                      (measure, value) ->
                          section.known(answer.schoolId(), answer.year(), measure.code(), value));
            });
    return section.built();
  }
}
