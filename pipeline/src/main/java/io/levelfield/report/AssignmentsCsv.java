package io.levelfield.report;

import io.levelfield.model.cluster.ClusterAssignment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The groups of schools that were not grouped themselves: {@code clusters} less what only a run can
 * tell.
 */
public final class AssignmentsCsv {
  private AssignmentsCsv() {}

  /** The table's text, ordered by school. */
  public static String of(List<ClusterAssignment> assignments) {
    var text = new StringWriter();
    try {
      CsvTables.write(ClusterTables.nearest(assignments), text);
    } catch (IOException e) {
      throw new UncheckedIOException("a string can be written to", e);
    }
    return text.toString();
  }
}
