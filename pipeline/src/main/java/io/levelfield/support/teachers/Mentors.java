package io.levelfield.support.teachers;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.support.Difficulty;
import io.levelfield.model.support.Mentor;
import io.levelfield.study.TeacherSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who could mentor whom: to a school with a difficulty, schools of its network and municipality
 * that were asked about the same topic, do not have the difficulty, do well in the subject and
 * better than the school itself. Those of its network come first, then the strongest.
 */
final class Mentors {
  private final SubjectResults results;
  private final Map<String, Integer> networks;
  private final TeacherSettings settings;

  private Mentors(SubjectResults results, Map<String, Integer> networks, TeacherSettings settings) {
    this.results = results;
    this.networks = networks;
    this.settings = settings;
  }

  /**
   * The mentors in the newest year of which most schools were asked.
   *
   * @param networks number of the network of each school that is in one
   */
  static List<Mentor> of(
      List<Difficulty> difficulties,
      SubjectResults results,
      Map<String, Integer> networks,
      TeacherSettings settings) {
    OptionalInt year =
        SchoolYear.newestOfMost(
            difficulties.stream()
                .map(d -> new SchoolYear(d.answers().schoolId(), d.answers().year())));
    Map<Asked, List<Difficulty>> byTopic = new TreeMap<>(Asked.ORDER);
    difficulties.stream()
        .filter(d -> d.answers().year() == year.orElseThrow())
        .forEach(d -> byTopic.computeIfAbsent(Asked.of(d), t -> new ArrayList<>()).add(d));
    var mentors = new Mentors(results, networks, settings);
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
    List<Helper> helpers = new ArrayList<>();
    for (Difficulty own : schools) {
      String school = own.answers().schoolId();
      String subject = own.answers().subject();
      if (!own.difficult() && results.canHelp(subject, school, settings.mentorPercentile())) {
        helpers.add(new Helper(own, results.of(subject, school).orElseThrow()));
      }
    }
    helpers.sort(
        Comparator.comparingDouble((Helper helper) -> -helper.result())
            .thenComparing(Helper::schoolId));
    Map<Integer, List<Helper>> byNetwork = new HashMap<>();
    Map<String, List<Helper>> byMunicipality = new HashMap<>();
    for (Helper helper : helpers) {
      byMunicipality
          .computeIfAbsent(results.municipality(helper.schoolId()), m -> new ArrayList<>())
          .add(helper);
      if (networks.containsKey(helper.schoolId())) {
        byNetwork
            .computeIfAbsent(networks.get(helper.schoolId()), n -> new ArrayList<>())
            .add(helper);
      }
    }
    List<Mentor> mentors = new ArrayList<>();
    for (Difficulty school : schools) {
      if (school.difficult()) {
        String id = school.answers().schoolId();
        Set<Helper> nearFirst =
            new LinkedHashSet<>(byNetwork.getOrDefault(networks.get(id), List.of()));
        nearFirst.addAll(byMunicipality.getOrDefault(results.municipality(id), List.of()));
        addTo(mentors, school, nearFirst);
      }
    }
    return mentors;
  }

  private void addTo(List<Mentor> mentors, Difficulty school, Set<Helper> helpers) {
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
                sameNetwork(school.answers().schoolId(), helper.schoolId()),
                ++place,
                school.answers().year(),
                school.answers().share(),
                helper.own().answers().share(),
                helper.result()));
      }
    }
  }

  private boolean sameNetwork(String school, String other) {
    return networks.containsKey(school) && networks.get(school).equals(networks.get(other));
  }
}
