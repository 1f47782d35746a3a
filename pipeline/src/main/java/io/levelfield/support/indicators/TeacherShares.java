package io.levelfield.support.indicators;

import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffCount.Part;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.text.Message;
import io.levelfield.support.SupportBasis;
import java.util.List;
import java.util.Optional;

/** Indicators 9, 10, 12 and 15: teachers of all schools. */
record TeacherShares(SupportBasis basis) {

  Answer of(StaffFigure figure, int year) {
    List<StaffCount> staff =
        basis.data().support().staff().stream().filter(StaffCount::ofAllSubjects).toList();
    if (staff.isEmpty()) {
      return Answer.lacking(Message.of("indicator.no-staff"));
    }
    List<StaffCount> own = staff.stream().filter(count -> count.year() == year).toList();
    long counted = 0;
    long known = 0;
    long all = 0;
    int schools = basis.data().schools().size();
    for (StaffCount school : own) {
      Part part = school.part(figure).orElse(new Part(0, 0));
      counted += part.count();
      known += part.of();
      all += Math.max(part.of(), whole(school, figure));
    }
    if (known == 0) {
      return Answer.lacking(
          own.isEmpty()
              ? Message.of("indicator.no-staff-year", Integer.toString(year))
              : Message.of("indicator.no-staff-column", figure.code(), Integer.toString(year)));
    }
    return Answer.share(
        counted,
        known,
        (all == 0 ? 1 : (double) known / all) * own.size() / schools,
        basis.confidence(),
        Message.of("indicator.of-teachers", own.size(), schools));
  }

  /** Teachers of whom it should be known; growth of all who were trained. */
  private static int whole(StaffCount school, StaffFigure figure) {
    Optional<StaffFigure> whole =
        figure == StaffFigure.GREW ? Optional.of(StaffFigure.TRAINED) : figure.whole();
    return whole.isEmpty()
        ? school.teachers()
        : school.part(whole.get()).map(Part::count).orElse(0);
  }
}
