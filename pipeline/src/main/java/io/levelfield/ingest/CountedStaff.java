package io.levelfield.ingest;

import io.levelfield.ingest.StaffColumns.Place;
import io.levelfield.ingest.StaffCountsReader.Counts;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffCount.Part;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Teachers as schools count them; where a school counts by subject alone, its subjects added up.
 */
final class CountedStaff {
  private CountedStaff() {}

  /**
   * The counts, and sums where a school and year has none of all subjects.
   *
   * @param notes told of the sums, in which a teacher of two subjects counts twice
   */
  static List<StaffCount> of(Map<Place, Counts> rows, Consumer<Message> notes) {
    List<StaffCount> counts = new ArrayList<>();
    Map<Place, StaffCount> sums = new HashMap<>();
    rows.forEach(
        (place, row) -> {
          var count =
              new StaffCount(
                  place.schoolId(), place.year(), place.subject(), row.teachers(), row.parts());
          counts.add(count);
          if (!rows.containsKey(place.ofAllSubjects())) {
            sums.merge(place.ofAllSubjects(), ofAllSubjects(count), CountedStaff::sum);
          }
        });
    if (!sums.isEmpty()) {
      notes.accept(Message.of("inputs.staff-added-up", sums.size()));
    }
    counts.addAll(sums.values());
    return counts;
  }

  private static StaffCount ofAllSubjects(StaffCount count) {
    return new StaffCount(
        count.schoolId(), count.year(), StaffCount.ALL_SUBJECTS, count.teachers(), count.parts());
  }

  private static StaffCount sum(StaffCount some, StaffCount more) {
    Map<StaffFigure, Part> parts = new EnumMap<>(StaffFigure.class);
    parts.putAll(some.parts());
    more.parts().forEach((figure, part) -> parts.merge(figure, part, Part::plus));
    return new StaffCount(
        some.schoolId(),
        some.year(),
        StaffCount.ALL_SUBJECTS,
        Math.addExact(some.teachers(), more.teachers()),
        parts);
  }
}
