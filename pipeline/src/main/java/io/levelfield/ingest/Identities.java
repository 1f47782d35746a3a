package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.TallyKey;

/**
 * What rows call schools and measures. Two spellings that differ in case, blanks or ё are one name;
 * a key made here has folded names, and {@link #shown} turns it back for people.
 */
final class Identities {
  private final Spellings schools = new Spellings();
  private final Spellings procedures = new Spellings();
  private final Spellings subjects = new Spellings();
  private final Spellings grades = Spellings.ofGrades();

  /** The key of a school that so many rows name like this. */
  String school(String code, long rows) {
    return schools.key(code, rows);
  }

  /** The key of a school and measure that so many rows name like this. */
  TallyKey key(String school, Measure measure, long rows) {
    return new TallyKey(school(school, rows), key(measure, rows));
  }

  /** The key of a measure that so many rows name like this. */
  Measure key(Measure measure, long rows) {
    return new Measure(
        measure.year(),
        procedures.key(measure.procedure(), rows),
        subjects.key(measure.subject(), rows),
        grades.key(measure.grade(), rows));
  }

  /** A key as people read it. */
  TallyKey shown(TallyKey key) {
    return new TallyKey(schools.shown(key.schoolId()), shown(key.measure()));
  }

  /** A school's key as people read it. */
  String shownSchool(String key) {
    return schools.shown(key);
  }

  /** The name of a subject that is no result's, written as results write it where they know it. */
  String shownSubject(String key, Spellings own) {
    return subjects.knows(key) ? subjects.shown(key) : own.shown(key);
  }

  /** Whether results have a subject with this key. */
  boolean knowsSubject(String key) {
    return subjects.knows(key);
  }

  /** A measure's key as people read it. */
  Measure shown(Measure key) {
    return new Measure(
        key.year(),
        procedures.shown(key.procedure()),
        subjects.shown(key.subject()),
        grades.shown(key.grade()));
  }
}
