package io.levelfield.model.input;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/** Key of a tally: one school in one measure. Ordered by school, then measure. */
public record TallyKey(String schoolId, Measure measure)
    implements Comparable<TallyKey>, Serializable {

  private static final Comparator<TallyKey> ORDER =
      Comparator.comparing(TallyKey::schoolId).thenComparing(TallyKey::measure);

  public TallyKey {
    Objects.requireNonNull(schoolId, "schoolId");
    Objects.requireNonNull(measure, "measure");
  }

  @Override
  public int compareTo(TallyKey other) {
    return ORDER.compare(this, other);
  }
}
