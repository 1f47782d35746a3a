package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.input.StaffCount.Part;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.support.ShareInterval;
import io.levelfield.model.support.StaffShares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** {@code teachers}: a row per school, year and subject, and one of all its subjects. */
final class TeachersTable {
  /** Stands for all subjects together, and for none. */
  private static final String ALL = "*";

  private TeachersTable() {}

  static Table of(Findings findings) {
    List<Column<StaffShares>> columns =
        new ArrayList<>(
            List.of(
                text("school_id", "school_id", row -> row.count().schoolId()),
                integer("year", "year", row -> row.count().year()),
                text("subject", "subject_or_all", row -> subject(row.count().subject())),
                integer("teachers", "teachers", row -> row.count().teachers())));
    for (StaffFigure figure : StaffFigure.values()) {
      String code = figure.code();
      columns.add(integer(code, "staff_" + code, row -> row.count().part(figure).map(Part::count)));
      columns.add(
          integer(code + "_of", "staff_of", (StaffShares row) -> of(row, figure)).about(code));
      columns.add(share(figure, "_share", "staff_share", ShareInterval::share));
      columns.add(share(figure, "_share_low", "staff_share_low", ShareInterval::low));
      columns.add(share(figure, "_share_high", "staff_share_high", ShareInterval::high));
    }
    return Table.of("teachers", 3, columns, findings.support().teachers().staff());
  }

  private static Optional<Integer> of(StaffShares row, StaffFigure figure) {
    return row.count().part(figure).map(Part::of);
  }

  private static Column<StaffShares> share(
      StaffFigure figure, String suffix, String meaning, ToDoubleFunction<ShareInterval> value) {
    return Column.<StaffShares>number(
            figure.code() + suffix,
            meaning,
            row -> Optional.ofNullable(row.shares().get(figure)).map(value::applyAsDouble))
        .about(figure.code());
  }

  /** A subject as tables show it. */
  static String subject(String subject) {
    return subject.isEmpty() ? ALL : subject;
  }
}
