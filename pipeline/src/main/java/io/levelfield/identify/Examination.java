package io.levelfield.identify;

import io.levelfield.model.input.Measure;
import java.util.Comparator;

/** An examination whatever its year: what the rules call a procedure. */
record Examination(String procedure, String subject, String grade)
    implements Comparable<Examination> {

  private static final Comparator<Examination> ORDER =
      Comparator.comparing(Examination::procedure)
          .thenComparing(Examination::subject)
          .thenComparing(Examination::grade);

  static Examination of(Measure measure) {
    return new Examination(measure.procedure(), measure.subject(), measure.grade());
  }

  /** Its name as the inputs have it, e.g. {@code ВПР математика 5}. */
  String name() {
    return procedure + " " + subject + (grade.isEmpty() ? "" : " " + grade);
  }

  @Override
  public int compareTo(Examination other) {
    return ORDER.compare(this, other);
  }
}
