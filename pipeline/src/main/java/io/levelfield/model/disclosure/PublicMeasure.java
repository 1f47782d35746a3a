package io.levelfield.model.disclosure;

import io.levelfield.model.input.Measure;
import java.util.List;
import java.util.Objects;

/**
 * What is public of a measure.
 *
 * @param rows schools by code, then those together
 */
public record PublicMeasure(Measure measure, List<PublicRow> rows) {
  public PublicMeasure {
    Objects.requireNonNull(measure, "measure");
    rows = List.copyOf(rows);
  }
}
