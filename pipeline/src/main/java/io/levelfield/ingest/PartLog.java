package io.levelfield.ingest;

import io.levelfield.model.input.Reject;
import java.io.Serializable;
import java.util.List;

/**
 * What reading a part came to.
 *
 * @param rows data rows, blank lines aside
 * @param rejected rows refused
 * @param rejects what was wrong with them; a hopeless file is not listed to the end
 */
record PartLog(long rows, long rejected, List<Reject> rejects) implements Serializable {
  PartLog {
    rejects = List.copyOf(rejects);
  }
}
