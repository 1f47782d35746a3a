package io.levelfield.model.input;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The teachers of a school in a year: of a subject, or of all subjects together. Nobody is named in
 * it: rows of single teachers are counted as they are read.
 *
 * @param year the school year's end
 * @param subject empty where all subjects are meant
 * @param teachers of these
 * @param parts of them, by figure; no entry where the source does not say
 */
public record StaffCount(
    String schoolId, int year, String subject, int teachers, Map<StaffFigure, Part> parts) {

  /** All subjects together. */
  public static final String ALL_SUBJECTS = "";

  /**
   * Some of those of whom it is known.
   *
   * @param count 0 to {@code of}
   * @param of those of whom it is known whether they are counted
   */
  public record Part(int count, int of) {
    public Part {
      if (count < 0 || count > of) {
        throw new IllegalArgumentException(count + " of " + of + " is no part");
      }
    }

    /** The share, 0 to 1; empty of nobody. */
    public Optional<Double> share() {
      return of == 0 ? Optional.empty() : Optional.of((double) count / of);
    }

    /** Both together. */
    public Part plus(Part other) {
      return new Part(count + other.count, of + other.of);
    }
  }

  public StaffCount {
    Objects.requireNonNull(schoolId, "schoolId");
    Objects.requireNonNull(subject, "subject");
    if (teachers < 0) {
      throw new IllegalArgumentException(schoolId + " has " + teachers + " teachers");
    }
    Map<StaffFigure, Part> ordered = new EnumMap<>(StaffFigure.class);
    ordered.putAll(parts);
    parts = Collections.unmodifiableMap(ordered);
  }

  /** Whether it speaks of all subjects together. */
  public boolean ofAllSubjects() {
    return subject.equals(ALL_SUBJECTS);
  }

  /** What is known of a figure. */
  public Optional<Part> part(StaffFigure figure) {
    return Optional.ofNullable(parts.get(figure));
  }
}
