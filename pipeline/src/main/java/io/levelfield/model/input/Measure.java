package io.levelfield.model.input;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * What was measured and when: results are comparable only within one measure.
 *
 * @param year the school year's end, e.g. 2018
 * @param procedure the examination, e.g. ЕГЭ, ОГЭ, ВПР
 * @param subject the subject
 * @param grade the grade, empty when the procedure has one grade only
 */
public record Measure(int year, String procedure, String subject, String grade)
    implements Comparable<Measure>, Serializable {

  private static final Comparator<Measure> ORDER =
      Comparator.comparingInt(Measure::year)
          .thenComparing(Measure::procedure)
          .thenComparing(Measure::subject)
          .thenComparing(Measure::grade);

  public Measure {
    Objects.requireNonNull(procedure, "procedure");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(grade, "grade");
  }

  /** Whether two measures are the same examination, whatever the year. */
  public boolean sameExamination(Measure other) {
    return procedure.equals(other.procedure)
        && subject.equals(other.subject)
        && grade.equals(other.grade);
  }

  /** The examination without its year, e.g. {@code ВПР математика 5}. */
  public String examination() {
    return procedure + " " + subject + (grade.isEmpty() ? "" : " " + grade);
  }

  // Told apart millions of times in a cold program, for which a record's own are slow.
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Measure that
        && year == that.year
        && subject.equals(that.subject)
        && procedure.equals(that.procedure)
        && grade.equals(that.grade);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * year + procedure.hashCode()) + subject.hashCode()) + grade.hashCode();
  }

  @Override
  public int compareTo(Measure other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return year + " " + examination();
  }
}
