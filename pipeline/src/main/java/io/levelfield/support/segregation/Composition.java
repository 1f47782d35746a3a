package io.levelfield.support.segregation;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Message;
import io.levelfield.study.Indicator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pupils of one kind in the schools of a year.
 *
 * @param counted what the pupils of a school are
 * @param schools ordered by code
 */
record Composition(Message counted, List<OfSchool> schools) {

  /**
   * One school.
   *
   * @param of the kind
   * @param pupils all of them, more than 0
   */
  record OfSchool(School school, double of, double pupils) {}

  /**
   * The compositions by a characteristic, by year, of schools with an index: those whose passports
   * know enough, so that every characteristic speaks of the same schools. Counts come with their
   * totals and shares of pupils' rows with these; of any other share the pupils are the
   * participants of the school's largest examination of the year.
   *
   * @param indexed schools and years with an index
   * @param whole value that stands for all pupils
   */
  static SortedMap<Integer, Composition> of(
      StudyData data,
      Set<SchoolYear> indexed,
      String characteristic,
      Indicator indicator,
      double whole) {
    if (indicator.count().isPresent()) {
      return ofCounts(data, indexed, characteristic);
    }
    boolean rows = indicator.aggregate().isPresent();
    Map<String, Map<Integer, Long>> participants = rows ? Map.of() : participants(data);
    Map<String, School> schools = schools(data);
    SortedMap<Integer, Composition> byYear = new TreeMap<>();
    Message counted =
        rows
            ? Message.of("segregation.counted-rows")
            : Message.of("segregation.counted-participants");
    data.passports()
        .forEach(
            passport -> {
              Optional<Long> pupils =
                  rows
                      ? Optional.ofNullable(passport.pupils().get(characteristic))
                      : Optional.ofNullable(
                          participants
                              .getOrDefault(passport.schoolId(), Map.of())
                              .get(passport.year()));
              Double value = passport.values().get(characteristic);
              if (value != null && pupils.isPresent() && indexed.contains(passport.key())) {
                add(
                    byYear,
                    passport.year(),
                    counted,
                    new OfSchool(
                        schools.get(passport.schoolId()),
                        Math.min(1, Math.max(0, value / whole)) * pupils.get(),
                        pupils.get()));
              }
            });
    return byYear;
  }

  private static SortedMap<Integer, Composition> ofCounts(
      StudyData data, Set<SchoolYear> indexed, String characteristic) {
    Map<String, School> schools = schools(data);
    SortedMap<Integer, Composition> byYear = new TreeMap<>();
    for (PassportCount count : data.counts()) {
      if (count.indicator().equals(characteristic)
          && Math.round(count.total()) > 0 // of half a pupil none can be drawn
          && count.count() <= count.total()
          && indexed.contains(new SchoolYear(count.schoolId(), count.year()))) {
        add(
            byYear,
            count.year(),
            Message.of("segregation.counted-totals"),
            new OfSchool(schools.get(count.schoolId()), count.count(), count.total()));
      }
    }
    return byYear;
  }

  private static void add(
      SortedMap<Integer, Composition> byYear, int year, Message counted, OfSchool school) {
    byYear
        .computeIfAbsent(year, y -> new Composition(counted, new ArrayList<>()))
        .schools()
        .add(school);
  }

  private static Map<String, School> schools(StudyData data) {
    Map<String, School> schools = new HashMap<>();
    data.schools().forEach(school -> schools.put(school.id(), school));
    return schools;
  }

  private static Map<String, Map<Integer, Long>> participants(StudyData data) {
    Map<String, Map<Integer, Long>> most = new HashMap<>();
    data.tallies()
        .forEach(
            tally ->
                tally
                    .participants()
                    .ifPresent(
                        n -> {
                          if (n > 0) {
                            most.computeIfAbsent(tally.schoolId(), s -> new HashMap<>())
                                .merge(tally.measure().year(), n, Math::max);
                          }
                        }));
    return most;
  }
}
