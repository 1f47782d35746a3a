package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Highest possible score of measures, by those of their properties that a row of minimums names: a
 * property it leaves out is empty, the year 0.
 */
final class Maximums implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int PROCEDURE = 8;
  private static final int SUBJECT = 4;
  private static final int GRADE = 2;
  private static final int YEAR = 1;

  /** Sets of properties as {@link Minimums} prefers them: more before fewer, then in this order. */
  private static final List<Integer> NAMED =
      IntStream.rangeClosed(0, PROCEDURE | SUBJECT | GRADE | YEAR)
          .boxed()
          .sorted(
              Comparator.<Integer>comparingInt(Integer::bitCount)
                  .thenComparing(Comparator.naturalOrder())
                  .reversed())
          .toList();

  private final HashMap<Measure, Double> maximums = new HashMap<>();

  Maximums(List<Minimums.Minimum> rows) {
    rows.forEach(row -> row.maximum().ifPresent(maximum -> put(row, maximum)));
  }

  /** Keeps a maximum; a grade as it is written, such as 9А, also stands for its number. */
  private void put(Minimums.Minimum row, double maximum) {
    int year = row.year().orElse(0);
    maximums.put(folded(year, row.procedure(), row.subject(), row.grade()), maximum);
    maximums.putIfAbsent(
        folded(year, row.procedure(), row.subject(), Grades.grade(row.grade())), maximum);
  }

  private static Measure folded(int year, String procedure, String subject, String grade) {
    return new Measure(
        year, Spelling.folded(procedure), Spelling.folded(subject), Spelling.folded(grade));
  }

  /** The maximum of the row that names most of the measure; infinite where none does. */
  double of(Measure measure) {
    for (int named : maximums.isEmpty() ? List.<Integer>of() : NAMED) {
      Double maximum = maximums.get(part(measure, named));
      if (maximum != null) {
        return maximum;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static Measure part(Measure measure, int named) {
    return folded(
        (named & YEAR) > 0 ? measure.year() : 0,
        (named & PROCEDURE) > 0 ? measure.procedure() : "",
        (named & SUBJECT) > 0 ? measure.subject() : "",
        (named & GRADE) > 0 ? measure.grade() : "");
  }
}
