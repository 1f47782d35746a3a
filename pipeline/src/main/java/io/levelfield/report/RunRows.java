package io.levelfield.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Rows of a run's tables, whether they were just computed or read again from its files. */
@FunctionalInterface
public interface RunRows {
  /** Rows in the order of the table; none where the run has no such table. */
  List<ObjectNode> rows(String table);
}
