package io.levelfield.ingest;

/** Key of a passport. Ordered by school, then year. */
record SchoolYear(String schoolId, int year) implements Comparable<SchoolYear> {
  @Override
  public int compareTo(SchoolYear other) {
    int bySchool = schoolId.compareTo(other.schoolId);
    return bySchool != 0 ? bySchool : Integer.compare(year, other.year);
  }
}
