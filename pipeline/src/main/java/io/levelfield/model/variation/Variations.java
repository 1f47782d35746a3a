package io.levelfield.model.variation;

import io.levelfield.model.input.School;
import java.util.List;

/**
 * A study under its own settings and under others.
 *
 * @param schools of the study
 * @param variations in the order in which they were asked for
 */
public record Variations(List<School> schools, List<Variation> variations) {

  public Variations {
    schools = List.copyOf(schools);
    variations = List.copyOf(variations);
  }
}
