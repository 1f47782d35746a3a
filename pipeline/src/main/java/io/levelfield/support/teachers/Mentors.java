package io.levelfield.support.teachers;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.support.Difficulty;
import io.levelfield.model.support.Mentor;
import io.levelfield.study.TeacherSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Who could mentor whom: to a school with a difficulty, schools of its municipality that were asked
 * about the same topic, do not have the difficulty, do well in the subject and better than the
 * school itself. The strongest come first.
 */
final class Mentors {
  private final SubjectResults results;
  private final TeacherSettings settings;

  private Mentors(SubjectResults results, TeacherSettings settings) {
    this.results = results;
    this.settings = settings;
  }

  /** The mentors in the newest year of which most schools were asked. */
  static List<Mentor> of(
      List<Difficulty> difficulties, SubjectResults results, TeacherSettings settings) {
    OptionalInt year =
        SchoolYear.newestOfMost(
            difficulties.stream()
                .map(d -> new SchoolYear(d.answers().schoolId(), d.answers().year())));
    Map<Asked, List<Difficulty>> byTopic = new TreeMap<>(Asked.ORDER);
    difficulties.stream()
        .filter(d -> d.answers().year() == year.orElseThrow())
        .forEach(d -> byTopic.computeIfAbsent(Asked.of(d), t -> new ArrayList<>()).add(d));
    var mentors = new Mentors(results, settings);
    return byTopic.values().stream()
        .flatMap(topic -> mentors.ofTopic(topic).stream())
        .sorted(
            Comparator.comparing(Mentor::schoolId)
                .thenComparing(Mentor::subject)
                .thenComparing(Mentor::topic)
                .thenComparingInt(Mentor::place))
        .toList();
  }

  /** A school that could help, with its result in the subject. */
  private record Helper(Difficulty own, double result) {
    String schoolId() {
      return own.answers().schoolId();
    }
  }

  private List<Mentor> ofTopic(List<Difficulty> schools) {
    Map<String, List<Helper>> byMunicipality = new TreeMap<>();
    for (Difficulty own : schools) {
      String school = own.answers().schoolId();
      String subject = own.answers().subject();
      if (!own.difficult() && results.canHelp(subject, school, settings.mentorPercentile())) {
        byMunicipality
            .computeIfAbsent(results.municipality(school), m -> new ArrayList<>())
            .add(new Helper(own, results.of(subject, school).orElseThrow()));
      }
    }
    byMunicipality
        .values()
        .forEach(
            helpers ->
                helpers.sort(
                    Comparator.comparingDouble((Helper helper) -> -helper.result())
                        .thenComparing(Helper::schoolId)));
    List<Mentor> mentors = new ArrayList<>();
    schools.stream()
        .filter(Difficulty::difficult)
        .forEach(
            school ->
                addTo(
                    mentors,
                    school,
                    byMunicipality.getOrDefault(
                        results.municipality(school.answers().schoolId()), List.of())));
    return mentors;
  }

  private void addTo(List<Mentor> mentors, Difficulty school, List<Helper> helpers) {
    Optional<Double> own = results.of(school.answers().subject(), school.answers().schoolId());
    int place = 0;
    for (Helper helper : helpers) {
      if (place < settings.mentors() && helper.result() > own.orElse(Double.NEGATIVE_INFINITY)) {
        mentors.add(
            new Mentor(
                school.answers().schoolId(),
                school.answers().subject(),
                school.answers().topic(),
                helper.schoolId(),
                ++place,
                school.answers().year(),
                school.answers().share(),
                helper.own().answers().share(),
                helper.result()));
      }
    }
  }
}
