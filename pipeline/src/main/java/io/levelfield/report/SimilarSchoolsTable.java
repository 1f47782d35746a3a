package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.cluster.Neighbourhood;
import io.levelfield.model.cluster.Neighbourhood.Neighbour;
import java.util.ArrayList;
import java.util.List;

/** {@code similar_schools}: a row per school and similar school. */
final class SimilarSchoolsTable {
  private SimilarSchoolsTable() {}

  private record Row(String schoolId, int rank, Neighbour neighbour) {}

  private static final List<Column<Row>> COLUMNS =
      List.of(
          text("school_id", "school_id", Row::schoolId),
          integer("rank", "similar_rank", Row::rank),
          text("neighbour_id", "neighbour_id", r -> r.neighbour().schoolId()),
          number("distance", "similar_distance", r -> r.neighbour().distance()),
          number("result_difference", "result_difference", r -> r.neighbour().resultDifference()));

  static Table of(Findings findings) {
    List<Row> rows = new ArrayList<>();
    for (Neighbourhood neighbourhood : findings.similar().schools()) {
      int rank = 0;
      for (Neighbour neighbour : neighbourhood.neighbours()) {
        rows.add(new Row(neighbourhood.schoolId(), ++rank, neighbour));
      }
    }
    return Table.of("similar_schools", 2, COLUMNS, rows);
  }
}
