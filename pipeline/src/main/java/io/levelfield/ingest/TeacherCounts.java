package io.levelfield.ingest;

import io.levelfield.ingest.StaffColumns.Place;
import io.levelfield.ingest.TeachersReader.Teacher;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffCount.Part;
import io.levelfield.model.input.StaffFigure;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Counts single teachers by school, year and subject, and once each among all subjects, so that
 * nobody is named in what is read. A teacher is in the risk group, trained and so on among all
 * subjects where a row of any subject says so.
 */
final class TeacherCounts {

  /** Teachers and vacant posts of one place. */
  private static final class Tally {
    private int teachers;
    private int vacancies;
    private boolean postsTold;
    private final Map<StaffFigure, Part> parts = new EnumMap<>(StaffFigure.class);

    void add(Map<StaffFigure, Boolean> told) {
      teachers++;
      told.forEach((figure, yes) -> add(figure, yes, told));
      // No column of single teachers says it: who is trained, of those in the risk group.
      if (told.containsKey(StaffFigure.TRAINED)) {
        add(StaffFigure.RISK_GROUP_TRAINED, told.get(StaffFigure.TRAINED), told);
      }
    }

    private void add(StaffFigure figure, boolean yes, Map<StaffFigure, Boolean> told) {
      if (figure == StaffFigure.VACANCIES) {
        postsTold = true;
        return;
      }
      Boolean ofWhole = figure.whole().map(told::get).orElse(figure.whole().isEmpty());
      if (ofWhole != null) {
        parts.merge(figure, ofWhole ? new Part(yes ? 1 : 0, 1) : new Part(0, 0), Part::plus);
      }
    }

    void addVacancy() {
      vacancies++;
      postsTold = true;
    }

    StaffCount count(Place place) {
      if (postsTold) {
        parts.put(StaffFigure.VACANCIES, new Part(vacancies, teachers + vacancies));
      }
      return new StaffCount(place.schoolId(), place.year(), place.subject(), teachers, parts);
    }
  }

  private final OptionalDouble standardError;
  private final Map<Place, Tally> tallies = new HashMap<>();

  private TeacherCounts(OptionalDouble standardError) {
    this.standardError = standardError;
  }

  /**
   * Counts.
   *
   * @param teachers what rows say
   * @param standardError of measurement of the test; growth is not told without it
   */
  static List<StaffCount> of(
      Map<TeachersReader.Key, Teacher> teachers, OptionalDouble standardError) {
    var counts = new TeacherCounts(standardError);
    Map<TeachersReader.Key, Map<StaffFigure, Boolean>> ofAllSubjects = new HashMap<>();
    teachers.forEach(
        (key, teacher) -> {
          Place all = key.place().ofAllSubjects();
          boolean ofSubject = !key.place().equals(all);
          if (teacher.vacantPost()) {
            counts.tally(all).addVacancy();
            if (ofSubject) {
              counts.tally(key.place()).addVacancy();
            }
            return;
          }
          Map<StaffFigure, Boolean> told = counts.told(teacher);
          ofAllSubjects.merge(
              new TeachersReader.Key(all, key.teacher()), told, TeacherCounts::either);
          if (ofSubject) {
            counts.tally(key.place()).add(told);
          }
        });
    ofAllSubjects.forEach((key, told) -> counts.tally(key.place()).add(told));
    return counts.tallies.entrySet().stream()
        .map(place -> place.getValue().count(place.getKey()))
        .toList();
  }

  private Tally tally(Place place) {
    return tallies.computeIfAbsent(place, p -> new Tally());
  }

  /** What a row says, growth with it. */
  private Map<StaffFigure, Boolean> told(Teacher teacher) {
    Map<StaffFigure, Boolean> told = new EnumMap<>(StaffFigure.class);
    told.putAll(teacher.told());
    if (teacher.after().isPresent() && standardError.isPresent()) {
      double growth = teacher.after().getAsDouble() - teacher.before().orElseThrow();
      told.put(StaffFigure.GREW, growth > standardError.getAsDouble());
    }
    return told;
  }

  private static Map<StaffFigure, Boolean> either(
      Map<StaffFigure, Boolean> some, Map<StaffFigure, Boolean> more) {
    Map<StaffFigure, Boolean> both = new EnumMap<>(StaffFigure.class);
    both.putAll(some);
    more.forEach((figure, yes) -> both.merge(figure, yes, Boolean::logicalOr));
    return both;
  }
}
