package io.levelfield.model.support;

import io.levelfield.model.text.LocalText;
import java.util.List;

/**
 * A risk that several schools in need of help have, and could work on together.
 *
 * @param condition key of the study
 * @param schools in need of help for which it is high, in the order of their need
 * @param all schools for which it is high
 */
public record SharedRisk(
    int year, String condition, LocalText name, List<String> schools, int all) {

  public SharedRisk {
    schools = List.copyOf(schools);
  }
}
